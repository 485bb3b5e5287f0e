// The report of one document as the page shows it: places in the text area, kin, states.

import { lineFinder, normalise } from "./text.js";

const RANK = { error: 3, warning: 2, note: 1 };
export const HUES = 8;

export function read(document, text) {
  const { shown, place } = normalise(text);
  const lineOf = lineFinder(shown);
  const claims = document.claims.map((claim) => ({
    ...claim,
    start: place(claim.start),
    end: place(claim.end),
    line: lineOf(place(claim.start)),
    ties: [],
    findings: [],
    role: "alone",
    state: "alone",
    set: null,
  }));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const pick = (ids) => ids.map((id) => byId.get(id)).filter(Boolean);

  const ties = tiesOf(document, pick);
  for (const tie of ties) for (const claim of tie.claims) claim.ties.push(tie);
  nameSets(claims);
  for (const claim of claims) claim.role = roleOf(claim);

  for (const check of document.checks) for (const claim of pick(check.claims)) claim.state = "holds";
  const findings = document.findings
    .map((finding, index) => ({
      ...finding,
      index,
      start: place(finding.start),
      end: place(finding.end),
      line: lineOf(place(finding.start)),
      claims: pick(finding.claims),
    }))
    .sort((a, b) => RANK[b.severity] - RANK[a.severity] || a.start - b.start);
  for (const finding of [...findings].reverse()) {
    for (const claim of finding.claims) {
      claim.state = finding.severity;
      claim.findings.unshift(finding);
    }
  }
  return {
    shown,
    claims,
    byId,
    findings,
    notices: document.notices,
    checks: document.checks.map((check) => ({ ...check, claims: pick(check.claims) })),
    suppressed: document.suppressed ?? [],
    coverage: document.coverage,
  };
}

// What ties figures to one another: the relations, and parts that are no summand of one.
function tiesOf(document, pick) {
  const ties = document.relations.map((relation) => {
    const whole = relation.whole ? pick([relation.whole])[0] : null;
    const parts = relation.parts ? pick(relation.parts) : [];
    const claims = whole ? [whole, ...parts] : pick(relation.claims ?? []);
    return { ...relation, whole, parts, claims };
  });
  const told = new Set(ties.flatMap((tie) => tie.parts.map((part) => `${tie.whole?.id}>${part.id}`)));
  for (const claim of document.claims) {
    if (!claim.part_of || told.has(`${claim.part_of}>${claim.id}`)) continue;
    const [whole, part] = pick([claim.part_of, claim.id]);
    if (whole && part) ties.push({ kind: "sum", complete: false, whole, parts: [part], claims: [whole, part], reasons: [] });
  }
  return ties;
}

// Figures that are tied, however many steps apart, share a set; sets are numbered in text order.
function nameSets(claims) {
  let next = 0;
  for (const first of claims) {
    if (first.set !== null || !first.ties.length) continue;
    const open = [first];
    while (open.length) {
      const claim = open.pop();
      if (claim.set !== null) continue;
      claim.set = next;
      for (const tie of claim.ties) open.push(...tie.claims);
    }
    next += 1;
  }
}

function roleOf(claim) {
  if (claim.ties.some((tie) => tie.whole === claim)) return "whole";
  if (claim.ties.some((tie) => tie.parts.includes(claim))) return "part";
  if (claim.ties.some((tie) => tie.kind === "same")) return "same";
  return claim.ties.length ? "change" : "alone";
}

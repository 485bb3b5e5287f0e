// Figures in words: the card of the chosen one, and the table of all.

import { icon, make, quoted } from "./dom.js";
import { HUES } from "./report.js";
import { count, reason, say } from "./words.js";

// The numbers that an interval leaves possible.
export function bounds({ min, max }) {
  if (max === null) return say("from", { low: min ?? 0 });
  if (min === max) return String(min);
  return say("between", { low: min ?? 0, high: max });
}

export function letterOf(set) {
  const letters = say("letters").split(" ");
  return letters[set % letters.length] + (set < letters.length ? "" : String(Math.floor(set / letters.length) + 1));
}

export function where(claim) {
  return claim.in_title ? say("in_title") : say("line", { line: claim.line });
}

function stateOf(claim) {
  return make("span", { class: `state ${claim.state}` }, icon(claim.state), say(`state_${claim.state}`));
}

function dot(claim) {
  return make("span", { class: `dot ${claim.set === null ? "alone" : `hue${claim.set % HUES}`}`, "aria-hidden": "true" });
}

// A button that chooses another figure.
export function chip(claim, choose) {
  return make(
    "button",
    { class: "chip", type: "button", onclick: () => choose(claim) },
    dot(claim),
    quoted(claim.text),
    make("small", {}, where(claim)),
  );
}

function row(name, ...value) {
  return make("div", {}, make("dt", {}, name), make("dd", {}, ...value));
}

export function card(claim, { choose, chooseFinding, close, go }) {
  const list = make(
    "dl",
    { class: "facts" },
    row(say("bounds"), bounds(claim)),
    claim.compared_as.min !== claim.min || claim.compared_as.max !== claim.max
      ? row(say("compared_as"), bounds(claim.compared_as))
      : null,
    row(say("hedge_label"), say(`hedge.${claim.hedge}`)),
    row(say("outcome_label"), say(`outcome.${claim.outcome}`)),
    row(say("group_label"), say(`group.${claim.group}`)),
    claim.victims || claim.implicit
      ? row(say("victims_label"), quoted(claim.victims), claim.implicit ? ` (${say("implicit")})` : null)
      : null,
    row(say("event_label"), say("event", { number: claim.event.slice(1) })),
    row(say("source_label"), claim.source ? quoted(claim.source) : say("no_source")),
  );
  return [
    make(
      "header",
      {},
      make("p", { class: "over" }, say("figure"), " · ", where(claim)),
      make("button", { class: "tool icon", type: "button", "aria-label": say("close"), title: say("close"), onclick: close }, icon("close")),
    ),
    make("h2", { id: "card-head" }, dot(claim), quoted(claim.text)),
    list,
    make("h3", {}, say("kin")),
    ...kin(claim, choose),
    ...(claim.findings.length
      ? [
          make("h3", {}, say("in_findings")),
          make("ul", { class: "plain" }, ...claim.findings.map((finding) => make("li", {}, findingLink(finding, chooseFinding)))),
        ]
      : []),
    make("button", { class: "quiet go", type: "button", onclick: () => go(claim) }, icon("go"), say("go_there")),
  ];
}

function findingLink(finding, choose) {
  return make(
    "button",
    { class: "chip", type: "button", onclick: () => choose(finding) },
    icon(finding.severity, say(`severity.${finding.severity}`)),
    make("span", { dir: "ltr" }, finding.arithmetic || finding.rule),
  );
}

// What a figure is tied to, by kind of tie.
function kin(claim, choose) {
  if (!claim.ties.length) return [make("p", { class: "hint" }, say("no_kin"))];
  return claim.ties.map((tie) => {
    const others = tie.claims.filter((other) => other !== claim && (tie.whole !== null ? tie.whole === claim || other === tie.whole : true));
    const why = (tie.reasons ?? []).map(reason).join(say("comma"));
    return make(
      "div",
      { class: "tie" },
      make("p", {}, tieName(tie, claim), why ? make("small", {}, why) : null),
      make("ul", { class: "plain" }, ...others.map((other) => make("li", {}, chip(other, choose)))),
    );
  });
}

function tieName(tie, claim) {
  if (tie.whole === claim) return say(tie.complete ? "kin_parts" : "kin_parts_open");
  if (tie.whole) return say("kin_whole");
  return say(`kin_${tie.kind}`);
}

// One row of the table a figure.
export function rows(claims, chosen, choose) {
  return claims.map((claim) =>
    make(
      "tr",
      { class: claim.state, "data-claim": claim.id, "aria-current": claim.id === chosen ? "true" : false },
      make("th", { scope: "row" }, make("button", { class: "figure", type: "button", onclick: () => choose(claim) }, dot(claim), quoted(claim.text))),
      make("td", {}, bounds(claim)),
      make("td", {}, say(`outcome.${claim.outcome}`)),
      make("td", {}, say(`group.${claim.group}`)),
      make("td", { class: "wide" }, claim.source ? quoted(claim.source) : "—"),
      make("td", { class: "wide" }, claim.event.slice(1)),
      make("td", {}, claim.in_title ? say("in_title") : String(claim.line)),
      make("td", {}, claim.set === null ? "—" : letterOf(claim.set)),
      make("td", {}, stateOf(claim)),
    ),
  );
}

export function coverage({ claims, compared, alone }) {
  return say("coverage", { figures: count("figures", claims), compared, alone });
}

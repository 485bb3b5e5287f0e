// Findings: the list, the verdict, what holds, and all of it as text to paste elsewhere.

import { icon, make, sentence, sum } from "./dom.js";
import { chip, coverage, where } from "./figures.js";
import { quotations } from "./text.js";
import { count, lang, reason, say } from "./words.js";

// The sentence without the sum at its end, which stands in a line of its own.
function messageOf(finding) {
  const message = finding.message[lang];
  const at = finding.arithmetic ? message.lastIndexOf(finding.arithmetic) : -1;
  if (at <= 0) return message;
  const rest = message.slice(at + finding.arithmetic.length);
  return rest.trim().replace(/^[.،,]$/, "") ? message : `${message.slice(0, at).replace(/[\s:،,]+$/, "")}.`;
}

export function item(finding, text, rule, { sure, chooseFinding, choose, copy }) {
  const severity = say(`severity.${finding.severity}`);
  return make(
    "li",
    { class: `finding ${finding.severity}`, "data-finding": String(finding.index) },
    make(
      "button",
      { class: "headline", type: "button", onclick: () => chooseFinding(finding) },
      make("span", { class: "over" }, icon(finding.severity), make("b", {}, severity), make("code", {}, finding.rule)),
      make("span", { class: "message" }, ...sentence(messageOf(finding))),
      finding.arithmetic ? sum(finding.arithmetic, "span") : null,
    ),
    make("ul", { class: "quotes" }, ...quotes(finding, text, choose)),
    finding.confidence < sure ? make("p", { class: "hint" }, say("unsure", { percent: Math.round(finding.confidence * 100) })) : null,
    rule ? make("p", { class: "look" }, say("look", { text: rule.look[lang] })) : null,
    make(
      "div",
      { class: "more" },
      rule
        ? make(
            "details",
            {},
            make("summary", {}, say("why_rule")),
            make("p", {}, rule.rationale[lang]),
            finding.reasons.length
              ? make("p", {}, say("because", { reasons: finding.reasons.map(reason).join(say("comma")) }))
              : null,
          )
        : null,
      make("button", { class: "quiet", type: "button", onclick: () => copy(finding) }, icon("copy"), say("copy_finding")),
    ),
  );
}

// The words around the figures of a finding; each figure in them can be chosen.
function quotes(finding, text, choose) {
  const spans = finding.claims.length ? [...finding.claims].sort((a, b) => a.start - b.start) : [finding];
  return quotations(text, spans).map(({ first, pieces }) =>
    make(
      "li",
      { class: "quote" },
      make("small", {}, where(first)),
      make(
        "p",
        // Of an Arabic article, also where the line begins with a Latin name.
        { dir: "rtl", lang: "ar" },
        ...pieces.flatMap(({ text: words, span }) => {
          if (!span) return [words];
          if (!span.id) return [make("b", {}, words)];
          // A joiner, so that no line is broken between a prefix ("و") and its figure.
          return ["\u2060", make("button", { type: "button", onclick: () => choose(span) }, words)];
        }),
      ),
    ),
  );
}

// How bad it is, in one line and one sentence.
export function verdict(report) {
  if (!report.claims.length && !report.findings.length) {
    return { state: "none", icon: "alone", head: say("no_claims_head"), text: say("no_claims_text") };
  }
  const kinds = ["error", "warning", "note"].map((severity) => [severity, report.findings.filter((f) => f.severity === severity).length]);
  const found = kinds.filter(([, number]) => number);
  const text = coverage(report.coverage);
  if (found.length) {
    const [worst] = found[0];
    return { state: worst, icon: worst, head: found.map(([severity, number]) => count(`${severity}s`, number)).join(say("and")), text };
  }
  if (!report.coverage.compared) {
    return { state: "none", icon: "alone", head: say("nothing_compared_head"), text: say("nothing_compared_text") };
  }
  return { state: "holds", icon: "holds", head: say("clean_head"), text };
}

export function tick(check, choose) {
  return make(
    "li",
    {},
    icon("holds"),
    sum(check.arithmetic),
    ...check.claims.slice(0, 6).map((claim) => chip(claim, choose)),
  );
}

export function letStand({ finding, reason: why }) {
  return make(
    "li",
    {},
    icon(finding.severity, say(`severity.${finding.severity}`)),
    make("code", {}, finding.rule),
    make("span", {}, ...sentence(finding.message[lang])),
    why ? make("small", { dir: "auto" }, why) : null,
  );
}

export function asText(finding) {
  const figures = finding.claims.map((claim) => `  - ${claim.text} (${where(claim)})`);
  return [`${say(`severity.${finding.severity}`)} ${finding.rule}: ${finding.message[lang]}`, ...figures].join("\n");
}

export function reportText(report) {
  const { head, text } = verdict(report);
  return [say("report_head"), `${head}. ${text}`, "", ...report.findings.map((finding) => `${asText(finding)}\n`)].join("\n").trim() + "\n";
}

// The coloured figures behind the text area. Both hold the same text in the same type, so a mark
// lies exactly under its figure.

import { make } from "./dom.js";
import { HUES } from "./report.js";

// Draws the text with its figures; `lit` are ids that are to stand out, `chosen` one of them.
export function paint(backdrop, text, spans, lit, chosen) {
  const pieces = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    if (span.start > at) pieces.push(text.slice(at, span.start));
    pieces.push(make("mark", { class: look(span, lit, chosen), "data-claim": span.id }, text.slice(span.start, span.end)));
    at = span.end;
  }
  // A last line that is empty has no height without something on it.
  pieces.push(text.slice(at), "\u200b");
  backdrop.classList.toggle("dim", lit.size > 0);
  backdrop.replaceChildren(...pieces);
}

function look(span, lit, chosen) {
  const names = [span.role, span.state];
  if (span.set !== null) names.push(`hue${span.set % HUES}`);
  if (lit.has(span.id)) names.push("lit");
  if (span.id === chosen) names.push("chosen");
  return names.join(" ");
}

// Brings a figure into view, unless it is there already; `always` centres it.
export function reveal(backdrop, id) {
  const mark = id && backdrop.querySelector(`mark[data-claim="${CSS.escape(id)}"]`);
  if (!mark) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

// Positions in text. The server counts code points of its text; the page, UTF-16 units of the
// text area, in which every line break is one "\n".

// A table from code points of the server's text to places in the text area's, and that text.
export function normalise(text) {
  const shown = text.replace(/\r\n?/g, "\n");
  if (shown === text && !/[\ud800-\udbff]/.test(text)) return { shown, place: (offset) => offset };
  const places = new Uint32Array(text.length + 1);
  let point = 0;
  let at = 0;
  for (let unit = 0; unit < text.length; point += 1) {
    places[point] = at;
    const code = text.charCodeAt(unit);
    const pair = code >= 0xd800 && code <= 0xdbff && unit + 1 < text.length && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
    unit += pair ? 2 : 1;
    // Of "\r\n" only the second stands in the text area.
    at += pair ? 2 : code === 13 && text[unit] === "\n" ? 0 : 1;
  }
  places[point] = at;
  return { shown, place: (offset) => places[Math.min(offset, point)] };
}

// Where text was changed: the length of the equal beginning, and the ends of what differs.
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, before: before.length - tail, after: after.length - tail };
}

// Spans after an edit: those behind it move, those that it touches are gone.
export function moved(spans, before, after) {
  const edit = difference(before, after);
  const by = edit.after - edit.before;
  return spans.flatMap((span) => {
    if (span.end <= edit.start) return [span];
    if (span.start >= edit.before) return [{ ...span, start: span.start + by, end: span.end + by }];
    return [];
  });
}

// The line, from 1, of each place.
export function lineFinder(text) {
  const breaks = [];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) breaks.push(at);
  return (place) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (breaks[middle] < place) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

const REACH = 70;

// The words around figures, which come in text order: pieces of text, those of a figure with its
// span. Figures of one line that are close share the words between them.
export function quotations(text, spans) {
  const found = [];
  for (const span of spans) {
    const last = found.at(-1);
    const { low, high } = around(text, span);
    if (last && low <= last.high && span.start >= last.spans.at(-1).end) {
      last.high = Math.max(last.high, high);
      last.spans.push(span);
    } else found.push({ low, high, spans: [span] });
  }
  return found.map(({ low, high, spans: inside }) => {
    const pieces = [];
    let at = low;
    if (low > 0 && text[low - 1] !== "\n") pieces.push({ text: "…" });
    for (const span of inside) {
      pieces.push({ text: text.slice(at, span.start) }, { text: text.slice(span.start, span.end), span });
      at = span.end;
    }
    pieces.push({ text: text.slice(at, high) + (high < text.length && text[high] !== "\n" ? "…" : "") });
    return { first: inside[0], pieces };
  });
}

// How far the words around a figure reach: within its line, and broken at blanks.
function around(text, { start, end }) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.indexOf("\n", end);
  const to = line < 0 ? text.length : line;
  let low = Math.max(from, start - REACH);
  let high = Math.min(to, end + REACH);
  if (low > from) low = Math.min(start, text.indexOf(" ", low) + 1 || low);
  if (high < to) high = Math.max(end, text.lastIndexOf(" ", high));
  return { low, high };
}

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

// The words around a figure, broken at blanks, within its line.
export function around(text, { start, end }) {
  let low = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - REACH);
  let high = text.indexOf("\n", end);
  high = Math.min(high < 0 ? text.length : high, end + REACH);
  const cutBefore = low > 0 && text[low - 1] !== "\n";
  const cutAfter = high < text.length && text[high] !== "\n";
  if (cutBefore) low = Math.min(start, text.indexOf(" ", low) + 1 || low);
  if (cutAfter) high = Math.max(end, text.lastIndexOf(" ", high));
  return {
    before: (cutBefore ? "…" : "") + text.slice(low, start),
    figure: text.slice(start, end),
    after: text.slice(end, high) + (cutAfter ? "…" : ""),
  };
}

// Elements, made without markup: what a draft says can only ever become text.

const SVG = "http://www.w3.org/2000/svg";

export const $ = (id) => document.getElementById(id);

export function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "class") node.className = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== null) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name, label) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  svg.setAttribute("class", `icon-${name}`);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  return svg;
}

// Words of the draft, in their own direction.
export function quoted(text, name = "bdi") {
  return make(name, { dir: "auto" }, text);
}

// Sums read from left to right in either language.
export function sum(text, name = "bdi") {
  return make(name, { dir: "ltr" }, text);
}

// A sentence of the report: Arabic names in an English one keep their own order.
export function sentence(text) {
  return text.split(/([\u0600-\u06ff\u0750-\u077f]+(?:[\s\u0640]+[\u0600-\u06ff\u0750-\u077f]+)*)/).map((piece, index) => (index % 2 ? quoted(piece) : piece));
}

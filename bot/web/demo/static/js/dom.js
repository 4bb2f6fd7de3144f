// Elements are made here and nowhere else. Whatever came from outside is text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** el("button", {class: "key", onclick: fn, "aria-label": "…"}, "text" or elements…) */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value") made.value = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((c) => c !== null && c !== undefined));
  return made;
}

const SHAPES = {
  swap: ["M4 7h11l-3-3M16 13H5l3 3", true],
  reply: ["M8 5 4 9l4 4M4.5 9H12a4 4 0 0 1 4 4v2", true],
  send: ["M3.5 16.5 17 10 3.5 3.5 5.5 10z", false],
  play: ["M6 4.2v11.6L16 10z", false],
  stop: ["M5.5 5.5h9v9h-9z", false],
  down: ["M10 4v11M5 10.5l5 5 5-5", true],
  close: ["M5 5l10 10M15 5 5 15", true],
  plus: ["M10 4v12M4 10h12", true],
  file: ["M6 3h5.5L15 6.5V17H6zM11 3v4h4", true],
  sun: ["M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1", true],
  moon: ["M16 11.6A6.5 6.5 0 0 1 8.4 4a6.5 6.5 0 1 0 7.6 7.6z", true],
  list: ["M4 5.5h12M4 10h12M4 14.5h12", true],
};

export function icon(name) {
  const [shape, stroke] = SHAPES[name];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", shape);
  if (stroke) path.setAttribute("class", "stroke");
  svg.append(path);
  return svg;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Lower case, no accents: what a search compares. */
export const folded = (words) =>
  words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

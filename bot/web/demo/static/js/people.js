// Who lives here, as the demo told it; how a person is drawn small.

import { el } from "./dom.js";
import { language } from "./texts.js";

export const people = new Map();
export const partners = new Map();
export const unread = new Map();

export function learn(frame) {
  people.clear();
  partners.clear();
  for (const person of frame.people) people.set(person.id, person);
  for (const partner of frame.partners) partners.set(partner.id, partner);
}

export const found = (id) => people.get(id) ?? partners.get(id) ?? { id, name: id, title: {} };

/** «Infirmière · Rivemont» */
export function subtitle(one) {
  return [one.title[language()], one.town].filter(Boolean).join(" · ");
}

export function initials(name) {
  const words = name.split(/[\s-]+/).filter((w) => w.length > 2 || /^\p{Lu}/u.test(w));
  const first = words[0] ?? name;
  const last = words.length > 1 ? words[words.length - 1] : "";
  return (first.charAt(0) + last.charAt(0)).toUpperCase();
}

export function avatar(one) {
  let sum = 0;
  for (const letter of one.id) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  const kind = one.chat ? "place" : one.role && one.role !== "member" ? "desk" : `hue${sum % 6}`;
  return el("span", { class: `avatar ${kind}`, "aria-hidden": "true" }, initials(one.name));
}

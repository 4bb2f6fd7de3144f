// The demo's time, ticking between what the server tells; and everything that sets its pace.

import { el } from "./dom.js";
import { ask, on } from "./link.js";
import { language, onLanguage, t } from "./texts.js";

const state = { now: 0, speed: 1, at: 0, zone: "Europe/Paris" };
const now = () => state.now + (performance.now() - state.at) * state.speed;

const formats = new Map();

/** A formatter for the demo's zone and the page's language. */
export function format(name, options) {
  const key = `${name}:${language()}:${state.zone}`;
  if (!formats.has(key)) {
    const locale = language() === "fr" ? "fr-FR" : "en-GB";
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: state.zone, ...options }));
  }
  return formats.get(key);
}

export const hour = (at) => format("hour", { hour: "2-digit", minute: "2-digit" }).format(at);
export const day = (at) =>
  format("day", { weekday: "long", day: "numeric", month: "long" }).format(at);

function tick() {
  const time = document.getElementById("hour");
  const at = now();
  time.textContent = hour(at);
  time.dateTime = new Date(at).toISOString();
  document.getElementById("day").textContent = day(at);
}

function drawSpeeds(speeds) {
  const field = document.getElementById("speeds");
  const legend = field.querySelector("legend");
  const choices = speeds.map((times) =>
    el("label", { title: t(`speed-${times}`) },
      el("input", {
        type: "radio", name: "speed", value: String(times),
        "aria-label": `×${times}, ${t(`speed-${times}`)}`,
        onchange: () => ask("speed", { times }),
      }),
      el("span", { "aria-hidden": "true" }, `×${times}`)));
  field.replaceChildren(legend, ...choices);
  check();
}

function check() {
  for (const input of document.querySelectorAll("#speeds input")) {
    input.checked = Number(input.value) === state.speed;
  }
}

export function startClock() {
  let speeds = [];
  on("hello", (frame) => {
    state.zone = frame.zone;
    speeds = frame.speeds;
    drawSpeeds(speeds);
  });
  on("clock", (frame) => {
    Object.assign(state, { now: frame.now, speed: frame.speed, at: performance.now() });
    check();
    tick();
  });
  onLanguage(() => {
    if (speeds.length) drawSpeeds(speeds);
    if (state.now) tick();
  });
  document.getElementById("leap").addEventListener("click", () => ask("leap"));
  setInterval(() => state.now && tick(), 200);
}

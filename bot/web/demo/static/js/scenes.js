// The scenes as cards: one click starts one, its story is told while it plays.

import { el, icon } from "./dom.js";
import { ask, on } from "./link.js";
import { language, onLanguage, t } from "./texts.js";

const holder = document.getElementById("scenes");
let scenes = [];
let playing = { id: "", state: "" };
let ready = false;

function card(scene) {
  const mine = playing.id === scene.id;
  const going = mine && ["travels", "runs"].includes(playing.state);
  const title = scene.title[language()];
  const story = mine && playing.line ? playing.line[language()] : "";
  const bar = going
    ? el("div", { class: "bar-of-steps", "aria-hidden": "true" }, el("i"))
    : null;
  if (bar) bar.firstChild.style.width = `${(100 * playing.step) / Math.max(1, playing.of)}%`;
  return el("article", { class: going ? "scene runs" : "scene" },
    el("h3", {}, title),
    el("p", { class: story ? "story" : "", "aria-live": mine ? "polite" : "off" },
      story || scene.line[language()]),
    el("div", { class: "scene-foot" }, going ? stop() : play(scene, title),
      el("span", { class: "state" }, mine ? state() : "")),
    bar);
}

function play(scene, title) {
  return el("button", {
    type: "button", disabled: !ready, "aria-label": t("play-scene", title), "data-scene": scene.id,
    onclick: () => ask("begin", { scene: scene.id }),
  }, icon("play"), t("play"));
}

function stop() {
  return el("button", { type: "button", onclick: () => ask("stop") }, icon("stop"), t("stop"));
}

function state() {
  if (playing.state === "runs") return t("scene-runs", playing.step, playing.of);
  return playing.state ? t(`scene-${playing.state}`) : "";
}

function draw() {
  const held = holder.contains(document.activeElement);
  const at = [...holder.querySelectorAll("button")].indexOf(document.activeElement);
  holder.replaceChildren(...scenes.map(card));
  if (held) holder.querySelectorAll("button")[at]?.focus();
}

export function startScenes() {
  on("hello", (frame) => {
    scenes = frame.scenes;
    draw();
  });
  on("scene", (frame) => {
    const begins = frame.state === "travels" && playing.state !== "travels";
    playing = frame;
    draw();
    if (begins) ring();
  });
  on("counts", (frame) => {
    if (frame.ready === ready) return;
    ready = frame.ready;
    draw();
  });
  onLanguage(draw);
}

/** The bell swings once. */
function ring() {
  const bell = document.querySelector(".bell");
  bell.classList.remove("rings");
  bell.getBoundingClientRect();
  bell.classList.add("rings");
}

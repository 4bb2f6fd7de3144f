// The scenes as cards: one click starts one, its story is told while it plays.

import { el, icon } from "./dom.js";
import { ask, on } from "./link.js";
import { language, onLanguage, t, tied } from "./texts.js";

const holder = document.getElementById("scenes");
const told = document.getElementById("told");
let scenes = [];
let playing = { id: "", state: "" };
let begun = false;
const GOING = ["gathers", "travels", "runs"];

/** True once after a scene was begun on this page. */
export function justBegun() {
  const was = begun;
  begun = false;
  return was;
}

const inWords = (line) => tied(line[language()]);

function card(scene) {
  const mine = playing.id === scene.id;
  const going = mine && GOING.includes(playing.state);
  const title = scene.title[language()];
  const story = mine && playing.line ? inWords(playing.line) : "";
  const bar = going
    ? el("div", { class: "bar-of-steps", "aria-hidden": "true" }, el("i"))
    : null;
  if (bar) bar.firstChild.style.width = `${(100 * playing.step) / Math.max(1, playing.of)}%`;
  return el("article", { class: going ? "scene runs" : "scene" },
    el("h2", {}, title),
    el("p", { class: story ? "story" : "" }, story || inWords(scene.line)),
    el("div", { class: "scene-foot" }, going ? stop() : play(scene, title),
      el("span", { class: "state" }, mine ? state() : "")),
    bar);
}

function play(scene, title) {
  return el("button", {
    type: "button", "aria-label": t("play-scene", title), "data-scene": scene.id,
    onclick: () => {
      begun = true;
      ask("begin", { scene: scene.id });
    },
  }, icon("play"), t("play"));
}

function stop() {
  return el("button", { type: "button", onclick: () => ask("stop") }, icon("stop"), t("stop"));
}

function state() {
  if (playing.state === "runs") return t("scene-runs", playing.step, playing.of);
  return playing.state ? t(`scene-${playing.state}`) : "";
}

/** What a screen reader hears, and what a small screen shows above a phone. */
function tell() {
  const line = playing.line ? inWords(playing.line) : "";
  const ends = ["done", "stuck"].includes(playing.state) ? state() : "";
  const words = GOING.includes(playing.state) ? line || state() : ends;
  if (told.textContent !== words) told.textContent = words;
}

function draw() {
  tell();
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
    const begins = frame.state === "gathers" && playing.state !== "gathers";
    playing = frame;
    draw();
    if (begins) ring();
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

// Puts the page together: language, appearance, connection, and what each frame concerns.

import { startClock } from "./clock.js";
import { el } from "./dom.js";
import { ask, connect, on } from "./link.js";
import { remember, remembered } from "./memory.js";
import { learn } from "./people.js";
import { startPhones } from "./phones.js";
import { startPulse } from "./pulse.js";
import { startScenes } from "./scenes.js";
import { language, speak, t } from "./texts.js";
import { startTheme } from "./theme.js";

const banner = document.getElementById("banner");
const langButton = document.getElementById("lang");
let botLanguage = "";
let up = true;

function drawBanner() {
  const foreign = botLanguage !== "" && botLanguage !== language();
  banner.hidden = up && !foreign;
  if (!up) banner.replaceChildren(t("lost"));
  else if (foreign) {
    banner.replaceChildren(t("bot-language"),
      el("button", { type: "button", onclick: () => ask("reset") }, t("bot-restart")));
  }
}

function read(next) {
  speak(next);
  langButton.textContent = t("other-language");
  langButton.setAttribute("aria-label", t("language"));
  langButton.title = t("language");
  ask("speak", { lang: next });
  drawBanner();
}

langButton.addEventListener("click", () => {
  const next = language() === "fr" ? "en" : "fr";
  remember("lang", next);
  read(next);
});

document.getElementById("reset").addEventListener("click", () => {
  if (confirm(t("reset-sure"))) ask("reset");
});

on("hello", (frame) => {
  botLanguage = frame.lang;
  document.getElementById("community").textContent = frame.community;
  document.title = `${frame.community} · Tocsin`;
  learn(frame);
  read(remembered("lang") ?? frame.lang);
});
on("up", () => {
  up = true;
  drawBanner();
});
on("down", () => {
  up = false;
  drawBanner();
});

startTheme();
speak(remembered("lang") ?? "fr");
startClock();
startScenes();
startPulse();
startPhones();
connect();

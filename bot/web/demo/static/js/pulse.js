// What is happening, counted from what the phones show; and who answered last.

import { hour } from "./clock.js";
import { el } from "./dom.js";
import { ask, on } from "./link.js";
import { found, people } from "./people.js";
import { onLanguage, t } from "./texts.js";

const holder = document.getElementById("pulse");
let counts = null;
let newest = 0;
let playing = false;

function number(kind, value) {
  return el("div", { class: kind }, el("dt", {}, t(kind.split(" ")[0])), el("dd", {}, value));
}

/** Nobody was asked anything yet: what one can do here. */
function guide() {
  return el("ol", { class: "guide" }, ...["guide-play", "guide-answer", "guide-time"].map((step) =>
    el("li", {}, t(step))));
}

function feed() {
  const fresh = counts.feed.filter((one) => one.at > newest).length;
  newest = counts.feed.at(-1)?.at ?? 0;
  const lines = [...counts.feed].reverse().slice(0, 5).map((one, n) =>
    el("li", { class: n < fresh ? "fresh" : "" },
      el("time", {}, hour(one.at)),
      el("span", { class: "what" },
        el("b", {}, found(one.who).name), " ", el("bdi", {}, one.label))));
  return el("ul", { class: "feed" },
    lines.length ? lines : el("li", { class: "none" }, t(counts.asked ? "waiting" : "prepares")));
}

function settling() {
  return el("div", { class: "settling" },
    el("p", {}, t("settling", counts.arrived, people.size)),
    el("progress", { max: String(people.size), value: String(counts.arrived),
      "aria-label": t("settling", counts.arrived, people.size) }));
}

function draw() {
  if (!counts) return;
  const title = el("h2", {}, t("pulse"));
  if (!counts.ready) {
    holder.replaceChildren(title, settling());
    return;
  }
  if (!counts.asked && !playing) {
    holder.replaceChildren(el("h2", {}, t("guide")), guide());
    return;
  }
  const held = holder.querySelector(".pause") === document.activeElement;
  const seats = counts.seats ? t("seats-of", ...counts.seats) : "–";
  const pause = el("button", {
    class: "pause", type: "button", "aria-pressed": String(counts.paused), title: t("pause-why"),
    onclick: () => ask("pause", { crowd: !counts.paused }),
  }, t(counts.paused ? "unpause" : "pause"));
  holder.replaceChildren(title, pause,
    el("dl", { class: "numbers" },
      number("asked", String(counts.asked)), number("answered", String(counts.answered)),
      number("yes", String(counts.yes)), number(counts.seats ? "seats" : "seats none", seats)),
    feed());
  if (held) pause.focus();
}

export function startPulse() {
  on("counts", (frame) => {
    counts = frame;
    draw();
  });
  on("scene", (frame) => {
    playing = ["gathers", "travels", "runs"].includes(frame.state);
    draw();
  });
  on("hello", () => (newest = 0));
  onLanguage(draw);
}

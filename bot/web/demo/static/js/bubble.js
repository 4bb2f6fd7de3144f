// One message: its words, its picture or file, its buttons.

import { el, icon } from "./dom.js";
import { hour } from "./clock.js";
import { t } from "./texts.js";
import { view } from "./viewer.js";

/** The plain words of a message, for quotes and labels. */
export const words = (message) =>
  message.lines.map((line) => line.map(([text]) => text).join("")).join(" ");

/**
 * `room` says what the bubble needs of its phone: account, quoted(id), press(message, key),
 * reply(message), name(account), goTo(id),
 * command(words), grew() once a picture is there.
 */
export function bubble(message, room) {
  const mine = message.by !== "" && message.by === room.account;
  const kind = ["said", mine && "mine", message.urgent && "urgent"].filter(Boolean).join(" ");
  const item = el("li", { class: kind, "data-id": message.id });
  item.append(el("div", { class: "bubble" },
    el("span", { class: "hidden" }, speaker(message, room)),
    quote(message, room), attached(message.file, room), ...message.lines.map((spans) => line(spans, message.by === "" && room))));
  if (message.rows.length) item.append(keys(message, room));
  item.append(el("span", { class: "meta" },
    message.edited ? `${hour(message.at)} · ${t("edited")}` : hour(message.at)));
  if (!mine) item.append(replyButton(message, room));
  return item;
}

function speaker(message, room) {
  if (message.by === "") return "Tocsin : ";
  return `${message.by === room.account ? t("you") : room.name(message.by)} : `;
}

function line(spans, room) {
  if (!spans.length) return el("p", { class: "gap" });
  return el("p", { dir: "auto" }, ...spans.flatMap(([text, bold, link]) => {
    const inner = room && !link ? commands(text, room) : [text];
    if (bold) return el("b", {}, ...inner);
    const safe = link && /^(https?:|mailto:|tel:)/i.test(link);
    return safe ? el("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, text) : inner;
  }));
}

/** A command that the bot names can be touched, and is then said. */
function commands(text, room) {
  return text.split(/((?<=^|[\s(«])\/[a-z_]{3,}\b)/u).map((part, n) => n % 2 === 0 ? part
    : el("button", { class: "command", type: "button", onclick: () => room.command(part) }, part));
}

function quote(message, room) {
  const answered = message.reply && room.quoted(message.reply);
  if (!answered) return null;
  return el("button", {
    class: "quote", type: "button", onclick: () => room.goTo(answered.id),
  }, words(answered).slice(0, 90));
}

function attached(file, room) {
  if (!file) return null;
  if (file.picture) {
    return el("a", {
      class: "picture", href: file.href, target: "_blank", rel: "noopener",
      "aria-label": t("open-picture", file.alt || file.name),
      onclick: (event) => view(event, file),
    }, el("img", { src: file.href, alt: file.alt || file.name, onload: () => room.grew() }));
  }
  const size = file.size < 1000 ? `${file.size} o` : `${Math.round(file.size / 1000)} ko`;
  return el("a", {
    class: "file", href: file.href, download: file.name, "aria-label": t("download", file.name),
  }, icon("file"), el("span", {}, file.name, " ", el("small", {}, size)));
}

function keys(message, room) {
  const group = el("div", { class: "keys", role: "group", "aria-label": t("buttons") });
  for (const row of message.rows) group.append(el("div", {}, ...row.map((key) => one(key, message, room, group))));
  return group;
}

function one(key, message, room, group) {
  if (key.url) {
    const safe = /^https?:/i.test(key.url) ? key.url : undefined;
    return el("a", { class: "key", href: safe, target: "_blank", rel: "noopener noreferrer" }, key.label);
  }
  return el("button", {
    class: "key", type: "button", "data-index": key.i,
    onclick: (event) => {
      event.currentTarget.classList.add("touched");
      group.setAttribute("aria-busy", "true");
      setTimeout(() => settle(group), 4000);
      room.press(message, key);
    },
  }, key.label);
}

/** The answer came elsewhere, or not at all: these buttons can be touched again. */
export function settle(group) {
  group.removeAttribute("aria-busy");
  for (const key of group.querySelectorAll(".touched")) key.classList.remove("touched");
}

function replyButton(message, room) {
  return el("button", {
    class: "reply", type: "button", "aria-label": t("reply"), title: t("reply"),
    onclick: () => room.reply(message),
  }, icon("reply"));
}

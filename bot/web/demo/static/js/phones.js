// The row of phones: whose they are, which the reader listens to, which tab shows one.

import { el, icon } from "./dom.js";
import { ask, on } from "./link.js";
import { avatar, found, people, unread } from "./people.js";
import { Phone } from "./phone.js";
import { pick } from "./picker.js";
import { onLanguage, t } from "./texts.js";

const MOST = 6;
const row = document.getElementById("phones");
const tabs = document.getElementById("tabs");
let phones = [];
let tab = "scenes";

const page = {
  change(phone) {
    pick(phone.kind, phones.map((p) => p.account), (id) => {
      const other = phones.find((p) => p.account === id);
      if (other && other !== phone) other.take(phone.account);
      phone.take(id);
    });
  },
  remove(phone) {
    phones = phones.filter((p) => p !== phone);
    phone.element.remove();
    tab = "scenes";
    page.moved();
  },
  /** Someone else's phone, or another chat in it: the demo is told what is shown. */
  moved() {
    ask("show", { phones: phones.map((p) => [p.account, p.chat]) });
    draw();
  },
  counted() {
    draw();
  },
  /** A screen reader hears news from the phone that has the focus, and from no other. */
  listen(phone) {
    for (const one of phones) {
      one.log.element.setAttribute("aria-live", one === phone ? "polite" : "off");
    }
  },
};

function begin(frame) {
  phones = frame.phones.map(([account, chat]) => {
    const who = found(account);
    const kind = who.chat ? "partner" : who.role === "member" ? "member" : "desk";
    return new Phone(kind, account, chat, page);
  });
  row.replaceChildren(...phones.map((p) => p.element), addButton());
  page.moved();
}

function addButton() {
  return el("button", {
    class: "add", type: "button", "aria-label": t("add-phone"), title: t("add-phone"),
    hidden: phones.length >= MOST,
    onclick: () => pick("member", phones.map((p) => p.account), add),
  }, icon("plus"));
}

function add(id) {
  if (phones.some((p) => p.account === id)) return;
  const phone = new Phone("member", id, id, page);
  phone.extra = true;
  phone.dress();
  phones.push(phone);
  row.querySelector(".add").before(phone.element);
  phone.element.scrollIntoView({ inline: "nearest" });
  page.moved();
}

function draw() {
  row.querySelector(".add")?.replaceWith(addButton());
  tabs.setAttribute("role", "tablist");
  const held = tabs.contains(document.activeElement) && document.activeElement.dataset.tab;
  tabs.replaceChildren(sceneTab(), ...phones.map(phoneTab));
  if (held) tabs.querySelector(`[data-tab="${CSS.escape(held)}"]`)?.focus();
  for (const phone of phones) {
    phone.element.classList.toggle("current", phone.account === tab);
    for (const [n, button] of [...phone.rooms.children].entries()) {
      const chat = [phone.who.chat, phone.account][n];
      button.replaceWith(phone.room(chat));
    }
  }
  document.body.dataset.tab = tab === "scenes" ? "scenes" : "phone";
}

function sceneTab() {
  return tabButton("scenes", el("span", { class: "avatar" }, icon("list")), t("scenes"), 0);
}

function phoneTab(phone) {
  const who = phone.who;
  const count = phone.account === tab ? 0
    : (unread.get(who.chat ?? who.id) ?? 0) + (who.chat ? unread.get(who.id) ?? 0 : 0);
  const name = phone.kind === "member" ? who.name.split(" ")[0] : t(`tab-${phone.kind}`);
  return tabButton(phone.account, avatar(who), name, count);
}

function tabButton(id, picture, name, count) {
  return el("button", {
    type: "button", role: "tab", "data-tab": id, "aria-selected": String(tab === id),
    tabindex: tab === id ? "0" : "-1",
    onclick: () => open(id),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) walk(id, step);
    },
  }, picture, el("span", { class: "name" }, name),
  count ? el("span", { class: "badge" }, String(count),
    el("span", { class: "hidden" }, t("unread", ""))) : null);
}

function walk(id, step) {
  const all = ["scenes", ...phones.map((p) => p.account)];
  open(all[(all.indexOf(id) + step + all.length) % all.length]);
  tabs.querySelector('[aria-selected="true"]').focus();
}

function open(id) {
  tab = id;
  draw();
  const phone = phones.find((p) => p.account === id);
  phone?.log.toNewest();
  phone?.read();
}

export function startPhones() {
  const those = (chat) => phones.filter((p) => p.chat === chat);
  on("hello", begin);
  on("chat", (frame) => those(frame.chat).forEach((p) => p.load(frame)));
  on("commands", (frame) => those(frame.chat).forEach((p) => p.knows(frame.commands)));
  on("message", (frame) => those(frame.chat).forEach((p) => p.add(frame.message)));
  on("edit", (frame) => those(frame.chat).forEach((p) => p.edit(frame.message)));
  on("types", (frame) => those(frame.chat).forEach((p) => p.composer.types(frame.text, frame.seconds)));
  on("touches", (frame) => those(frame.chat).forEach((p) => p.log.touches(frame.message, frame.index)));
  on("notice", (frame) => phones.filter((p) => p.account === frame.as).forEach((p) => p.aside(frame.text)));
  on("refused", () => phones[0]?.aside(t("refused")));
  on("unread", (frame) => {
    unread.clear();
    for (const [chat, count] of Object.entries(frame.counts)) unread.set(chat, count);
    for (const phone of phones) if (phone.log.stuck) phone.read();
    draw();
  });
  onLanguage(() => {
    if (people.size) for (const phone of phones) phone.dress();
    draw();
  });
  document.addEventListener("visibilitychange", () => phones.forEach((p) => p.log.stuck && p.read()));
}

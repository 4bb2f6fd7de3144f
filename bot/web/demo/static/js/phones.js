// The row of phones: whose they are, which the reader listens to, which tab shows one.

import { el, icon } from "./dom.js";
import { ask, on } from "./link.js";
import { rememberHere, rememberedHere } from "./memory.js";
import { avatar, found, people, unread } from "./people.js";
import { Phone } from "./phone.js";
import { pick } from "./picker.js";
import { justBegun } from "./scenes.js";
import { onLanguage, t } from "./texts.js";

const MOST = 6;
const row = document.getElementById("phones");
const tabs = document.getElementById("tabs");
const small = matchMedia("(max-width: 819px)");
let stage = "";
let phones = [];
/** The phone that a small screen shows; null: the scenes. */
let tab = null;

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
    tab = null;
    page.moved();
  },
  /** Someone else's phone, or another chat in it: the demo is told what is shown. */
  moved() {
    ask("show", { phones: all() });
    keep();
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

/** After a cut, everything stays as it was; after a reload, the same phones; else the first. */
function begin(frame) {
  if (frame.stage !== stage) {
    stage = frame.stage;
    const kept = rememberedHere("phones");
    const same = kept?.stage === stage;
    phones = (same ? kept.shown : frame.phones).map(([account, chat], n) =>
      made(account, chat, n >= frame.phones.length));
    tab = (same && phones[kept.tab]) || null;
    row.replaceChildren(...phones.map((p) => p.element), addButton());
  }
  page.moved();
}

function made(account, chat, extra) {
  const who = found(account);
  const kind = who.chat ? "partner" : who.role === "member" ? "member" : "desk";
  const phone = new Phone(kind, account, chat, page);
  phone.extra = extra;
  phone.dress();
  return phone;
}

const all = () => phones.map((p) => [p.account, p.chat]);

/** For a reload of the page in the middle of things. */
function keep() {
  rememberHere("phones", { stage, shown: all(), tab: phones.indexOf(tab) });
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
  const phone = made(id, id, true);
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
    phone.element.classList.toggle("current", phone === tab);
    for (const [n, button] of [...phone.rooms.children].entries()) {
      const chat = [phone.who.chat, phone.account][n];
      button.replaceWith(phone.room(chat));
    }
  }
  document.body.dataset.tab = tab ? "phone" : "scenes";
}

function sceneTab() {
  return tabButton(null, el("span", { class: "avatar" }, icon("list")), t("scenes"), 0);
}

function phoneTab(phone) {
  const who = phone.who;
  const count = phone === tab ? 0
    : (unread.get(who.chat ?? who.id) ?? 0) + (who.chat ? unread.get(who.id) ?? 0 : 0);
  const name = phone.kind === "member" ? who.name.split(" ")[0] : t(`tab-${phone.kind}`);
  return tabButton(phone, avatar(who), name, count);
}

function tabButton(phone, picture, name, count) {
  return el("button", {
    type: "button", role: "tab", "data-tab": String(phones.indexOf(phone)),
    "aria-selected": String(tab === phone), tabindex: tab === phone ? "0" : "-1",
    onclick: () => open(phone),
    onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) walk(phone, step);
    },
  }, picture, el("span", { class: "name" }, name),
  count ? el("span", { class: "badge" }, String(count),
    el("span", { class: "hidden" }, t("unread", ""))) : null);
}

function walk(phone, step) {
  const row = [null, ...phones];
  open(row[(row.indexOf(phone) + step + row.length) % row.length]);
  tabs.querySelector('[aria-selected="true"]').focus();
}

function open(phone) {
  tab = phone;
  keep();
  draw();
  phone?.log.toNewest();
  phone?.read();
}

/** A scene types. On a small screen whoever has just begun it is led to where it happens. */
function types(phone, frame) {
  if (justBegun() && small.matches && !tab) open(phone);
  phone.composer.types(frame.text, frame.seconds);
}

export function startPhones() {
  const those = (chat) => phones.filter((p) => p.chat === chat);
  on("hello", begin);
  on("chat", (frame) => those(frame.chat).forEach((p) => p.load(frame)));
  on("commands", (frame) => those(frame.chat).forEach((p) => p.knows(frame.commands)));
  on("message", (frame) => those(frame.chat).forEach((p) => p.add(frame.message)));
  on("edit", (frame) => those(frame.chat).forEach((p) => p.edit(frame.message)));
  on("types", (frame) => those(frame.chat).forEach((p) => types(p, frame)));
  on("touches", (frame) => those(frame.chat).forEach((p) => p.log.touches(frame.message, frame.index)));
  on("notice", (frame) => phones.filter((p) => p.account === frame.as).forEach((p) => p.aside(frame.text)));
  on("refused", (frame) => (those(frame.chat)[0] ?? phones[0])?.refused());
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

// One phone: whose it is, a conversation with the bot, and where one writes.

import { words } from "./bubble.js";
import { Composer } from "./composer.js";
import { el, icon } from "./dom.js";
import { ask } from "./link.js";
import { Log } from "./log.js";
import { avatar, found, subtitle, unread } from "./people.js";
import { t } from "./texts.js";

const LONG = 480;

export class Phone {
  /** `kind`: desk, member or partner. `page` can change(phone), remove(phone), moved(). */
  constructor(kind, account, chat, page) {
    Object.assign(this, { kind, account, chat, page, frame: null });
    this.log = new Log({
      account,
      name: (id) => found(id).name,
      press: (message, key) => this.press(message, key),
      command: (words) => this.say(words, ""),
      reply: (message) => this.composer.reply(message.id, words(message).slice(0, 70)),
    }, () => this.read());
    this.composer = new Composer((text, reply) => this.say(text, reply));
    this.owner = el("header", { class: "owner" });
    this.rooms = el("div", { class: "rooms", role: "group", hidden: true });
    this.toast = el("p", { class: "toast", role: "status" });
    this.jump = el("button", {
      class: "jump", type: "button", onclick: () => this.composer.box.focus(),
    });
    this.readOnly = el("div", { class: "read-only", hidden: true });
    this.element = el("section", { class: "phone", onfocusin: () => this.page.listen(this) },
      this.jump, this.owner, this.rooms, this.log.element, this.log.newest, this.toast,
      this.composer.element, this.readOnly);
    this.holdToReply();
    this.dress();
  }

  get who() {
    return found(this.account);
  }

  /** Everything in words: again when the person or the language changes. */
  dress() {
    const who = this.who;
    this.element.setAttribute("aria-label", t("phone", who.name));
    this.log.element.setAttribute("aria-label", t("conversation", who.name));
    this.composer.relabel(who.name);
    this.jump.textContent = t("jump", who.name);
    this.readOnly.replaceChildren(el("span", {}, t("read-only")), el("button", {
      type: "button", onclick: () => this.go(this.account),
    }, t("write-privately")));
    this.owner.replaceChildren(
      avatar(who),
      el("div", {}, el("h2", {}, who.name), el("p", {}, subtitle(who))),
      ...this.tools());
    this.rooms.hidden = !who.chat;
    if (who.chat) this.rooms.replaceChildren(...[who.chat, who.id].map((chat) => this.room(chat)));
    if (this.frame) this.load(this.frame);
  }

  tools() {
    const change = el("button", {
      class: "quiet icon", type: "button", "aria-label": t("change-person"),
      title: t("change-person"), onclick: () => this.page.change(this),
    }, icon("swap"));
    if (!this.extra) return [change];
    return [change, el("button", {
      class: "quiet icon", type: "button", "aria-label": t("remove-phone"),
      title: t("remove-phone"), onclick: () => this.page.remove(this),
    }, icon("close"))];
  }

  room(chat) {
    const label = t(chat === this.account ? "private" : "channel");
    const count = chat === this.chat ? 0 : unread.get(chat) ?? 0;
    return el("button", {
      type: "button", "aria-pressed": String(chat === this.chat), onclick: () => this.go(chat),
    }, label, count ? el("span", { class: "badge" }, String(count)) : null);
  }

  /** Another of this person's chats. */
  go(chat) {
    if (chat === this.chat) return;
    this.chat = chat;
    this.frame = null;
    this.dress();
    this.page.moved();
  }

  take(account) {
    this.account = account;
    this.chat = found(account).chat ?? account;
    this.frame = null;
    this.composer.typed();
    this.composer.reply(null);
    this.dress();
    this.page.moved();
  }

  // What the demo tells

  load(frame) {
    const fresh = this.frame === frame ? 0 : unread.get(this.chat) ?? 0;
    if (this.frame === frame) frame.messages = [...this.log.messages.values()];
    this.frame = frame;
    const empty = t(frame.kind === "private" ? "empty" : "empty-channel");
    const closed = frame.kind === "channel";
    this.composer.element.hidden = this.jump.hidden = closed;
    this.readOnly.hidden = !closed;
    this.log.load(frame.messages, this.account, Math.min(fresh, frame.messages.length), empty);
    this.read();
  }

  knows(commands) {
    this.composer.commands = commands;
  }

  add(message) {
    if (message.by === this.account) this.composer.typed();
    this.log.add(message);
  }

  edit(message) {
    this.log.edit(message);
  }

  refused() {
    this.log.answered();
    this.aside(t("refused"));
  }

  aside(text) {
    this.toast.textContent = text;
    clearTimeout(this.fading);
    this.fading = setTimeout(() => (this.toast.textContent = ""), 3500);
  }

  /** Only what is on the screen counts as seen. */
  read() {
    const seen = this.element.offsetParent !== null && !document.hidden;
    if (!seen || !unread.get(this.chat)) return;
    unread.delete(this.chat);
    ask("read", { chat: this.chat });
    this.page.counted();
  }

  // What the visitor does

  say(text, reply) {
    if (!ask("say", { as: this.account, chat: this.chat, text, reply })) return this.cut();
    if (this.frame?.kind === "private") this.log.waits(true);
    return true;
  }

  /** There is no connection: what was written stays where it is. */
  cut() {
    this.log.answered();
    this.aside(t("lost"));
    return false;
  }

  press(message, key) {
    if (key.start) {
      if (this.chat !== this.account) this.go(this.account);
      ask("open", { as: this.account, payload: key.start });
      return;
    }
    this.log.expects();
    const there = ask("press", {
      as: this.account, chat: this.chat, message: message.id, keyboard: message.keyboard,
      index: key.i,
    });
    if (!there) this.cut();
  }

  /** A long touch on a message answers it. */
  holdToReply() {
    let timer = null;
    const cancel = () => clearTimeout(timer);
    this.log.element.addEventListener("pointerdown", (event) => {
      const item = event.target.closest(".said");
      if (!item || event.pointerType === "mouse" || event.target.closest("a, button")) return;
      timer = setTimeout(() => {
        const message = this.log.messages.get(item.dataset.id);
        if (message && !message.by) this.composer.reply(message.id, words(message).slice(0, 70));
      }, LONG);
    });
    for (const kind of ["pointerup", "pointermove", "pointercancel"]) {
      this.log.element.addEventListener(kind, cancel);
    }
  }
}

// The messages of one chat: days between them, what is new, and staying at the newest.

import { bubble, settle, words } from "./bubble.js";
import { day } from "./clock.js";
import { calm, el, icon } from "./dom.js";
import { t } from "./texts.js";

const NEAR = 90;
const GLIDE = 600;

export class Log {
  /** `room` is what bubbles need (see bubble.js); `read()` is told when the newest is seen. */
  constructor(room, read) {
    this.room = {
      ...room,
      quoted: (id) => this.messages.get(id),
      goTo: (id) => this.goTo(id),
      grew: () => this.stuck && this.toNewest(),
    };
    this.read = read;
    this.messages = new Map();
    this.missed = 0;
    this.touched = -Infinity;
    this.list = el("ol");
    this.element = el("div", {
      class: "log", role: "log", tabindex: "0", "aria-live": "off", onscroll: () => this.scrolled(),
      onwheel: () => (this.arriving = 0), ontouchmove: () => (this.arriving = 0),
    }, this.list);
    this.newest = el("button", {
      class: "newest", type: "button", hidden: true, onclick: () => this.toNewest(true),
    });
    this.arriving = 0;
    this.stuck = true;
    const keeps = new ResizeObserver(() => this.stuck && this.toNewest());
    keeps.observe(this.element);
    keeps.observe(this.list);
  }

  load(messages, account, unread, empty) {
    this.room.account = account;
    this.messages = new Map(messages.map((m) => [m.id, m]));
    this.list.replaceChildren();
    this.lastDay = "";
    const from = messages.length - unread;
    messages.forEach((message, n) => {
      this.mark(message);
      if (unread && n === from) this.list.append(el("li", { class: "since" }, t("since")));
      this.list.append(bubble(message, this.room));
    });
    this.empty = empty;
    if (!messages.length) this.list.append(el("li", { class: "empty" }, empty));
    this.missed = 0;
    this.toNewest();
  }

  mark(message) {
    const today = day(message.at);
    if (today !== this.lastDay) this.list.append(el("li", { class: "day" }, today));
    this.lastDay = today;
  }

  add(message) {
    this.list.querySelector(".empty")?.remove();
    if (message.by === "") this.answered();
    this.messages.set(message.id, message);
    this.mark(message);
    const item = bubble(message, this.room);
    item.classList.add("arrives");
    this.list.append(item);
    if (this.dots) this.list.append(this.dots);
    if (this.follows(message)) this.toNewest(true);
    else this.miss(message.by === "" ? 1 : 0);
    if (this.stuck) this.read();
  }

  /** The newest is gone to by those who are there, or who have just asked for it. */
  follows(message) {
    return this.stuck || message.by === this.room.account || (message.by === "" && this.awaits);
  }

  get awaits() {
    return performance.now() - this.touched < 5000;
  }

  /** A button of this chat was touched by the visitor: what comes of it is to be seen. */
  expects() {
    this.touched = performance.now();
  }

  answered() {
    this.waits(false);
    for (const group of this.list.querySelectorAll('[aria-busy="true"]')) settle(group);
  }

  edit(message) {
    const old = this.item(message.id);
    if (!old) return;
    this.waits(false);
    const before = this.messages.get(message.id);
    this.messages.set(message.id, message);
    const item = bubble(message, this.room);
    if (words(before) !== words(message)) item.classList.add("changes");
    const held = old.contains(document.activeElement);
    old.replaceWith(item);
    if (held) (item.querySelector(".key") ?? this.element).focus({ preventScroll: true });
    if (this.stuck) this.toNewest();
    else if (this.awaits && item.offsetHeight < this.element.clientHeight) {
      item.scrollIntoView({ block: "nearest" });
    }
  }

  touches(id, index) {
    const key = this.item(id)?.querySelector(`.key[data-index="${index}"]`);
    key?.classList.add("touched");
    setTimeout(() => key?.classList.remove("touched"), 1500);
  }

  item(id) {
    return this.list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  }

  /** Three dots, while the bot has not answered yet. */
  waits(on) {
    this.dots?.remove();
    this.dots = null;
    clearTimeout(this.patience);
    if (!on) return;
    this.dots = el("li", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.list.append(this.dots);
    if (this.stuck) this.toNewest(true);
    this.patience = setTimeout(() => this.waits(false), 6000);
  }

  // Scrolling

  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    const shape = `${scrollHeight} ${clientHeight}`;
    const moved = shape !== this.shape;
    this.shape = shape;
    if (moved && this.stuck) return; // the page was laid out anew: nobody has scrolled
    if (performance.now() < this.arriving) return; // it is on its way to the newest
    const below = scrollHeight - scrollTop - clientHeight;
    this.stuck = below < NEAR;
    if (this.stuck) {
      this.missed = 0;
      this.read();
    }
    this.newest.hidden = this.stuck;
    this.label();
  }

  miss(count) {
    this.missed += count;
    this.newest.hidden = false;
    this.label();
  }

  label() {
    const words = this.missed ? t("new-count", this.missed) : "";
    this.newest.replaceChildren(icon("down"), words);
    this.newest.setAttribute("aria-label", `${t("newest")} ${words}`);
  }

  toNewest(smooth = false) {
    this.stuck = true;
    this.newest.hidden = true;
    const behavior = smooth && !calm() ? "smooth" : "instant";
    this.arriving = behavior === "smooth" ? performance.now() + GLIDE : 0;
    this.element.scrollTo({ top: this.element.scrollHeight, behavior });
  }

  goTo(id) {
    const item = this.item(id);
    item?.scrollIntoView({ block: "center", behavior: calm() ? "instant" : "smooth" });
    item?.classList.add("changes");
    setTimeout(() => item?.classList.remove("changes"), 1800);
  }
}

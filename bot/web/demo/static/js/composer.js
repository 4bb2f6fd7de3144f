// Where one writes: commands complete themselves, a reply shows what it answers.

import { calm, el, folded, icon } from "./dom.js";
import { t } from "./texts.js";

const MOST = 4000;
let numbers = 0;

export class Composer {
  /** `said(text, replyTo)` is told what is sent; false where it could not be. */
  constructor(said) {
    this.said = said;
    this.commands = [];
    this.choice = 0;
    this.replyTo = null;
    this.draft = "";
    this.id = `menu-${++numbers}`;
    this.build();
  }

  build() {
    this.box = el("textarea", {
      rows: "1", autocomplete: "off", spellcheck: "false", role: "combobox",
      "aria-expanded": "false", "aria-controls": this.id, "aria-autocomplete": "list",
      oninput: () => this.changed(), onkeydown: (event) => this.key(event),
      onblur: () => setTimeout(() => this.close(), 150),
    });
    this.menu = el("ul", { class: "menu", role: "listbox", id: this.id, hidden: true });
    this.slash = el("button", { class: "round", type: "button", onclick: () => this.open() }, "/");
    this.go = el("button", { class: "round send", type: "submit", disabled: true }, icon("send"));
    this.quoting = el("div", { class: "quoting", hidden: true });
    this.element = el("form", {
      class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); },
    }, this.menu, this.quoting, this.slash, this.box, this.go);
  }

  relabel(name) {
    this.box.placeholder = t("write");
    this.box.setAttribute("aria-label", t("write-label", name));
    this.menu.setAttribute("aria-label", t("commands"));
    for (const [button, key] of [[this.slash, "commands"], [this.go, "send"]]) {
      button.setAttribute("aria-label", t(key));
      button.title = t(key);
    }
    this.showReply();
  }

  reply(id, quoted) {
    this.replyTo = id && { id, quoted };
    this.showReply();
    if (id) this.box.focus();
  }

  showReply() {
    this.quoting.hidden = !this.replyTo;
    if (!this.replyTo) return;
    this.quoting.replaceChildren(
      el("span", {}, t("reply-to", this.replyTo.quoted)),
      el("button", {
        type: "button", "aria-label": t("cancel-reply"), onclick: () => this.reply(null),
      }, icon("close")));
  }

  submit() {
    const text = this.box.value.trim();
    if (!text || this.element.classList.contains("auto")) return;
    for (const part of parts(text)) {
      if (!this.said(part, this.replyTo?.id ?? "")) return;
    }
    this.box.value = "";
    this.reply(null);
    this.changed();
    this.box.focus();
  }

  // Completion

  open() {
    if (!this.box.value.startsWith("/")) this.box.value = "/";
    this.box.focus();
    this.changed();
  }

  changed() {
    this.go.disabled = !this.box.value.trim();
    const word = /^[/!](\S*)$/.exec(this.box.value);
    this.fits = word
      ? this.commands.filter(([name]) => folded(name).startsWith(folded(word[1])))
      : [];
    this.choice = 0;
    this.draw();
  }

  draw() {
    const open = this.fits.length > 0;
    this.menu.hidden = !open;
    this.box.setAttribute("aria-expanded", String(open));
    this.menu.replaceChildren(...(this.fits ?? []).map(([name, help], n) =>
      el("li", {
        role: "option", id: `${this.id}-${n}`, "aria-selected": String(n === this.choice),
        onmousedown: (event) => { event.preventDefault(); this.take(n); },
      }, el("b", {}, `/${name}`), el("span", {}, help))));
    if (open) this.box.setAttribute("aria-activedescendant", `${this.id}-${this.choice}`);
    else this.box.removeAttribute("aria-activedescendant");
    this.menu.children[this.choice]?.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.fits = [];
    this.draw();
  }

  take(n) {
    this.box.value = `/${this.fits[n][0]} `;
    this.go.disabled = false;
    this.close();
    this.box.focus();
  }

  key(event) {
    const open = !this.menu.hidden;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choice = (this.choice + step + this.fits.length) % this.fits.length;
      this.draw();
    } else if (open && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      this.take(this.choice);
    } else if (event.key === "Escape") {
      if (open) this.close();
      else this.reply(null);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      const typed = this.box.value.slice(1).trim();
      if (open && !this.fits.some(([name]) => name === typed)) this.take(this.choice);
      else this.submit();
    }
  }

  // A scene types

  types(text, seconds) {
    this.close();
    if (!this.element.classList.contains("auto")) this.draft = this.box.value;
    this.element.classList.add("auto");
    this.box.readOnly = true;
    clearInterval(this.typing);
    const began = performance.now();
    const show = () => {
      const share = seconds && !calm() ? (performance.now() - began) / (seconds * 900) : 1;
      this.box.value = text.slice(0, Math.ceil(text.length * Math.min(1, share)));
      this.box.scrollTop = this.box.scrollHeight;
      if (share >= 1) clearInterval(this.typing);
    };
    this.typing = setInterval(show, 30);
    show();
    clearTimeout(this.ending);
    this.ending = setTimeout(() => this.typed(), seconds * 1000 + 1500);
  }

  /** What was typed has been said: the box is the visitor's again. */
  typed() {
    if (!this.element.classList.contains("auto")) return;
    clearInterval(this.typing);
    clearTimeout(this.ending);
    this.element.classList.remove("auto");
    this.box.readOnly = false;
    this.box.value = this.draft;
    this.changed();
  }
}

/** A text that is too long for one message goes as several, cut where a line or a word ends. */
function parts(text) {
  const found = [];
  let rest = text;
  while (rest.length > MOST) {
    const head = rest.slice(0, MOST);
    const cut = Math.max(head.lastIndexOf("\n"), head.lastIndexOf(" "));
    found.push(rest.slice(0, cut > 0 ? cut : MOST));
    rest = rest.slice(cut > 0 ? cut : MOST).trimStart();
  }
  return [...found, rest];
}

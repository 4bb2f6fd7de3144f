// Whose phone? A list that one searches, those with news first.

import { el, folded, icon } from "./dom.js";
import { avatar, partners, people, subtitle, unread } from "./people.js";
import { language, t } from "./texts.js";

const dialog = document.getElementById("picker");
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

/** Opens the list; `picked(id)` is told, unless the visitor leaves. */
export function pick(kind, taken, picked) {
  const all = [...(kind === "partner" ? partners : people).values()]
    .filter((one) => kind !== "desk" || one.role !== "member");
  const partner = kind === "partner";
  const what = t(partner ? "search-partner" : "search");
  const search = el("input", {
    type: "search", placeholder: what, "aria-label": what, autofocus: true,
    oninput: () => draw(),
  });
  const trade = trades(all, t(partner ? "every-kind" : "everyone"), () => draw());
  const list = el("ul");
  const count = el("p", { class: "found", role: "status" });
  const draw = () => {
    const shown = matching(all, search.value, trade.value);
    count.textContent = t(partner ? "found-partner" : "found", shown.length);
    list.replaceChildren(...shown.map((one) => entry(one, taken.includes(one.id), () => {
      dialog.close();
      picked(one.id);
    })));
  };
  dialog.replaceChildren(
    el("header", {},
      el("h2", { id: "picker-title" }, t(partner ? "pick-partner" : "pick-person")),
      el("button", {
        class: "quiet icon", type: "button", "aria-label": t("close"), onclick: () => dialog.close(),
      }, icon("close")),
      el("div", { class: "filters" }, search, trade), count),
    list);
  dialog.onkeydown = (event) => walk(event, search, list);
  draw();
  dialog.showModal();
  search.focus();
}

function trades(all, every, changed) {
  const names = [...new Set(all.map((one) => one.title[language()]))].sort();
  return el("select", { "aria-label": every, onchange: changed },
    el("option", { value: "" }, every),
    ...names.map((name) => el("option", { value: name }, name)));
}

function matching(all, said, trade) {
  const wanted = folded(said).split(/\s+/).filter(Boolean);
  const news = (one) => (unread.get(one.chat ?? one.id) ? 0 : 1);
  return all
    .filter((one) => !trade || one.title[language()] === trade)
    .filter((one) => {
      const words = folded(`${one.name} ${subtitle(one)}`);
      return wanted.every((word) => words.includes(word));
    })
    .sort((a, b) => news(a) - news(b) || a.name.localeCompare(b.name, language()));
}

function entry(one, taken, chosen) {
  const count = unread.get(one.chat ?? one.id);
  return el("li", {}, el("button", { type: "button", onclick: chosen, "aria-current": taken },
    avatar(one),
    el("div", {}, el("b", {}, one.name), el("small", {}, subtitle(one))),
    count ? el("span", { class: "badge" }, String(count),
      el("span", { class: "hidden" }, t("unread", ""))) : null));
}

/** Up and down go through the list. */
function walk(event, search, list) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (document.activeElement?.tagName === "SELECT") return;
  const entries = [search, ...list.querySelectorAll("button")];
  const at = entries.indexOf(document.activeElement);
  const next = entries[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

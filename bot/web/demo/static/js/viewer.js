// A picture, large, over the page.

import { el, icon } from "./dom.js";
import { t } from "./texts.js";

const dialog = document.getElementById("viewer");
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

/** Shows it here; with Ctrl, or another button of the mouse, the link does what links do. */
export function view(event, file) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  dialog.setAttribute("aria-label", file.alt || file.name);
  dialog.replaceChildren(
    el("header", {},
      el("a", { class: "quiet", href: file.href, target: "_blank", rel: "noopener" }, t("open-tab")),
      el("button", {
        class: "quiet icon", type: "button", "aria-label": t("close"), title: t("close"),
        onclick: () => dialog.close(),
      }, icon("close"))),
    el("div", { class: "sheet", tabindex: "0", role: "group", "aria-label": t("picture") },
      el("img", { src: file.href, alt: file.alt || file.name })));
  dialog.showModal();
}

// Light, dark, or as the device is; remembered where the browser allows it.

import { icon } from "./dom.js";
import { remember, remembered } from "./memory.js";
import { onLanguage, t } from "./texts.js";

const CHOICES = ["auto", "light", "dark"];
const button = document.getElementById("theme");
let chosen = "auto";

const dark = () =>
  chosen === "dark" || (chosen === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);

function draw() {
  if (chosen === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  button.replaceChildren(icon(dark() ? "moon" : "sun"));
  const label = t("theme", t(`theme-${chosen}`));
  button.setAttribute("aria-label", label);
  button.title = label;
}

export function startTheme() {
  const kept = remembered("theme");
  if (CHOICES.includes(kept)) chosen = kept;
  button.addEventListener("click", () => {
    const other = dark() ? "light" : "dark";
    const native = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    chosen = other === native ? "auto" : other;
    remember("theme", chosen);
    draw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  onLanguage(draw);
}

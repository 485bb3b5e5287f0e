// Light, dark, or as the device says; remembered on this computer alone.

import { say } from "./words.js";

const KEY = "checker-theme";
const ORDER = ["auto", "light", "dark"];

export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser without storage forgets; that is all.
  }
}

export function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

let theme = ORDER.includes(remembered(KEY)) ? remembered(KEY) : "auto";

export function showTheme(button) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const label = say(`theme_${theme}`);
  button.setAttribute("aria-label", label);
  button.title = label;
}

export function nextTheme(button) {
  theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
  remember(KEY, theme);
  showTheme(button);
}

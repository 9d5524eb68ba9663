// Remember light or dark. Loaded in <head>, before anything is drawn, so that the page never flashes.
const root = document.documentElement;
const kept = { get: () => { try { return localStorage.getItem("theme"); } catch { return null; } }, set: theme => { try { localStorage.setItem("theme", theme); } catch { /* private window */ } } };
if (kept.get()) root.dataset.theme = kept.get();
addEventListener("DOMContentLoaded", () => document.getElementById("theme")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  kept.set(root.dataset.theme);
}));

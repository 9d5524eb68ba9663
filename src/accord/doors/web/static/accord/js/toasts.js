// Toasts stay eight seconds of being left alone: a pointer or the keyboard on one stops its clock. Without this script they stay.
const LASTS = 8000;

function watch(toast) {
  let left = LASTS, since = performance.now(), timer;
  const held = () => toast.matches(":hover") || toast.matches(":focus-within");
  const leave = () => { toast.classList.add("going"); setTimeout(() => toast.remove(), 240); };
  const run = () => { if (!held()) { since = performance.now(); clearTimeout(timer); timer = setTimeout(leave, left); } };
  const stop = () => { clearTimeout(timer); left = Math.max(1000, left - (performance.now() - since)); };
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, stop);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, () => setTimeout(run));
  run();
}

// Words that were in the page from the start are not read out; put in again, they are.
const place = document.querySelector(".toasts");
const toasts = place ? [...place.children] : [];
if (toasts.length) {
  place.replaceChildren();
  requestAnimationFrame(() => { place.append(...toasts); toasts.forEach(watch); });
}

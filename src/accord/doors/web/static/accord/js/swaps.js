// After a part of the page was exchanged: a heading marked data-focus takes the focus, words marked data-say are read out.
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const changed = detail.elt;
  const find = mark => (changed.matches?.(mark) ? changed : changed.querySelector?.(mark));
  const heading = find("[data-focus]");
  if (heading) { heading.tabIndex = -1; heading.focus(); }
  const said = find("[data-say]");
  if (said) document.getElementById("said").textContent = said.dataset.say;
});

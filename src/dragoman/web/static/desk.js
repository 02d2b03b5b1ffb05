// What every page does: light or dark, "/" to search, the citation.
const root = document.documentElement;

document.querySelector(".theme").addEventListener("click", () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* kept for this page alone */ }
  document.dispatchEvent(new CustomEvent("theme"));
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("ask").focus();
  }
});

const cite = document.querySelector(".cite");
cite?.addEventListener("click", () => {
  const citation = document.getElementById("citation");
  citation.hidden = !citation.hidden;
  cite.setAttribute("aria-expanded", String(!citation.hidden));
  citation.querySelector("[data-address]").textContent = location.href;
  citation.querySelector("[data-today]").textContent = new Date().toISOString().slice(0, 10);
});

// What a form leaves empty doesn't stand in the address.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form.filters :disabled")) field.disabled = false;
});

// Rulings: sent as JSON; then the page is loaded again, at the forecast that was ruled on.
const problem = document.querySelector(".problem");

async function send(path, body, forecast) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.ok) {
    history.replaceState(null, "", `${location.pathname}${location.search}#${forecast}`);
    location.reload();
    return;
  }
  const told = await answer.json().catch(() => null);
  problem.textContent = told?.error?.message ?? "the desk did not answer; is it still running?";
  problem.hidden = false;
  problem.scrollIntoView({ block: "center" });
}

for (const form of document.querySelectorAll("form[data-forecast]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!event.submitter?.value) return;
    const because = form.elements.because.value.trim() || null;
    send("/forecasts/rulings", { forecast: form.dataset.forecast, ruling: event.submitter.value, because }, form.dataset.forecast);
  });
  // Enter in the reason would rule by the first button; it rules nothing.
  form.elements.because.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}

for (const button of document.querySelectorAll("[data-undo]")) {
  button.addEventListener("click", () => {
    send(`/forecasts/rulings/${button.dataset.undo}/undo`, {}, button.closest("article").id);
  });
}

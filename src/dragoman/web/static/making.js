// A page that was made while all articles are still being compared asks now and then, and loads again once they are.
// Where somebody has begun to type, it offers that instead: what they typed would be lost.
const making = document.querySelector(".making");

function arrived() {
  const typed = [...document.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);
  if (!typed) return location.reload();
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = "load the page again";
  making.replaceChildren("It is there now: ", link, ".");
}

async function ask() {
  try {
    const answer = await fetch(making.dataset.twin, { headers: { Accept: "application/json" } });
    const told = answer.ok ? await answer.json() : {};
    const ready = answer.ok && told.ready !== false && told.compared !== false;
    if (ready || (answer.status !== 503 && !answer.ok)) return arrived();
  } catch { /* the desk may be busy; ask again */ }
  setTimeout(ask, 2000);
}

if (making) setTimeout(ask, 500);

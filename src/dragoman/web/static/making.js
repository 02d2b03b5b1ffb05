// A page that was made while all articles are still being compared asks now and then, and loads again once they are.
const making = document.querySelector(".making");

async function ask() {
  try {
    const answer = await fetch(making.dataset.twin, { headers: { Accept: "application/json" } });
    const told = answer.ok ? await answer.json() : {};
    const ready = answer.ok && told.ready !== false && told.compared !== false;
    if (ready || (answer.status !== 503 && !answer.ok)) return location.reload();
  } catch { /* the desk may be busy; ask again */ }
  setTimeout(ask, 2000);
}

if (making) setTimeout(ask, 500);

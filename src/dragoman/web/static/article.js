// An article: layers switched by boxes and keys, marks that lead to cards and back, j and k through the cards.
export const article = () => document.querySelector("article.article");

const shown = (card) => card.getClientRects().length > 0;
const cards = () => [...article().querySelectorAll(".card")].filter(shown);
let current = null;

export const currentCard = () => document.activeElement?.closest?.(".card") ?? (current?.isConnected ? current : null);

export function go(card, keep = false) {
  if (!card) return;
  light(card.id);
  current = card;
  led = performance.now() + 400;
  if (card.parentElement.matches(".beside")) {
    const mark = document.getElementById(`t-${card.id}`);
    if (mark && !inView(mark)) mark.scrollIntoView({ block: "center" });
    card.parentElement.scrollTop = card.offsetTop - 60;
  } else card.scrollIntoView({ block: "nearest" });
  card.focus({ preventScroll: true });
  if (!keep) history.replaceState(history.state, "", `#${card.id}`);
}

function inView(mark) {
  const { top, bottom } = mark.getBoundingClientRect();
  return top > 80 && bottom < innerHeight - 40;
}

// On a wide screen the cards stand in a column of their own, which follows the text as that is scrolled;
// on a narrow one each stands under its paragraph, as the page has them.
const wide = matchMedia("(min-width: 60.01rem)");
let led = 0;  // until then the column stays where somebody was led

export function arrange() {
  if (!article()) return;
  const layered = article().querySelector(".layered");
  let beside = layered.querySelector(".beside");
  if (wide.matches && !beside) {
    beside = document.createElement("div");
    beside.className = "beside";
    beside.tabIndex = 0;
    beside.setAttribute("role", "region");
    beside.setAttribute("aria-label", "Findings");
    layered.querySelectorAll(".row").forEach((row, at) => {
      for (const card of row.querySelectorAll(".card")) {
        card.dataset.row = at;
        beside.append(card);
      }
    });
    layered.append(beside);
    follow();
  } else if (!wide.matches && beside) {
    const rows = layered.querySelectorAll(".row");
    for (const card of beside.querySelectorAll(".card")) rows[card.dataset.row].querySelector(".cards").append(card);
    beside.remove();
  }
}

function follow() {
  const beside = article()?.querySelector(".beside");
  if (!beside || performance.now() < led || beside.contains(document.activeElement)) return;
  const rows = [...article().querySelectorAll(".row")];
  const at = rows.findIndex((row) => row.getBoundingClientRect().bottom > 90);
  const first = [...beside.querySelectorAll(".card")].find((card) => Number(card.dataset.row) >= at && shown(card));
  if (first) beside.scrollTop = first.offsetTop - 6;
}

addEventListener("scroll", follow, { passive: true });
wide.addEventListener("change", arrange);

function light(id) {
  for (const piece of article().querySelectorAll(".lit")) piece.classList.remove("lit");
  for (const piece of article().querySelectorAll("a[data-cards]")) {
    if (piece.dataset.cards.split(" ").includes(id)) piece.classList.add("lit");
  }
}

function fromMark(piece) {
  const leads = piece.dataset.cards.split(" ").map((id) => document.getElementById(id)).filter((to) => to?.matches(".card") && shown(to));
  if (leads.length) {
    const at = leads.indexOf(current);
    go(leads[(at + 1) % leads.length]);  // a second click on the same words leads to the next finding there
    return true;
  }
  return false;
}

function hide() {
  const boxes = [...article().querySelectorAll(".layers input")];
  article().dataset.hidden = boxes.filter((box) => !box.checked).map((box) => box.name).join(" ");
  if (!article().hasAttribute("data-stored")) return;
  const address = new URL(location.href);
  address.searchParams.set("layers", boxes.filter((box) => box.checked).map((box) => box.name).join(","));
  history.replaceState(history.state, "", address);
}

function step(by) {
  const all = cards();
  const at = all.indexOf(currentCard());
  go(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function toText(card) {
  const mark = document.getElementById(`t-${card.id}`);
  mark?.scrollIntoView({ block: "center" });
  light(card.id);
  [...article().querySelectorAll(".lit")].find((piece) => piece.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING)?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const piece = event.target.closest?.("a[data-cards]");
  if (piece && getSelection().isCollapsed && fromMark(piece)) event.preventDefault();
  const back = event.target.closest?.("a.back");
  if (back) {
    event.preventDefault();
    toText(back.closest(".card"));
  }
});

document.addEventListener("change", (event) => {
  if (event.target.closest?.(".layers")) hide();
});

// A press would give a folded card the focus, unfold it, and move what is pressed from under the pointer before
// it is let go, so that nothing was clicked.
document.addEventListener("mousedown", (event) => {
  if (event.target.closest(".card a, .card button")) event.preventDefault();
});
document.addEventListener("focusin", (event) => {
  const card = event.target.closest?.(".card");
  if (card) { current = card; light(card.id); }
});

document.addEventListener("keydown", (event) => {
  if (!article() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "t" && currentCard()) toText(currentCard());
  else if (/^[1-9]$/.test(event.key)) {
    const box = article().querySelectorAll(".layers input")[event.key - 1];
    if (box) { box.checked = !box.checked; hide(); }
  } else return;
  event.preventDefault();
});

function atFragment() {
  const to = article() && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (to?.matches(".card")) {
    const box = article().querySelector(`.layers input[name="${to.dataset.layer}"]`);
    if (box && !box.checked) { box.checked = true; hide(); }
    go(to, true);
  }
}

addEventListener("hashchange", atFragment);
if (article()) { arrange(); atFragment(); }

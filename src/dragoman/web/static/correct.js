// A person corrects a finding: the form moves to its card, words are taken from the text, the desk keeps the rest.
import { article, currentCard } from "./article.js";

const ways = {
  statements: [["source", "another source"], ["span", "other words"], ["link via", "through whom it came"], ["reject", "reject: nobody says this"]],
  events: [["link actors", "who does it"], ["link recipients", "to whom it is done"], ["status", "whether it happened"], ["span", "other words"], ["reject", "reject: nothing of the kind"]],
  agreements: [["link parties", "who agrees"], ["status", "how far it got"], ["span", "other words"], ["reject", "reject: no agreement"]],
  positions: [["link actor", "who holds it"], ["span", "other words"], ["reject", "reject: no position"]],
  memberships: [["link member", "who belongs"], ["link organization", "to what"], ["span", "other words"], ["reject", "reject: no membership"]],
  forecasts: [["link claimant", "who predicts it"], ["span", "other words"], ["reject", "reject: no forecast"]],
};
const many = ["link via", "link actors", "link recipients", "link parties"];
const form = document.querySelector("form.correction");
const field = (name) => form.elements[name];
const text = [...article().querySelectorAll("[data-at]")];
let picked = [];
let span = null;

function open(card, what) {
  card.append(form);
  form.hidden = false;
  form.reset();
  picked = [];
  span = null;
  form.querySelector(".picked").textContent = form.querySelector(".alert").textContent = "";
  field("what").replaceChildren(...ways[card.dataset.layer].map(([value, told]) => new Option(told, value)));
  if (what && ways[card.dataset.layer].some(([value]) => value === what)) field("what").value = what;
  for (const one of field("status").options) one.hidden = one.disabled = one.dataset.layer !== card.dataset.layer;
  field("status").selectedIndex = [...field("status").options].findIndex((one) => !one.disabled);
  try { field("by").value = localStorage.getItem("by") ?? ""; } catch { /* asked anew each time */ }
  const taken = selected();
  if (taken) take(taken);
  fit();
  field("what").focus();
}

function close() {
  const card = form.closest(".card");
  form.hidden = true;
  card?.focus();
}

function fit() {
  const what = field("what").value;
  const names = what === "source" || what.startsWith("link");
  form.querySelector(".pick").hidden = !names;
  form.querySelector(".more").hidden = !many.includes(what);
  field("actor").options[0].textContent = what === "source" ? "nobody is named" : "choose";
  form.querySelector(".status").hidden = what !== "status";
  form.querySelector(".words").hidden = what === "reject" || what === "status";
  form.querySelector(".words span").textContent = names ? "or the words of the text that name them" : "the words of the text";
}

const length = (words) => [...words].length;  // characters as the desk counts them: code points

function offset(node, at) {
  const piece = node.parentElement?.closest("[data-at]");
  return piece && node.nodeType === Node.TEXT_NODE ? Number(piece.dataset.at) + length(node.data.slice(0, at)) : null;
}

function selected() {
  const chosen = getSelection();
  if (chosen.isCollapsed || !chosen.rangeCount) return null;
  const range = chosen.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? [start, end] : null;
}

// Where words that somebody types stand: of all places, the one nearest to the finding.
function found(words) {
  const near = Number(form.closest(".card").dataset.start);
  let best = null;
  for (const paragraph of new Set(text.map((piece) => piece.parentElement))) {
    const pieces = [...paragraph.querySelectorAll("[data-at]")];
    const whole = pieces.map((piece) => piece.textContent).join("");
    for (let at = whole.indexOf(words); words && at >= 0; at = whole.indexOf(words, at + 1)) {
      const start = Number(pieces[0].dataset.at) + length(whole.slice(0, at));
      if (!best || Math.abs(start - near) < Math.abs(best[0] - near)) best = [start, start + length(words)];
    }
  }
  return best;
}

function take(place) {
  span = place;
  const pieces = text.map((piece) => [Number(piece.dataset.at), [...piece.textContent]]);
  field("words").value = pieces.map(([at, characters]) => characters.slice(Math.max(0, place[0] - at), Math.max(0, place[1] - at)).join("")).join("");
  form.querySelector(".place").textContent = `characters ${place[0]} to ${place[1]}`;
}

function pick() {
  const actor = field("actor").value;
  if (span) return { span };
  return actor ? { actor } : null;
}

function asked() {
  const card = form.closest(".card");
  const [verb, role] = field("what").value.split(" ");
  const body = {
    finding: `${article().dataset.document}:${card.id}`, verb, role: role ?? null, actors: [], spans: [],
    because: field("because").value || null, by: field("by").value || null,
    seen: [Number(card.dataset.start), Number(card.dataset.end)],
  };
  if (verb === "span") body.spans = span ? [span] : [];
  else if (verb === "status") body.status = field("status").value;
  else if (verb !== "reject") body.actors = [...picked, pick()].filter(Boolean);
  return body;
}

async function send(address, method, body) {
  const answer = await fetch(address, {
    method, headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body),
  });
  if (answer.ok) return null;
  return (await answer.json().catch(() => null))?.error?.message ?? `the desk answered ${answer.status}`;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try { localStorage.setItem("by", field("by").value); } catch { /* as above */ }
  const body = asked();
  const wrong = await send("/corrections", "POST", body).catch(() => "the desk doesn't answer: is it still running?");
  form.querySelector(".alert").textContent = wrong ?? "";
  if (wrong) return;
  location.hash = body.verb === "reject" ? "corrections" : form.closest(".card").id;
  location.reload();
});

form.addEventListener("change", fit);
form.querySelector(".cancel").addEventListener("click", close);
form.querySelector(".add").addEventListener("click", () => {
  const one = pick();
  if (one) picked.push(one);
  const told = one && (one.actor ? field("actor").selectedOptions[0].textContent : field("words").value);
  const list = form.querySelector(".picked");
  list.textContent = [list.textContent, told].filter(Boolean).join(" ← ");
  field("actor").value = field("words").value = "";
  span = null;
});
field("words").addEventListener("input", () => {
  span = found(field("words").value);
  form.querySelector(".place").textContent = span ? `characters ${span[0]} to ${span[1]}` : field("words").value ? "not in the text" : "";
});
document.addEventListener("selectionchange", () => {
  const place = form.hidden ? null : selected();
  if (place) take(place);
});
document.addEventListener("click", async (event) => {
  const correct = event.target.closest("button.correct");
  if (correct) open(correct.closest(".card"));
  const undo = event.target.closest("button.undo");
  if (!undo) return;
  undo.disabled = true;
  const wrong = await send(`/corrections/${undo.dataset.number}`, "DELETE", {}).catch(() => "the desk doesn't answer");
  if (wrong) undo.after(` ${wrong}`);
  else { location.hash = "corrections"; location.reload(); }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !form.hidden) { close(); event.preventDefault(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const what = { c: null, x: "reject", s: "status" };
  if (event.key === "s" && !ways[currentCard()?.dataset.layer]?.some(([value]) => value === "status")) return;
  if (event.key in what && currentCard()) { open(currentCard(), what[event.key]); event.preventDefault(); }
});

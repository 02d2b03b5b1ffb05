// Closeness over time: zoom with mouse and keys, a week under the eye, and what that week is made of.
import { address, draw, onResize, signed, still } from "./charts.js";

const figure = document.querySelector(".curve");
const host = figure.querySelector(".chart");
const told = figure.querySelector(".reading");
const series = JSON.parse(figure.dataset.series);
const breaks = JSON.parse(figure.dataset.breaks);
const scales = ["plover", "cameo_icews", "ordinal"].filter((name) => series[name]);
const days = series.weeks.map((week) => new Date(week));
const last = days.length - 1;
const asked = new URL(location.href).searchParams;
const LEAST = Math.min(8, last);
const [TOP, AXES, LEFT, RIGHT] = [280, 130, 38, 12];

const view = {
  from: asked.has("from") ? at(asked.get("from")) : 0,
  to: asked.has("to") ? at(asked.get("to")) : last,
  week: asked.has("week") ? at(asked.get("week")) : latest(),
};
if (view.to - view.from < LEAST) [view.from, view.to] = [0, last];

function at(day) {
  const found = days.findLastIndex((one) => one <= new Date(day));
  return Math.max(0, found);
}

function latest() {
  const found = series.acts.findLastIndex((count) => count > 0);
  return found < 0 ? last : found;
}

function rows() {
  const found = [];
  for (let i = view.from; i <= view.to; i++) {
    const row = { day: days[i], i };
    for (const name of ["closeness", "low", "high", "engagement", "enmity", "acts", ...scales]) row[name] = series[name][i];
    found.push(row);
  }
  return found;
}

function redraw() {
  const { Plot } = globalThis;
  const shown = rows();
  const others = figure.querySelector("[data-do=others]").checked ? scales : [];
  const inside = breaks.filter((one) => at(one.week) >= view.from && at(one.week) <= view.to);
  const x = { domain: [days[view.from], days[view.to]], label: null, type: "utc" };
  const width = host.clientWidth;
  const frame = { width, marginLeft: LEFT, marginRight: RIGHT, x };
  const focus = view.week >= view.from && view.week <= view.to ? [{ day: days[view.week], value: series.closeness[view.week] }] : [];
  const upper = document.createElement("div");
  const lower = document.createElement("div");
  draw(upper, {
    ...frame, height: TOP, y: { label: "closeness (log; 0: as expected)", grid: true, nice: true },
    marks: [
      Plot.areaY(shown, { x: "day", y1: "low", y2: "high", fill: "var(--band)", curve: "step-after" }),
      Plot.ruleY([0], { stroke: "var(--soft)" }),
      Plot.ruleX(inside, { x: (one) => new Date(one.week), stroke: "var(--act)", strokeDasharray: "4 3", strokeWidth: 1.5 }),
      ...others.map((name, i) => Plot.lineY(shown, { x: "day", y: name, stroke: "var(--soft)", strokeDasharray: i ? "2 3" : "6 3" })),
      ...others.map((name) => Plot.text(shown.slice(-1), { x: "day", y: name, text: () => name, textAnchor: "end", dy: -6, fill: "var(--soft)" })),
      Plot.lineY(shown, { x: "day", y: "closeness", stroke: "var(--link)", strokeWidth: 1.8 }),
      Plot.dot(shown.filter((one) => one.acts > 0), { x: "day", y: "closeness", r: (one) => Math.min(6, 1.8 + Math.sqrt(one.acts)), fill: "var(--link)" }),
      Plot.ruleX(focus, { x: "day", stroke: "var(--ink)" }),
      Plot.dot(focus, { x: "day", y: "value", r: 6, stroke: "var(--ink)", strokeWidth: 2 }),
    ],
  });
  draw(lower, {
    ...frame, height: AXES, y: { label: "engagement, enmity (log)", grid: true, ticks: 3, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: "var(--soft)" }),
      Plot.lineY(shown, { x: "day", y: "engagement", stroke: "var(--good)", strokeWidth: 1.5 }),
      Plot.lineY(shown, { x: "day", y: "enmity", stroke: "var(--bad)", strokeWidth: 1.5, strokeDasharray: "5 3" }),
      Plot.ruleX(focus, { x: "day", stroke: "var(--ink)" }),
    ],
  });
  host.replaceChildren(upper, lower);
  for (const svg of host.querySelectorAll("svg")) svg.setAttribute("aria-hidden", "true");
  tell();
}

function tell() {
  const i = view.week;
  const count = series.acts[i];
  const text = `Week of ${series.weeks[i]}: closeness ${signed(series.closeness[i])}, band ${signed(series.low[i])} to `
    + `${signed(series.high[i])}; ${count ? `${Math.round(count * 10) / 10} act${count === 1 ? "" : "s"}` : "no act"}`;
  told.textContent = text;
  host.setAttribute("aria-valuenow", String(i));
  host.setAttribute("aria-valuetext", text);
}

function zoom(from, to) {
  const width = Math.max(LEAST, Math.min(last, Math.round(to - from)));
  view.from = Math.max(0, Math.min(last - width, Math.round(from)));
  view.to = view.from + width;
  const all = view.from === 0 && view.to === last;
  address({ from: all ? null : series.weeks[view.from], to: all ? null : series.weeks[view.to] });
  redraw();
}

function closer(factor) {
  const half = ((view.to - view.from) * factor) / 2;
  const middle = view.week >= view.from && view.week <= view.to ? view.week : (view.from + view.to) / 2;
  zoom(middle - half, middle + half);
}

function focus(i) {
  view.week = Math.max(0, Math.min(last, i));
  const width = view.to - view.from;
  if (view.week < view.from) zoom(view.week, view.week + width);
  else if (view.week > view.to) zoom(view.week - width, view.week);
  else redraw();
}

// The page at the address with the week has the week taken apart by the server; its section takes the place.
let waiting = 0;
async function open(i) {
  focus(i);
  const here = address({ week: series.weeks[view.week] });
  const mine = ++waiting;
  const section = document.getElementById("week");
  section.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(here, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById("week");
    if (mine !== waiting) return;
    if (!found) throw new Error(page.querySelector(".told")?.textContent);
    section.replaceChildren(...found.childNodes);
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  } catch (error) {
    told.textContent = `That week could not be taken apart: ${error.message || "the desk does not answer"}`;
  } finally {
    section.removeAttribute("aria-busy");
  }
}

function weekAt(event) {
  const box = host.getBoundingClientRect();
  const share = (event.clientX - box.left - LEFT) / (box.width - LEFT - RIGHT);
  return Math.round(view.from + Math.max(0, Math.min(1, share)) * (view.to - view.from));
}

let pressed = null;
const veil = document.createElement("div");
veil.className = "veil";

host.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  pressed = { x: event.clientX, week: weekAt(event) };
  host.setPointerCapture(event.pointerId);
});
host.addEventListener("pointermove", (event) => {
  if (!pressed) return;
  const left = host.getBoundingClientRect().left;
  veil.style.left = `${Math.min(pressed.x, event.clientX) - left}px`;
  veil.style.width = `${Math.abs(event.clientX - pressed.x)}px`;
  if (!veil.isConnected) host.append(veil);
});
host.addEventListener("pointerup", (event) => {
  const began = pressed;
  pressed = null;
  veil.remove();
  if (!began) return;
  if (Math.abs(event.clientX - began.x) < 6) open(weekAt(event));
  else zoom(Math.min(began.week, weekAt(event)), Math.max(began.week, weekAt(event)));
});
host.addEventListener("pointercancel", () => { pressed = null; veil.remove(); });
host.addEventListener("dblclick", () => zoom(0, last));

const KEYS = {
  ArrowLeft: () => focus(view.week - 1), ArrowRight: () => focus(view.week + 1),
  PageUp: () => focus(view.week - 13), PageDown: () => focus(view.week + 13),
  Home: () => focus(view.from), End: () => focus(view.to),
  "+": () => closer(0.5), "=": () => closer(0.5), "-": () => closer(2), 0: () => zoom(0, last),
  Enter: () => open(view.week),
};
host.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

const DO = { in: () => closer(0.5), out: () => closer(2), all: () => zoom(0, last) };
figure.querySelector(".tools").hidden = false;
figure.querySelector(".tools").addEventListener("click", (event) => DO[event.target.dataset.do]?.());
figure.querySelector("[data-do=others]").addEventListener("change", redraw);
document.addEventListener("theme", redraw);
onResize(host, redraw);
redraw();

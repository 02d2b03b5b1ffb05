// The world, coloured by closeness to one state. A click on a state leads to the pair; the table has the same.
import { draw, onResize, signed } from "./charts.js";

const figure = document.getElementById("world");
const host = figure.querySelector(".map");
const told = figure.querySelector(".reading");
const chosen = figure.dataset.of;
const ties = new Map(JSON.parse(figure.dataset.ties).map(([code, name, closeness, sign, acts]) => [code, { name, closeness, sign, acts }]));

// Five classes that the legend names, of one diverging scale.
function colour(closeness) {
  if (closeness < -1) return "var(--apart)";
  if (closeness < -0.2) return "var(--farther)";
  if (closeness <= 0.2) return "var(--even)";
  return closeness <= 1 ? "var(--nearer)" : "var(--closer)";
}

async function areas() {
  const [topology, codes] = await Promise.all([
    fetch("/static/vendor/countries-110m.json").then((answer) => answer.json()),
    fetch("/static/iso-numeric.tsv").then((answer) => answer.text()),
  ]);
  const rows = codes.split("\n").filter((line) => line && !line.startsWith("#")).slice(1);
  const code = new Map(rows.map((line) => line.split("\t").reverse()));
  const { features } = globalThis.topojson.feature(topology, topology.objects.countries);
  for (const area of features) area.code = code.get(area.id ?? area.properties.name);
  return features.filter((area) => area.code !== "ATA");
}

function words(area) {
  if (area.code === chosen) return area.properties.name;
  const tie = ties.get(area.code);
  if (!tie) return `${area.properties.name}: no act known`;
  const sure = tie.sign ? "" : ", the evidence says neither";
  return `${tie.name}: ${signed(tie.closeness)}${sure}; ${tie.acts} act${tie.acts === 1 ? "" : "s"}`;
}

function redraw(features) {
  const { Plot } = globalThis;
  const width = host.clientWidth;
  const known = features.filter((area) => ties.has(area.code));
  const marked = features.filter((area) => area.code === chosen);
  const rest = features.filter((area) => !ties.has(area.code) && area.code !== chosen);
  draw(host, {
    width, height: Math.round(width * 0.47), margin: 2,
    projection: { type: "equal-earth", domain: { type: "FeatureCollection", features } },
    marks: [
      Plot.geo(rest, { fill: "var(--unknown)", stroke: "var(--soft)", strokeWidth: 0.4, strokeDasharray: "2 2", title: words }),
      Plot.geo(known, {
        fill: (area) => colour(ties.get(area.code).closeness), fillOpacity: (area) => (ties.get(area.code).sign ? 1 : 0.55),
        stroke: "var(--border)", strokeWidth: 0.6, title: words, href: (area) => `/pair/${chosen}/${area.code}`,
      }),
      Plot.geo(marked, { fill: "var(--ink)", stroke: "var(--border)", strokeWidth: 0.6, title: words }),
    ],
    opacity: { type: "identity" },
  });
  // The table is for the keyboard: two hundred stops before it would be in the way.
  for (const link of host.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
}

host.addEventListener("pointerover", (event) => {
  const area = event.target.closest?.("path");
  told.textContent = area?.querySelector("title")?.textContent ?? "";
});

areas().then((features) => {
  redraw(features);
  onResize(host, () => redraw(features));
}).catch((error) => {
  told.textContent = "The map could not be drawn; the table has all of it.";
  throw error;
});

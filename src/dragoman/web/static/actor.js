// The network of whom an actor speaks about and who speaks of them; the lists beside it say the same.
const place = document.getElementById("network");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
let network = null;

function elements() {
  const found = new Map([["me", { id: "me", label: place.dataset.name, size: 34, href: "" }]]);
  const ties = [];
  for (const [list, from] of [["about", true], ["by", false]]) {
    for (const item of document.querySelectorAll(`.company.${list} li`)) {
      const { name, count } = item.dataset;
      const id = `n:${name}`;
      const known = found.get(id) ?? { id, label: name, size: 0, href: item.querySelector("a").getAttribute("href") };
      known.size = Math.max(known.size, 12 + 8 * Math.log2(1 + Number(count)));
      found.set(id, known);
      ties.push({ id: `${list}:${name}`, source: from ? "me" : id, target: from ? id : "me", width: 1 + Math.log2(Number(count)) });
    }
  }
  return [...found.values(), ...ties].map((data) => ({ data }));
}

function draw() {
  network?.destroy();
  network = cytoscape({
    container: place,
    elements: elements(),
    layout: { name: "concentric", concentric: (node) => (node.id() === "me" ? 2 : 1), levelWidth: () => 1, minNodeSpacing: 50, padding: 24, animate: false },
    userZoomingEnabled: false,
    style: [
      { selector: "node", style: { label: "data(label)", width: "data(size)", height: "data(size)", "background-color": colour("--soft"), color: colour("--ink"), "font-size": 12, "text-wrap": "ellipsis", "text-max-width": 110, "text-valign": "bottom", "text-margin-y": 3, "text-background-color": colour("--card"), "text-background-opacity": 0.8 } },
      { selector: "#me", style: { "background-color": colour("--source"), "font-weight": 700 } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle", "curve-style": "bezier", opacity: 0.7 } },
    ],
  });
  network.on("tap", "node", (event) => { if (event.target.data("href")) location.href = event.target.data("href"); });
}

if (place && globalThis.cytoscape) {
  draw();
  document.addEventListener("theme", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("resize", () => network?.resize().fit(undefined, 20));
}

// The network of ties: the surest ones first, as many as the slider says; states' codes stand inside their circles.
import { address, colour } from "./charts.js";

const figure = document.getElementById("network");
if (figure) show();

function show() {
  const host = figure.querySelector(".net");
  const slider = figure.querySelector("input");
  const output = figure.querySelector("output");
  const { nodes, edges } = JSON.parse(figure.dataset.net);
  const chosen = figure.dataset.of;
  const asked = Number(new URL(location.href).searchParams.get("ties"));
  slider.value = asked >= 1 && asked <= edges.length ? asked : Math.min(host.clientWidth < 600 ? 25 : 60, edges.length);

  const network = globalThis.cytoscape({
    container: host, boxSelectionEnabled: false, autounselectify: true, minZoom: 0.3, maxZoom: 3,
    userZoomingEnabled: false, elements: [], style: looks(),
  });

  function looks() {
    const [ink, card, soft, closer, apart] = ["--ink", "--card", "--soft", "--closer", "--apart"].map(colour);
    const rings = ["--closer", "--apart", "--cue", "--number", "--via", "--position"].map(colour);
    return [
      { selector: "node", style: {
        label: "data(id)", "font-size": 9, "font-family": "system-ui, sans-serif", color: ink, "text-valign": "center",
        "background-color": card, "border-width": 2, width: 30, height: 30,
        "border-color": (node) => (node.data("cluster") ? rings[(node.data("cluster") - 1) % rings.length] : soft),
      } },
      { selector: ".chosen", style: { "background-color": ink, color: card, "border-color": ink } },
      { selector: "edge", style: {
        width: (edge) => Math.min(6, 1 + 1.5 * Math.abs(edge.data("closeness"))), "curve-style": "straight",
        "line-color": (edge) => ({ 1: closer, 0: soft, [-1]: apart })[edge.data("sign")],
        "line-opacity": (edge) => (edge.data("sign") ? 0.9 : 0.45),
        "line-style": (edge) => (edge.data("sign") < 0 ? "dashed" : "solid"),
      } },
    ];
  }

  function redraw() {
    const shown = edges.slice(0, Number(slider.value));
    const used = new Set(shown.flatMap(([first, second]) => [first, second]));
    output.textContent = `${shown.length} of ${edges.length}`;
    network.elements().remove();
    network.add(nodes.filter(([id]) => used.has(id)).map(([id, name, cluster]) => (
      { data: { id, name, cluster }, classes: id === chosen ? "chosen" : "" })));
    network.add(shown.map(([source, target, closeness, sign]) => ({ data: { source, target, closeness, sign } })));
    // From a circle and without chance, so that the same ties always lie alike.
    network.layout({ name: "circle", animate: false }).run();
    network.layout({
      name: "cose", animate: false, randomize: false, fit: true, padding: 20, nodeOverlap: 40, nodeRepulsion: () => 60000,
      idealEdgeLength: () => 70, numIter: shown.length > 150 ? 300 : 700,
    }).run();
  }

  network.on("tap", "node", (event) => {
    const here = new URL(location.href);
    here.searchParams.set("of", event.target.id());
    location.assign(here);
  });
  network.on("tap", "edge", (event) => location.assign(`/pair/${event.target.data("source")}/${event.target.data("target")}`));
  const middle = () => ({ x: host.clientWidth / 2, y: host.clientHeight / 2 });
  figure.querySelector(".tools").addEventListener("click", (event) => {
    const factor = { in: 1.4, out: 1 / 1.4 }[event.target.dataset.do];
    if (factor) network.zoom({ level: network.zoom() * factor, renderedPosition: middle() });
  });
  slider.addEventListener("input", () => { output.textContent = `${slider.value} of ${edges.length}`; });
  slider.addEventListener("change", () => { address({ ties: slider.value }); redraw(); });
  document.addEventListener("theme", () => network.style(looks()));
  new ResizeObserver(() => { network.resize(); network.fit(undefined, 20); }).observe(host);
  redraw();
}

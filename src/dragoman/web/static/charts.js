// What all charts share: drawing without style sheets of their own, numbers, quiet motion.

// Plot writes a <style> into what it draws, which the desk's policy forbids; relations.css has the same rules.
// What was not yet in the document has not been applied, so nothing is refused.
export function draw(host, options) {
  const chart = globalThis.Plot.plot(options);
  for (const style of chart.querySelectorAll("style")) style.remove();
  host.replaceChildren(chart);
  return chart;
}

export function signed(value, places = 2) {
  const text = Math.abs(value).toFixed(places);
  return (Number(text) === 0 ? "" : value < 0 ? "−" : "+") + text;
}

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

// Puts parameters into the page's address without loading it; what is null goes.
export function address(changes) {
  const here = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) here.searchParams.delete(name);
    else here.searchParams.set(name, value);
  }
  history.replaceState(null, "", here);
  return here;
}

// Draws again where the width changes, one frame at a time.
export function onResize(host, drawn) {
  let width = host.clientWidth;
  new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    requestAnimationFrame(drawn);
  }).observe(host);
}

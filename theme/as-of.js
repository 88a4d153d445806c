// The timeline as a reader of some day could have known it.
//
// Needs from the page: `[data-as-of]`, and in it a range, buttons with `data-step` (how many stops to go) and one with
// `data-all`; `[data-words]`, where the words of the stop go, as that attribute has them, or those of `data-whole`;
// `[data-said]` with the sentence that is announced; and a list of stops: items with `data-name`, `data-day` (the last
// day that counts, since 1 January 1970) and `data-known`, each with its words in a link. In sentences "{month}",
// "{known}" and "{total}" are filled in. The last place of the range, behind all stops, is the whole timeline.
// Needs theme/timeline.js before it. The links in `.periods`, `.period-pager` and `.strip` keep the stop.
"use strict";

(() => {
  const panel = document.querySelector("[data-as-of]");
  const timeline = window.redstring?.timeline;
  if (!panel || !timeline) return;

  const range = panel.querySelector("input[type=range]");
  const words = panel.querySelector("[data-words]");
  const said = panel.querySelector("[data-said]");
  const all = panel.querySelector("[data-all]");
  const news = panel.querySelector("[data-news]");
  const stops = Array.from(panel.querySelectorAll("[data-day]"), (item) => ({
    name: item.dataset.name,
    day: Number(item.dataset.day),
    known: item.dataset.known,
    link: item.querySelector("a"),
  }));
  const whole = stops.length;

  /** A sentence of the page about a stop, its gaps filled in. */
  function fill(sentence, stop) {
    const gaps = { month: stop.link.textContent, known: stop.known, total: range.dataset.total };
    return sentence.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
  }

  /** What is said of a place on the range: the words of its stop, or those for the whole. */
  const wordsOf = (place) => (stops[place] ? fill(words.dataset.words, stops[place]) : words.dataset.whole);
  const sentenceOf = (place) => (stops[place] ? fill(said.dataset.said, stops[place]) : words.dataset.whole);

  /** Shows what was known at a place, and on which page stands what was new. */
  function show(place) {
    const stop = stops[place];
    range.value = String(place);
    range.setAttribute("aria-valuetext", wordsOf(place));
    words.textContent = wordsOf(place);
    panel.toggleAttribute("data-narrowed", Boolean(stop));
    all.disabled = !stop;
    if (stop) news.href = stop.link.href;
    for (const button of panel.querySelectorAll("[data-step]")) {
      const next = place + Number(button.dataset.step);
      button.disabled = next < 0 || next > whole;
    }
    timeline.narrow("as-of", stop ? (entry) => entry.published !== null && entry.published <= stop.day : null);
  }

  /** Says it once the reader has arrived, not at every stop on the way, and keeps it in the address. */
  function settle() {
    const place = Number(range.value);
    said.textContent = sentenceOf(place);
    const query = timeline.query();
    if (stops[place]) query.set("as-of", stops[place].name);
    else query.delete("as-of");
    if (query.toString() !== timeline.query().toString()) timeline.write(query, "replaceState");
    handOn(query.get("as-of"));
  }

  /** Lets the links to the other pages of the timeline keep the stop. */
  function handOn(name) {
    for (const link of document.querySelectorAll(".periods a, .period-pager a, .strip a")) {
      const [file, anchor] = link.getAttribute("href").split("#");
      const query = name ? `?as-of=${encodeURIComponent(name)}` : "";
      const onDisk = location.protocol === "file:";
      // On a disk the hash holds either the stop or the place.
      if (!file || (onDisk && anchor && !anchor.startsWith("?"))) continue;
      const hash = onDisk ? query : anchor;
      link.setAttribute("href", file.split("?")[0] + (onDisk ? "" : query) + (hash ? `#${hash}` : ""));
    }
  }

  function go(place) {
    show(Math.max(0, Math.min(whole, place)));
    settle();
  }

  /** The place that the address names, or the whole timeline. */
  function fromAddress() {
    const name = timeline.query().get("as-of");
    const place = stops.findIndex((stop) => stop.name === name);
    return place < 0 ? whole : place;
  }

  let frame = 0;
  range.addEventListener("input", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => show(Number(range.value)));
  });
  range.addEventListener("change", () => {
    cancelAnimationFrame(frame);
    go(Number(range.value));
  });
  panel.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    go(button === all ? whole : Number(range.value) + Number(button.dataset.step));
    // A button that has just been disabled would drop the focus.
    if (button.disabled) range.focus();
  });
  window.addEventListener("popstate", () => {
    // On a disk the address of an entry has no room for the stop, and changes nothing.
    if (location.protocol === "file:" && location.hash && !location.hash.startsWith("#?")) return;
    go(fromAddress());
  });

  range.max = String(whole);
  show(fromAddress());
  if (Number(range.value) !== whole) settle();
})();

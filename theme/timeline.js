// The timeline, narrowed in the page: which entries there are, which are shown, and travel from one to the next.
//
// Needs from the page: `#part.entries` with the items `.entry`, each with the attributes that docs/templates.md lists
// under "entry data"; or, where the timeline is too long for one page, `#part.results` with `data-index` (the address
// of timeline/data/index.js) and the templates `#part.entry-template` and `#part.year-template`.
//
// Whatever narrows the timeline gives a rule under a name; an entry is shown when it passes all rules:
//
//   redstring.timeline.narrow("as-of", (entry) => entry.published <= day);
//   redstring.timeline.narrow("as-of", null);
//
// An entry as a rule sees it: { kind, people, organisations, tags } (a text and three lists of texts), { from, until,
// published, retrieved } (days since 1 January 1970; null where there is none), { doubtful }.
"use strict";

(() => {
  const list = document.getElementById("part.entries");
  const results = document.getElementById("part.results");
  if (!list && !results) return;

  const rules = new Map();
  const listeners = [];
  let entries = list ? fromPage() : [];
  let shown = entries;
  let loading = list ? Promise.resolve() : null;

  // ---- What there is -------------------------------------------------------------------------------------------

  function fromPage() {
    const words = (text) => (text ? text.split(" ") : []);
    const day = (text) => (text === undefined ? null : Number(text));
    return Array.from(list.querySelectorAll(".entry"), (item, place) => ({
      item,
      place,
      kind: item.dataset.kind,
      people: words(item.dataset.people),
      organisations: words(item.dataset.organisations),
      tags: words(item.dataset.tags),
      from: day(item.dataset.from),
      until: day(item.dataset.until),
      published: day(item.dataset.published),
      retrieved: day(item.dataset.retrieved),
      doubtful: !item.classList.contains("is-certain"),
    }));
  }

  /** Loads a file of data, which puts itself into `window.redstringTimeline`: pages on a disk may not fetch. */
  function load(address) {
    return new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => loaded(window.redstringTimeline);
      script.onerror = failed;
      document.head.append(script);
    });
  }

  async function fromFiles() {
    const index = await load(results.dataset.index);
    await Promise.all((index.parts || []).map(load));
    for (const part of index.more || []) {
      for (const list of ["people", "organisations", "tags", "entries"]) index[list] = index[list].concat(part[list]);
    }
    const named = (all) => (places) => places.map((place) => all[place][0]);
    const [people, organisations, tags] = [index.people, index.organisations, index.tags].map(named);
    entries = index.entries.map((row, place) => ({
      place,
      kind: index.kinds[row[0]],
      people: people(row[1]),
      organisations: organisations(row[2]),
      tags: tags(row[3]),
      from: row[4],
      until: row[5],
      doubtful: row[6] === 1,
      published: row[7],
      retrieved: row[8],
      row,
    }));
    shown = entries;
  }

  /** All entries are known once this is done. */
  function ready() {
    loading = loading || fromFiles();
    return loading;
  }

  // ---- What is shown -------------------------------------------------------------------------------------------

  async function apply() {
    if (results && rules.size === 0 && entries.length === 0) return;
    await ready();
    const passing = [...rules.values()];
    shown = passing.length ? entries.filter((entry) => passing.every((rule) => rule(entry))) : entries;
    if (list) showInPage();
    else showFromFiles();
    for (const listener of listeners) listener(shown);
  }

  /** Shows the entries that pass, and no heading above nothing. */
  function showInPage() {
    const passes = new Set(shown);
    for (const entry of entries) entry.item.hidden = !passes.has(entry);
    for (const section of list.querySelectorAll(".year, .month, .day")) {
      section.hidden = !section.querySelector(".entry:not([hidden])");
    }
  }

  const chunk = 30;
  let drawn = 0;
  let drawing = 0;

  /** Draws the first entries that pass; without a rule the periods of the timeline stand there, as they came. */
  function showFromFiles() {
    const all = rules.size === 0;
    document.getElementById("part.periods").hidden = !all;
    results.hidden = all;
    results.querySelector(".thread").replaceChildren();
    drawn = 0;
    drawing += 1;
    if (!all) more();
  }

  /** Draws the next entries, once the files that hold their words are there. */
  async function more() {
    const round = drawing;
    const next = shown.slice(drawn, drawn + chunk);
    const { size, files } = window.redstringTimeline;
    const needed = [...new Set(next.map((entry) => Math.floor(entry.place / size)))];
    const missing = needed.filter((nth) => !window.redstringTimeline.shards[nth]);
    await Promise.all(missing.map((nth) => load(files[nth])));
    if (round !== drawing) return;
    for (const entry of next) draw(entry);
    drawn += next.length;
    results.querySelector("[data-do=more]").hidden = drawn >= shown.length;
  }

  function draw(entry) {
    const { size, shards } = window.redstringTimeline;
    const said = shards[Math.floor(entry.place / size)][entry.place % size];
    const thread = results.querySelector(".thread");
    let year = thread.lastElementChild;
    if (!year || year.dataset.year !== said.year) {
      year = document.getElementById("part.year-template").content.firstElementChild.cloneNode(true);
      year.dataset.year = said.year;
      year.querySelector("h2").textContent = said.year;
      thread.append(year);
    }
    entry.item = itemOf(entry, said);
    year.querySelector("ol").append(entry.item);
  }

  /** The item of an entry as the pages have it, from its words. */
  function itemOf(entry, said) {
    const item = document.getElementById("part.entry-template").content.firstElementChild.cloneNode(true);
    const part = (name) => item.querySelector(name);
    const keep = (name, text) => {
      if (text) part(name).textContent = text;
      else part(name).remove();
    };
    item.className = said.shape;
    part(".entry-date a").href = said.href;
    part(".date").replaceWith(dateOf(said));
    if (!said.shape.includes("spans-year ") && !said.shape.endsWith("spans-year")) part(".entry-precision").remove();
    part(".entry-kind-label").textContent = said.kind;
    keep(".entry-label", said.label);
    part(".entry-title a").textContent = said.title;
    part(".entry-title a").href = said.to;
    keep(".entry-summary", said.summary);
    const index = window.redstringTimeline;
    links(part(".entry-people"), entry.row[1].map((place) => index.people[place]).filter((link) => link[2] !== said.to));
    links(part(".entry-organisations"), entry.row[2].map((place) => index.organisations[place]).filter((link) => link[2] !== said.to));
    links(part(".entry-sources"), said.sources.map((link) => ["", ...link]));
    if (!part(".entry-facts").firstElementChild) part(".entry-facts").remove();
    const chip = part(".chips li");
    for (const [, label, href] of entry.row[3].map((place) => index.tags[place])) {
      const one = chip.cloneNode(true);
      one.firstElementChild.textContent = label;
      one.firstElementChild.href = href;
      part(".chips").append(one);
    }
    chip.remove();
    if (!part(".chips").firstElementChild) part(".chips").remove();
    return item;
  }

  function dateOf(said) {
    const date = document.createElement(said.machine ? "time" : "span");
    date.className = "date";
    date.textContent = said.date;
    if (said.machine) date.dateTime = said.machine;
    return date;
  }

  function links(row, all) {
    if (all.length === 0) {
      row.remove();
      return;
    }
    const first = row.querySelector("dd");
    for (const [, label, href] of all) {
      const one = first.cloneNode(true);
      one.firstElementChild.textContent = label;
      one.firstElementChild.href = href;
      row.append(one);
    }
    first.remove();
  }

  // ---- Travel --------------------------------------------------------------------------------------------------

  /** From entry to entry, while the focus is in the list: no key does anything elsewhere (WCAG 2.1.4). */
  async function travel(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    if (!step || event.target.closest("input, button")) return;
    event.preventDefault();
    const items = () => [...(list || results).querySelectorAll(".entry:not([hidden])")];
    const here = items().indexOf(event.target.closest(".entry"));
    if (results && here + step >= items().length && drawn < shown.length) await more();
    const all = items();
    const next = all[Math.max(0, Math.min(all.length - 1, here + step))];
    next?.querySelector(".entry-date a")?.focus();
  }
  (list || results).addEventListener("keydown", travel);
  results?.querySelector("[data-do=more]").addEventListener("click", async () => {
    const before = results.querySelectorAll(".entry").length;
    await more();
    results.querySelectorAll(".entry")[before]?.querySelector("a").focus();
  });

  // ---- The address ---------------------------------------------------------------------------------------------

  /** What the address narrows by. From a disk no query may be written, so there it stands behind the hash. */
  function query() {
    const behindHash = location.hash.startsWith("#?") ? location.hash.slice(2) : "";
    return new URLSearchParams(behindHash || location.search);
  }

  /** Writes it there, as a step for the back button (`pushState`) or in place (`replaceState`). */
  function write(query, how) {
    const text = query.toString();
    const onDisk = location.protocol === "file:";
    history[how](null, "", onDisk ? `#?${text}` : `${location.pathname}${text ? `?${text}` : ""}`);
  }

  // ---- For others ----------------------------------------------------------------------------------------------

  /** Adds the rule `rule` under the name `name`, or takes that one away where it is null. */
  function narrow(name, rule) {
    if (rule) rules.set(name, rule);
    else rules.delete(name);
    return apply();
  }

  /** Calls `listener` with the entries that are shown, whenever they may have changed. */
  function onChange(listener) {
    listeners.push(listener);
  }

  window.redstring = window.redstring || {};
  window.redstring.timeline = { narrow, onChange, ready, query, write, entries: () => entries, shown: () => shown };
})();

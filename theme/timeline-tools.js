// The timeline's tools: filters that combine, a period, the strip as a way to zoom. All of it stands in the address, so
// that it can be sent to somebody, and the back button undoes it.
//
// Needs theme/timeline.js before it, and from the page: `.filters` with a `details[data-sort]` for each sort and links
// with `data-value` in it; the form `.timeline-tools` with `from` and `until`; buttons with `data-do`; `.timeline-status`
// with the pattern `data-words`; the strip's `svg.strip-drawing`. The links become buttons here: without this script
// each leads to a page of its own.
"use strict";

(() => {
  const timeline = window.redstring?.timeline;
  const tools = document.querySelector(".timeline-tools");
  if (!timeline || !tools) return;

  const status = document.querySelector(".timeline-status");
  const svg = document.querySelector(".strip-drawing");
  const sorts = { kind: "kind", person: "people", organisation: "organisations", tag: "tags" };
  const chosen = { kind: new Set(), person: new Set(), organisation: new Set(), tag: new Set() };
  const period = { from: "", until: "" };
  const total = Number(status.dataset.total);

  // ---- Days ----------------------------------------------------------------------------------------------------

  const dayLength = 86_400_000;
  // Years of less than four digits must not become years of the twentieth century, so the year is set by itself.
  const dayOf = (year, month, day) => {
    const date = new Date(0);
    date.setUTCFullYear(year, month, day);
    return Math.floor(date.getTime() / dayLength);
  };

  /** The first or last day of what is written as 2017, 2017-03, 2017-03-15 or -0044; undefined for anything else. */
  function bound(text, last) {
    const parts = /^(-?)Y?(-?\d{1,12})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
    if (!parts) return undefined;
    const year = Number(parts[1] + parts[2]);
    const month = parts[3] === undefined ? undefined : Number(parts[3]);
    const day = parts[4] === undefined ? undefined : Number(parts[4]);
    if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
    // Beyond what a date of the browser counts, a year has its average length.
    if (Math.abs(year) > 200_000) return Math.round((year - 1970 + (last ? 1 : 0)) * 365.2425) - (last ? 1 : 0);
    if (!last) return dayOf(year, (month ?? 1) - 1, day ?? 1);
    if (day !== undefined) return dayOf(year, month - 1, day);
    return month === undefined ? dayOf(year + 1, 0, 1) - 1 : dayOf(year, month, 1) - 1;
  }

  /** A day as it is written into the address. */
  function written(day) {
    if (Math.abs(day) > 70_000_000) return String(Math.round(day / 365.2425) + 1970);
    const date = new Date(day * dayLength);
    const year = date.getUTCFullYear();
    const digits = String(Math.abs(year)).padStart(4, "0");
    const two = (number) => String(number).padStart(2, "0");
    return `${year < 0 ? "-" : ""}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  }

  // ---- Rules ---------------------------------------------------------------------------------------------------

  /** An entry of any chosen kind, which concerns all that are chosen and has all tags. */
  function passes(entry, sort, values) {
    if (sort === "kind") return values.has(entry.kind);
    const own = entry[sorts[sort]];
    for (const value of values) if (!own.includes(value)) return false;
    return true;
  }

  function apply() {
    const narrowing = [];
    for (const [sort, values] of Object.entries(chosen)) {
      const now = new Set(values);
      if (now.size) narrowing.push((entry) => passes(entry, sort, now));
    }
    const from = bound(period.from, false);
    const until = bound(period.until, true);
    // What may lie in the period: an open end reaches as far as it may.
    if (from !== undefined) narrowing.push((entry) => entry.until === null || entry.until >= from);
    if (until !== undefined) narrowing.push((entry) => entry.from === null || entry.from <= until);
    for (const button of document.querySelectorAll(".filters .chip")) {
      button.setAttribute("aria-pressed", String(chosen[sortOf(button)].has(button.dataset.value)));
    }
    for (const name of ["from", "until"]) {
      const input = tools.elements[name];
      if (document.activeElement !== input || input.value === "") input.value = period[name];
      input.setAttribute("aria-invalid", String(period[name] !== "" && bound(period[name], false) === undefined));
    }
    document.querySelector("[data-do=all]").disabled = narrowing.length === 0;
    return timeline.narrow("tools", narrowing.length ? (entry) => narrowing.every((rule) => rule(entry)) : null);
  }

  const sortOf = (chip) => chip.closest("[data-sort]").dataset.sort;

  /** How many entries each value would leave, and how many are shown. */
  function count(shown) {
    const found = { kind: new Map(), person: new Map(), organisation: new Map(), tag: new Map() };
    const add = (sort, value) => found[sort].set(value, (found[sort].get(value) ?? 0) + 1);
    for (const entry of shown) {
      add("kind", entry.kind);
      for (const id of entry.people) add("person", id);
      for (const id of entry.organisations) add("organisation", id);
      for (const id of entry.tags) add("tag", id);
    }
    for (const chip of document.querySelectorAll(".filters .chip")) {
      const number = found[sortOf(chip)].get(chip.dataset.value) ?? 0;
      chip.querySelector(".chip-count").textContent = number;
      chip.classList.toggle("is-empty", number === 0);
    }
    status.textContent = status.dataset.words.replace("{count}", shown.length).replace("{total}", total);
  }

  // ---- The address ---------------------------------------------------------------------------------------------

  /** All of it in the address, with what others keep there. */
  function write() {
    const query = timeline.query();
    for (const [sort, values] of Object.entries(chosen)) {
      query.delete(sort);
      for (const value of values) query.append(sort, value);
    }
    for (const name of ["from", "until"]) {
      if (period[name]) query.set(name, period[name]);
      else query.delete(name);
    }
    timeline.write(query, "pushState");
    return apply();
  }

  function read() {
    // The address of an entry narrows nothing.
    if (location.protocol === "file:" && location.hash && !location.hash.startsWith("#?")) return apply();
    const query = timeline.query();
    for (const sort of Object.keys(chosen)) chosen[sort] = new Set(query.getAll(sort));
    for (const name of ["from", "until"]) period[name] = query.get(name) ?? "";
    for (const [sort, values] of Object.entries(chosen)) for (const value of values) chip(sort, value);
    return apply();
  }

  // ---- Controls ------------------------------------------------------------------------------------------------

  /** Links of the filters become buttons that can be pressed together. */
  function toButton(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.dataset.value = link.dataset.value;
    button.append(...link.childNodes);
    link.replaceWith(button);
    return button;
  }
  for (const link of document.querySelectorAll(".filters a.chip")) toButton(link);

  /** A value of the address that the page does not offer, because it is one of many, gets its chip. */
  async function chip(sort, value) {
    const group = document.querySelector(`.filters [data-sort="${CSS.escape(sort)}"]`);
    if (!group) return;
    group.open = true;
    const offered = () => [...group.querySelectorAll(".chip")].some((one) => one.dataset.value === value);
    if (offered()) return;
    await timeline.ready();
    const known = window.redstringTimeline?.[sorts[sort]]?.find(([id]) => id === value);
    if (!known || offered()) return;
    const item = group.querySelector("li").cloneNode(true);
    const button = item.firstElementChild;
    button.dataset.value = value;
    button.firstChild.textContent = `${known[1]} `;
    group.querySelector("ul").prepend(item);
    apply();
  }

  document.querySelector(".filters").addEventListener("click", (event) => {
    const button = event.target.closest("button.chip");
    if (!button) return;
    const values = chosen[sortOf(button)];
    if (!values.delete(button.dataset.value)) values.add(button.dataset.value);
    write();
  });

  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("change", () => {
    period.from = tools.elements.from.value.trim();
    period.until = tools.elements.until.value.trim();
    write();
  });

  // ---- Zoom ----------------------------------------------------------------------------------------------------

  const pieces = Array.from(svg?.querySelectorAll(".strip-line line") ?? [], (line) => line.dataset);
  const whole = [Number(pieces[0]?.from ?? 0), Number(pieces[pieces.length - 1]?.until ?? 0)];

  function view() {
    return [bound(period.from, false) ?? whole[0], bound(period.until, true) ?? whole[1]];
  }

  function show(first, last) {
    const [from, until] = [Math.max(whole[0], Math.round(first)), Math.min(whole[1], Math.round(last))];
    const all = from <= whole[0] && until >= whole[1];
    period.from = all ? "" : written(from);
    period.until = all ? "" : written(until);
    return write();
  }

  /** The day in the middle of what is seen: not of the days, most of which may be empty, but of the entries. */
  function middleOf([first, last]) {
    const days = timeline.shown().map(({ from, until }) => from ?? until);
    const seen = days.filter((day) => day !== null && day >= first && day <= last).sort((a, b) => a - b);
    return seen.length ? seen[seen.length >> 1] : (first + last) / 2;
  }

  /** Makes the period so many times as long, around a day. */
  async function zoom(times, around) {
    await timeline.ready();
    const [first, last] = view();
    const middle = around ?? middleOf([first, last]);
    const length = Math.max(1, (last - first) * times);
    const before = last > first ? (middle - first) / (last - first) : 0.5;
    return show(middle - length * before, middle + length * (1 - before));
  }

  function move(share) {
    const [first, last] = view();
    const far = (last - first) * share;
    const held = far < 0 ? Math.max(far, whole[0] - first) : Math.min(far, whole[1] - last);
    return show(first + held, last + held);
  }

  function all() {
    for (const values of Object.values(chosen)) values.clear();
    period.from = period.until = "";
    return write();
  }

  const doings = {
    "zoom-in": () => zoom(0.5),
    "zoom-out": () => zoom(2),
    earlier: () => move(-0.5),
    later: () => move(0.5),
    all,
  };
  const keys = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", ArrowLeft: "earlier", ArrowRight: "later", 0: "all" };
  const area = document.querySelector(".strip-area");
  area.addEventListener("click", (event) => {
    const bar = event.target.closest(".strip-bar");
    const doing = event.target.closest("[data-do]")?.dataset.do;
    if (doings[doing]) doings[doing]();
    if (!bar || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(Number(bar.dataset.from), Number(bar.dataset.until));
  });
  area.addEventListener("keydown", (event) => {
    const doing = keys[event.key];
    if (!doing || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input")) return;
    event.preventDefault();
    doings[doing]();
  });
  svg?.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    const [first, last] = view();
    zoom(event.deltaY < 0 ? 0.5 : 2, first + ((last - first) * (event.clientX - box.left)) / box.width);
  }, { passive: false });

  timeline.onChange(count);
  if (svg) timeline.onChange((shown) => window.redstring.strip?.(svg, shown, view(), whole));
  window.addEventListener("popstate", read);
  read();
})();

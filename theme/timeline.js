// The timeline, narrowed in the page.
//
// Needs from the page: `#part.entries` with the items `.entry`, each with the attributes that
// docs/templates.md lists under "entry data". Whatever narrows the timeline gives a rule under a name;
// an entry is shown when it passes all rules:
//
//   redstring.timeline.narrow("as-of", (entry) => entry.published <= day);
//   redstring.timeline.narrow("as-of", null);
//
// An entry as a rule sees it: { kind, people, organisations, tags } (a text and three lists of texts),
// { from, until, published, retrieved } (days since 1 January 1970; null where there is none).
"use strict";

(() => {
  const list = document.getElementById("part.entries");
  if (!list) return;

  const words = (text) => (text ? text.split(" ") : []);
  const day = (text) => (text === undefined ? null : Number(text));

  const entries = Array.from(list.querySelectorAll(".entry"), (item) => ({
    item,
    kind: item.dataset.kind,
    people: words(item.dataset.people),
    organisations: words(item.dataset.organisations),
    tags: words(item.dataset.tags),
    from: day(item.dataset.from),
    until: day(item.dataset.until),
    published: day(item.dataset.published),
    retrieved: day(item.dataset.retrieved),
  }));

  const rules = new Map();
  const listeners = [];
  let shown = entries;

  /** Shows the entries that pass all rules, and no heading above nothing. */
  function apply() {
    const passing = [...rules.values()];
    shown = entries.filter((entry) => {
      const shows = passing.every((rule) => rule(entry));
      entry.item.hidden = !shows;
      return shows;
    });
    for (const section of list.querySelectorAll(".year, .month, .day")) {
      section.hidden = !section.querySelector(".entry:not([hidden])");
    }
    for (const listener of listeners) listener(shown);
  }

  /** Adds the rule `rule` under the name `name`, or takes that one away where it is null. */
  function narrow(name, rule) {
    if (rule) rules.set(name, rule);
    else rules.delete(name);
    apply();
  }

  /** Calls `listener` with the entries that are shown, whenever they may have changed. */
  function onChange(listener) {
    listeners.push(listener);
  }

  window.redstring = window.redstring || {};
  window.redstring.timeline = { narrow, onChange, entries: () => entries, shown: () => shown };
})();

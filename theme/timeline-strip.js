// Draws the strip again for the entries that are shown: the bars that the page came with while the whole span is seen,
// new ones for a part of it. theme/timeline-tools.js calls it; it needs the strip's `svg` with `data-base` and
// `data-letters`, and bars with `data-from` and `data-until`.
//
// What begins and ends within one bar stands on the line; what is wider hangs below it, over all that it may touch.
"use strict";

(() => {
  const namespace = "http://www.w3.org/2000/svg";
  const fewest = 4;
  const most = 48;
  const dayLength = 86_400_000;
  let original = null;

  const make = (name, attributes) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  /** The place of a day among bars that follow each other: the first that ends on it or after it. */
  function place(bars, day) {
    let [low, high] = [0, bars.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bars[middle].until < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many entries stand in each bar, and how many lie over each. */
  function fill(bars, shown) {
    for (const bar of bars) Object.assign(bar, { standing: 0, doubtful: 0, over: 0 });
    const steps = new Array(bars.length + 1).fill(0);
    for (const { from, until, doubtful } of shown) {
      if (from === null && until === null) continue;
      const start = from === null ? 0 : place(bars, from);
      const end = until === null ? bars.length - 1 : Math.min(place(bars, until), bars.length - 1);
      if (start === end && from !== null && until !== null && from >= bars[start].from) {
        bars[start].standing += 1;
        bars[start].doubtful += doubtful ? 1 : 0;
      } else if (start <= end) {
        steps[start] += 1;
        steps[end + 1] -= 1;
      }
    }
    let over = 0;
    bars.forEach((bar, nth) => {
      over += steps[nth];
      bar.over = over;
    });
  }

  /** Days in words of the page's language. */
  function words(first, last) {
    if (Math.max(Math.abs(first), Math.abs(last)) > 70_000_000) {
      const year = (day) => Math.round(day / 365.2425) + 1970;
      return `${year(first).toLocaleString(document.documentElement.lang)} – ${year(last).toLocaleString(document.documentElement.lang)}`;
    }
    const length = last - first;
    const [from, until] = [new Date(first * dayLength), new Date(last * dayLength)];
    const format = new Intl.DateTimeFormat(document.documentElement.lang, {
      timeZone: "UTC",
      year: "numeric",
      month: length < 700 ? "long" : undefined,
      day: length < 60 ? "numeric" : undefined,
      era: from.getUTCFullYear() < 1 ? "short" : undefined,
    });
    return format.formatRange(from, until);
  }

  function bar(data, x, width, highest, base) {
    const link = make("a", { href: "#part.results", class: "strip-bar", tabindex: -1 });
    link.dataset.from = data.from;
    link.dataset.until = data.until;
    const title = make("title", {});
    title.textContent = `${words(data.from, data.until)}: ${data.standing + data.over}`;
    link.append(title, make("rect", { class: "strip-reach", x: `${x}%`, y: 0, width: `${width}%`, height: base + 24 }));
    const room = base - 4;
    if (data.standing) {
      const height = Math.max(4, (room * data.standing) / highest.standing);
      link.append(make("rect", { class: "strip-firm", x: `${x}%`, y: base - height, width: `${width}%`, height }));
      if (data.doubtful) {
        const part = (height * data.doubtful) / data.standing;
        link.append(make("rect", { class: "strip-doubtful", fill: "url(#part.hatch)", x: `${x}%`, y: base - height, width: `${width}%`, height: part }));
      }
    }
    if (data.over) {
      const height = Math.max(3, (16 * data.over) / highest.over);
      link.append(make("rect", { class: "strip-over", x: `${x}%`, y: base + 3, width: `${width}%`, height }));
    }
    return link;
  }

  /** The bars of the whole span with the entries that are shown; a unit that has none keeps its place. */
  function drawWhole(shown, base) {
    const bars = original.bars.map(({ from, until, x, width }) => ({ from, until, x, width }));
    if (bars.length === 0) return [];
    fill(bars, shown);
    const highest = { standing: Math.max(1, ...bars.map((one) => one.standing)), over: Math.max(1, ...bars.map((one) => one.over)) };
    return bars.filter((one) => one.standing || one.over).map((one) => bar(one, one.x, one.width, highest, base));
  }

  function drawPart(shown, [first, last], base) {
    const days = last - first + 1;
    const count = Math.max(Math.min(most, days), 1);
    const edge = (nth) => first + Math.floor((days * nth) / count);
    const bars = Array.from({ length: count }, (_, nth) => ({ from: edge(nth), until: edge(nth + 1) - 1 }));
    fill(bars, shown.filter(({ from, until }) => (from ?? first) <= last && (until ?? last) >= first));
    const highest = { standing: Math.max(1, ...bars.map((one) => one.standing)), over: Math.max(1, ...bars.map((one) => one.over)) };
    const width = 100 / count;
    return bars.flatMap((one, nth) => (one.standing || one.over ? [bar(one, nth * width + width * 0.07, width * 0.86, highest, base)] : []));
  }

  function ticks([first, last], base, letters) {
    const group = make("g", { class: "strip-ticks", "aria-hidden": true });
    for (let nth = 0; nth < fewest; nth++) {
      const day = Math.round(first + ((last - first) * nth) / fewest);
      const x = `${(100 * nth) / fewest}%`;
      const text = make("text", { x, y: letters, "text-anchor": nth ? "middle" : "start" });
      text.textContent = label(day, last - first);
      const tick = make("g", nth % 2 ? { class: "strip-minor" } : {});
      tick.append(make("line", { x1: x, x2: x, y1: base, y2: letters - 11 }), text);
      group.append(tick);
    }
    return group;
  }

  function label(day, length) {
    if (Math.abs(day) > 70_000_000) return (Math.round(day / 365.2425) + 1970).toLocaleString(document.documentElement.lang);
    const date = new Date(day * dayLength);
    return date.toLocaleDateString(document.documentElement.lang, {
      timeZone: "UTC",
      year: "numeric",
      month: length < 3_000 ? "short" : undefined,
      day: length < 200 ? "numeric" : undefined,
      era: date.getUTCFullYear() < 1 ? "short" : undefined,
    });
  }

  /** What the page came with, to go back to. */
  function keep(svg) {
    const number = (element, name) => Number.parseFloat(element.getAttribute(name));
    const bars = Array.from(svg.querySelectorAll(".strip-bar:not(.hangs)"), (link) => {
      const rect = link.querySelector(".strip-firm");
      return { from: Number(link.dataset.from), until: Number(link.dataset.until), x: number(rect, "x"), width: number(rect, "width") };
    });
    const groups = [".strip-bars", ".strip-line", ".strip-spans", ".strip-ticks"].map((name) => svg.querySelector(name));
    return { bars, groups, children: groups.map((group) => [...group.childNodes]) };
  }

  window.redstring = window.redstring || {};
  window.redstring.strip = (svg, shown, [first, last], whole) => {
    original = original || keep(svg);
    const base = Number(svg.dataset.base);
    const letters = Number(svg.dataset.letters);
    const all = first <= whole[0] && last >= whole[1];
    const [bars, line, spans, marks] = original.groups;
    const narrowed = shown.length < window.redstring.timeline.entries().length;
    if (all && !narrowed) {
      original.groups.forEach((group, nth) => group.replaceChildren(...original.children[nth]));
      return;
    }
    bars.replaceChildren(...(all ? drawWhole(shown, base) : drawPart(shown, [first, last], base)));
    spans.replaceChildren();
    if (all) {
      line.replaceChildren(...original.children[1]);
      marks.replaceChildren(...original.children[3]);
    } else {
      line.replaceChildren(make("line", { x1: 0, x2: "100%", y1: base, y2: base }));
      marks.replaceChildren(...ticks([first, last], base, letters).children);
    }
  };
})();

/* A small card at a link to an entity: what it is called, what kind it is, one sentence, its dates.

   It opens a moment after the pointer comes to rest on the link or the keyboard reaches it, and never by touch: there a
   tap follows the link. It stays while pointer or focus are on the link or the card, Escape closes it (WCAG 1.4.13), and
   it never lies on the link that it speaks of.

   From the page: links with `data-kind`, inside `<main>`, outside of `<nav>` and of whatever has `data-no-preview`; and
   `data-parts` on the element of this script. The cards stand in `previews/N.js`, which call
   `redstring.previews.add(…)`, each loaded when the first link needs it: opened from a disk, a page may load a script
   but cannot fetch. Everything in a card is text. */

(() => {
  "use strict";

  const own = document.currentScript;
  const top = new URL("../", own.src).href;
  const parts = Number(own.dataset.parts);
  const opensAfter = 350; // milliseconds: who only passes over a link sees nothing
  const closesAfter = 300; // time to cross from the link to its card
  const id = "part.preview";

  /** The cards, by the file that they speak of. */
  const cards = new Map();
  /** The parts that were asked for. */
  const asked = new Map();
  let card; // the element, made when first needed
  let link; // the link that the card is open for
  let pointer; // where the pointer was when it opened, if it did it
  let waiting; // the link that it will open for
  let dismissed; // the link at which the reader closed it
  let timer;

  window.redstring = Object.assign(window.redstring ?? {}, {
    previews: {
      add(more) {
        for (const [file, value] of Object.entries(more)) cards.set(file, value);
      },
    },
  });

  /** The file that a link leads to, from the top of the site. */
  function fileOf(element) {
    try {
      const url = new URL(element.getAttribute("href"), document.baseURI);
      const plain = url.href.slice(0, url.href.length - url.hash.length - url.search.length);
      const here = location.href.split(/[?#]/)[0];
      return plain.startsWith(top) && plain !== here ? decodeURIComponent(plain.slice(top.length)) : undefined;
    } catch {
      return undefined; // what is no address has no card
    }
  }

  /** The part in which the card of a file stands: the same reckoning as in Redstring (view/preview.rs). */
  function partOf(file) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(file)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return ((hash ^ (hash >>> 16)) & (parts - 1)) >>> 0;
  }

  /** Loads what is known of a file; what cannot be loaded is asked for again the next time. */
  function load(file) {
    const part = partOf(file);
    if (!asked.has(part)) {
      asked.set(
        part,
        new Promise((done) => {
          const script = document.createElement("script");
          script.src = `${top}previews/${part}.js`;
          script.onload = done;
          script.onerror = () => {
            asked.delete(part);
            done();
          };
          document.head.append(script);
        }),
      );
    }
    return asked.get(part);
  }

  function element(name, className, words) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = words;
    return made;
  }

  /** Fills the card. */
  function fill(known) {
    card ??= Object.assign(document.createElement("div"), { id, className: "preview" });
    card.setAttribute("role", "tooltip");
    const box = element("div", "preview-card", "");
    const head = element("p", "preview-kind", known.kind ?? "");
    if (known.status) head.append(" ", element("span", `status status-${known.status}`, known.status_label));
    if (head.textContent) box.append(head);
    box.append(element("p", "preview-title", known.title));
    if (known.summary) box.append(element("p", "preview-summary", known.summary));
    if (known.rows) {
      const list = element("dl", "preview-rows", "");
      for (const [label, words] of known.rows) {
        const row = element("div", "", "");
        row.append(element("dt", "", label), " ", element("dd", "", words));
        list.append(row);
      }
      box.append(list);
    }
    card.replaceChildren(box);
  }

  /** Puts the card below the link, or above it where it does not fit below; on the screen in any case. */
  function place() {
    if (!link) return;
    if (!link.isConnected) return close();
    const all = link.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    if (all.bottom < 0 || all.top > height) return close();
    const box = card.firstElementChild;
    box.style.maxHeight = "";
    const tall = () => card.getBoundingClientRect().height;
    const wanted = tall();
    const below = height - all.bottom;
    const above = all.top;
    const isBelow = wanted <= below || below >= above;
    const room = isBelow ? below : above;
    const around = wanted - box.getBoundingClientRect().height;
    if (wanted > room) box.style.maxHeight = `${Math.max(0, room - around)}px`;
    // Links break over lines, and some are as wide as the text: start where the reader is.
    const line = lineOf(link.getClientRects());
    const rightToLeft = getComputedStyle(link).direction === "rtl";
    const start = rightToLeft
      ? Math.min(line.right, pointer ? pointer.x + 40 : line.right) - card.offsetWidth
      : Math.max(line.left, pointer ? pointer.x - 40 : line.left);
    const left = Math.max(0, Math.min(start, width - card.offsetWidth));
    card.style.left = `${Math.round(left)}px`;
    card.style.top = `${isBelow ? all.bottom : all.top - tall()}px`;
  }

  /** The line of a link on which the pointer is, or its first. */
  function lineOf(lines) {
    const under = pointer && [...lines].find((line) => pointer.y >= line.top - 1 && pointer.y <= line.bottom + 1);
    return under ?? lines[0] ?? link.getBoundingClientRect();
  }

  async function open(wanted, at) {
    const file = fileOf(wanted);
    if (!cards.has(file)) await load(file);
    const known = cards.get(file);
    if (waiting !== wanted || !known) return;
    close();
    link = wanted;
    pointer = at?.();
    fill(known);
    // In the page's own region, so that it is found there by whoever reads on.
    document.querySelector("main").append(card);
    const before = link.getAttribute("aria-describedby");
    link.setAttribute("aria-describedby", before ? `${before} ${id}` : id);
    place();
    card.classList.add("is-open");
  }

  function close() {
    clearTimeout(timer);
    waiting = undefined;
    if (link) {
      const others = link.getAttribute("aria-describedby").split(" ").filter((other) => other !== id);
      if (others.length > 0) link.setAttribute("aria-describedby", others.join(" "));
      else link.removeAttribute("aria-describedby");
      card.classList.remove("is-open");
      card.remove();
    }
    link = undefined;
  }

  /** Closes, and stays closed while pointer and focus are where they are. */
  function dismiss() {
    dismissed = link ?? waiting;
    close();
  }

  /** Opens in a moment. What is open stays until then: the reader may only be crossing to it. */
  function openSoon(wanted, at) {
    clearTimeout(timer);
    if (wanted === dismissed) return;
    waiting = wanted;
    if (wanted !== link) timer = setTimeout(() => open(wanted, at), opensAfter);
  }

  /** Closes in a moment, unless pointer or focus have come back by then. */
  function closeSoon() {
    clearTimeout(timer);
    waiting = undefined;
    timer = setTimeout(() => {
      const held = card?.matches(":hover") || link?.matches(":hover") || document.activeElement === link;
      if (!held) close();
    }, closesAfter);
  }

  /** The link at which an event happened, if it is one that has a card. */
  function linkAt(event) {
    const found = event.target.closest?.("main a[data-kind]");
    return found && !found.closest("nav, [data-no-preview]") && fileOf(found) ? found : undefined;
  }

  let rest; // where the pointer is
  document.addEventListener("pointermove", (event) => {
    rest = { x: event.clientX, y: event.clientY };
  }, { passive: true });
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    rest = { x: event.clientX, y: event.clientY };
    if (card?.contains(event.target)) {
      clearTimeout(timer);
      waiting = undefined;
      return;
    }
    const found = linkAt(event);
    if (found) openSoon(found, () => rest);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch") return;
    const to = event.relatedTarget;
    if (dismissed && !dismissed.contains(to)) dismissed = undefined;
    const shown = link ?? waiting;
    if (shown && !shown.contains(to) && !card?.contains(to) && document.activeElement !== shown) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const found = linkAt(event);
    if (found?.matches(":focus-visible")) openSoon(found);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === dismissed) dismissed = undefined;
    if (event.target === link || event.target === waiting) closeSoon();
  });
  // What is pressed is followed, or is somewhere else: but who presses on the card may want to mark its words.
  document.addEventListener("pointerdown", (event) => {
    if (!card?.contains(event.target)) dismiss();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });
  let drawing;
  const replace = () => {
    cancelAnimationFrame(drawing);
    if (card?.isConnected) drawing = requestAnimationFrame(place);
  };
  window.addEventListener("resize", replace);
  document.addEventListener("scroll", (event) => event.target !== card?.firstElementChild && replace(), { capture: true, passive: true });
  window.addEventListener("pagehide", close);
})();

// The addresses that stand in a page, and what they name inside the dossier.

/**
 * Run inside a page: everything that points somewhere, as written and as resolved, and every id
 * that a fragment can point at.
 */
export function addressesInPage() {
  const found = [];
  const add = (element, attribute, written) => {
    let resolved;
    try {
      resolved = new URL(written, document.baseURI).href;
    } catch {
      resolved = undefined;
    }
    found.push({
      element: element.localName,
      rel: element.getAttribute("rel") ?? "",
      attribute,
      written,
      resolved,
    });
  };
  for (const attribute of ["href", "src", "poster", "data", "action", "xlink:href"]) {
    for (const element of document.querySelectorAll(`[${CSS.escape(attribute)}]`)) {
      add(element, attribute, element.getAttribute(attribute));
    }
  }
  for (const element of document.querySelectorAll("[srcset]")) {
    for (const candidate of element.getAttribute("srcset").split(/,\s+/)) {
      add(element, "srcset", candidate.trim().split(/\s+/)[0]);
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return { addresses: found, ids };
}

/** The addresses in a style sheet: `url(…)` and `@import "…"`. */
export function addressesInStyleSheet(css, base) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const written = [
    ...[...bare.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/g)].map((m) => m[1] ?? m[2] ?? m[3].trim()),
    ...[...bare.matchAll(/@import\s+["']([^"']+)["']/g)].map((m) => m[1]),
  ];
  return written.map((address) => ({
    element: "style sheet",
    rel: "",
    attribute: "url",
    written: address,
    resolved: new URL(address, base).href,
  }));
}

/** Only these may name the dossier's public address: they are read outside of it. */
export function mayBeAbsolute(address) {
  return address.element === "link" && /\b(canonical|alternate)\b/.test(address.rel) && /^https?:/.test(address.written);
}

/** Addresses that a reader follows by choice; all others are loaded with the page. */
export function isFollowed(address) {
  return address.element === "a" || address.element === "area" || mayBeAbsolute(address);
}

/**
 * Where a resolved address leads: `{ path, fragment }` inside the dossier whose home folder is
 * `home`, `{ outside }` for another place, and nothing for an address that is not a place at all.
 */
export function destination(resolved, home) {
  const url = new URL(resolved);
  if (["mailto:", "tel:", "data:", "blob:", "about:"].includes(url.protocol)) return {};
  const address = url.origin === "null" ? url.protocol + "//" + url.pathname : url.origin + url.pathname;
  if (!address.startsWith(home)) return { outside: resolved };
  // What follows `:~:` is an instruction to the browser, not an element's id.
  const fragment = decodeURIComponent(url.hash.slice(1).split(":~:")[0]);
  return { path: decodeURIComponent(address.slice(home.length)), fragment };
}

// Every address in the dossier leads somewhere, whether it is read from a project path or from a disk.
//
// The crawl starts at the home page and follows what a reader can follow, in a real browser: so it also
// sees what scripts add, and the pages it never reaches are pages that no reader finds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  addressesInPage,
  addressesInStyleSheet,
  destination,
  isFollowed,
  mayBeAbsolute,
} from "./addresses.mjs";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { baseUrl, encoded, filesOf, pagesOf, siteFolder } from "./site.mjs";

const folder = siteFolder();
const files = new Set(filesOf(folder));
const pages = pagesOf(folder);
const redirects = pages.filter((page) => page.type === "redirect");
const redirectPaths = new Set(redirects.map((page) => page.path));
let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(folder);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("from a project path, every address leads somewhere and every page is reached", async () => {
  await checkCrawl(await crawl(server.home));
});

test("from a disk, every address leads somewhere and every page is reached", async () => {
  await checkCrawl(await crawl(pathToFileURL(folder).href + "/"));
});

test("every redirect leads to a page", () => {
  const problems = redirects.map(({ path, target }) => {
    const { path: reached, outside } = destination(new URL(target, baseUrl + path).href, baseUrl);
    if (outside || !files.has(reached)) return `${path} sends the reader to ${target}, which is not there`;
    return redirectPaths.has(reached) ? `${path} sends the reader to another redirect, ${target}` : undefined;
  });
  assertNone(problems, "redirects that lead nowhere");
});

test("a missing address, however deep, shows the not-found page with all it needs", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const answer = await page.goto(`${server.home}no/such/page.html`);
  assert.equal(answer.status(), 404);
  assert.equal(await page.locator("body").getAttribute("data-page"), "not-found");
  const seen = { path: "404.html", ...(await page.evaluate(addressesInPage)) };
  await context.close();
  assert.ok(seen.addresses.length > 0, "the not-found page offers no way out");
  assertNone(addressProblems(seen, server.home, new Map()), "addresses of the not-found page that lead nowhere");
});

test("what is read outside of the dossier names pages that exist", () => {
  // Feeds and the sitemap carry whole addresses; the dossier was built for `baseUrl`.
  const problems = [...files]
    .filter((path) => /\.(xml|json|txt|ics)$/.test(path) || path.endsWith(".html"))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      const start = baseUrl.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      return [...text.matchAll(new RegExp(`${start}([^\\s"'<>\\\\)]*)`, "g"))].map(([, rest]) => {
        const named = decodeURIComponent(rest.split(/[?#]/)[0]) || "index.html";
        return files.has(named) ? undefined : `${path} names ${rest}, which is not there`;
      });
    });
  assertNone(problems, "public addresses that lead nowhere");
});

/**
 * Opens every page that can be reached from the home page; `home` ends with a slash. Scripts are off: what they put
 * in the place of links (the filters of the timeline) is better for who has them, and every way has to be there without.
 */
async function crawl(home) {
  const seen = new Map();
  let wave = ["index.html"];
  while (wave.length > 0) {
    const opened = await visitEach(browser, wave, { javaScriptEnabled: false }, async (page, path) => {
      await page.goto(home + encoded(path));
      return { path, ...(await page.evaluate(addressesInPage)) };
    });
    for (const page of opened) seen.set(page.path, page);
    const next = opened.flatMap((page) =>
      page.addresses
        .filter((address) => address.resolved && isFollowed(address) && !mayBeAbsolute(address))
        .map((address) => destination(address.resolved, home).path),
    );
    wave = [...new Set(next)].filter((path) => path?.endsWith(".html") && files.has(path) && !seen.has(path) && !redirectPaths.has(path));
  }
  return { home, seen };
}

async function checkCrawl({ home, seen }) {
  assert.ok(seen.size > 1, "the home page leads nowhere: nothing was checked");
  const broken = [...seen.values()].flatMap((page) => addressProblems(page, home, seen));
  const inStyleSheets = [...files]
    .filter((path) => path.endsWith(".css"))
    .flatMap((path) => {
      const addresses = addressesInStyleSheet(readFileSync(join(folder, path), "utf8"), home + path);
      return addressProblems({ path, addresses }, home, seen);
    });
  const unreached = pages
    .filter((page) => page.type !== "redirect" && page.type !== "not-found" && !seen.has(page.path))
    .map((page) => `${page.path} is not reached from the home page`);
  assertNone([broken, inStyleSheets, unreached], `problems among the addresses of ${seen.size} pages`);
}

function addressProblems(page, home, seen) {
  return page.addresses.map((address) => {
    const wrong = addressProblem(page, address, home, seen);
    return wrong && `${page.path}: <${address.element} ${address.attribute}="${address.written}"> ${wrong}`;
  });
}

function addressProblem(page, address, home, seen) {
  if (!address.resolved) return "is not an address";
  if (mayBeAbsolute(address)) return undefined;
  // Within the page itself, at whatever address it is shown.
  if (/^#/.test(address.written)) {
    return hasId(page.path, decodeURIComponent(address.written.slice(1)), page, seen) ? undefined : "names a part that the page does not have";
  }
  const { path, fragment, outside } = destination(address.resolved, home);
  // Only the not-found page is shown at addresses of any depth, so only it may start at the root.
  const fromRoot = /^\/(?!\/)/.test(address.written) || address.written.startsWith(baseUrl) || /^file:/.test(address.written);
  if (fromRoot && page.path !== "404.html") return "is absolute, and must be relative";
  if (outside) {
    if (/^\/\//.test(address.written)) return "has no scheme, and means the disk when it is read from one";
    if (/^https?:/.test(address.written)) return isFollowed(address) ? undefined : "is loaded from another site";
    return "leads out of the dossier's folder";
  }
  if (path === undefined) return undefined;
  // The empty path is the folder itself: a disk shows its listing.
  if (!files.has(path) && !(path === "" && page.path === "404.html")) return "names no file";
  if (redirectPaths.has(path)) return "names a redirect, and should name where it leads";
  return fragment && !hasId(path, fragment, page, seen) ? "names a part that the page does not have" : undefined;
}

function hasId(path, fragment, page, seen) {
  // Browsers take `#top` for the start of any page.
  if (fragment === "top") return true;
  const target = path === page.path ? page : seen.get(path);
  if (target?.ids) return target.ids.includes(fragment);
  // An icon in a sheet of icons. Fragments of other files (a PDF's page) are not ids.
  if (path.endsWith(".svg")) return readFileSync(join(folder, path), "utf8").includes(`id="${fragment}"`);
  return !path.endsWith(".html");
}

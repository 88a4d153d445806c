// What a page costs its reader: bytes, requests, elements, and whether anything moves while it loads.
// Counted, never timed: the same on a fast machine and on a busy one.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { encoded, readingPagesOf, samplePagesOf, siteFolder } from "./site.mjs";

// With all that a page loads before its reader does anything.
const mostBytes = 60_000;
const mostRequests = 12;
const mostElements = 5_000;

const folder = siteFolder();
const samples = samplePagesOf(folder);
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

test("every page weighs at most 60 kB compressed, with all it loads first, in few requests", async () => {
  const packed = new Map();
  const weigh = (path) => {
    if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(join(folder, path))).length);
    return packed.get(path);
  };
  const pages = readingPagesOf(folder);
  assert.ok(pages.length > 100, "the shipped dossier has more pages than that");
  const problems = await visitEach(browser, pages, {}, async (page, { path }) => {
    const asked = [];
    const note = (request) => asked.push(request.url());
    page.on("request", note);
    await page.goto(server.home + encoded(path));
    page.off("request", note);
    const files = asked
      .filter((url) => url.startsWith(server.home))
      .map((url) => decodeURIComponent(new URL(url).pathname.slice(new URL(server.home).pathname.length)));
    const bytes = files.reduce((sum, file) => sum + weigh(file), 0);
    const found = [];
    if (bytes > mostBytes) found.push(`${path}: ${bytes} bytes in ${files.join(", ")}`);
    if (files.length > mostRequests) found.push(`${path}: ${files.length} requests: ${files.join(", ")}`);
    return found;
  });
  assertNone(problems.flat(), "pages that cost too much");
});

test("no page of any type has so many elements that a small computer labours", async () => {
  const problems = await visitEach(browser, samples, {}, async (page, { path }) => {
    await page.goto(server.home + encoded(path));
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    return elements > mostElements ? [`${path}: ${elements} elements`] : [];
  });
  assertNone(problems.flat(), "pages with too many elements");
});

for (const [name, viewport] of [["a desk", { width: 1280, height: 800 }], ["a phone", { width: 390, height: 844 }]]) {
  test(`nothing moves while a page of any type loads and is read down, on ${name}`, async () => {
    const problems = await visitEach(browser, samples, { viewport }, async (page, { path }) => {
      await page.goto(server.home + encoded(path));
      const shifts = await page.evaluate(readDown);
      return shifts.map((shift) => `${path}: ${shift}`);
    });
    assertNone(problems.flat(), "things that moved");
  });
}

/** In the page: scrolls down to its end, and gives every shift of the layout since it began to load. */
async function readDown() {
  const shifts = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const screens = Math.min(40, Math.ceil(document.documentElement.scrollHeight / innerHeight));
  for (let screen = 1; screen <= screens; screen += 1) {
    scrollTo(0, screen * innerHeight);
    await frame();
  }
  shifts.push(...observer.takeRecords());
  observer.disconnect();
  return shifts.map((shift) => {
    const moved = shift.sources?.map(({ node }) => node?.nodeName + (node?.className ? `.${node.className}` : ""));
    return `a shift of ${shift.value.toFixed(4)} (${moved})`;
  });
}

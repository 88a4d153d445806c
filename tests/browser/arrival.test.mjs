// A page arrives in pieces, over a slow line or on a busy machine, and is drawn as far as it has come. What already
// stands must stay where it is when the rest comes: here each page is loaded cut off at several places, and whole, and
// the places of the elements are compared. No clock is in it, as none decides where a browser pauses.

import { after, before, test } from "node:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { encoded, samplePagesOf, siteFolder } from "./site.mjs";

// How many places each page is cut off at.
const cuts = 6;
// What a browser calls a shift of the layout, in pixels.
const leastShift = 3;

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

for (const [name, viewport] of [["a desk", { width: 1280, height: 800 }], ["a phone", { width: 390, height: 844 }]]) {
  test(`what stands on a page stays where it is while the rest arrives, on ${name}`, async () => {
    const problems = await visitEach(browser, samples, { viewport, javaScriptEnabled: false }, async (page, { path }) => {
      const html = readFileSync(join(folder, path), "utf8");
      const address = server.home + encoded(path);
      const placesAt = async (end) => {
        await page.unroute("**/*.html");
        await page.route("**/*.html", (route) => route.fulfill({ contentType: "text/html", body: html.slice(0, end) }));
        await page.goto(address);
        return page.evaluate(places);
      };
      const whole = await placesAt(html.length);
      const found = new Set();
      for (const end of endsOf(html)) {
        const part = await placesAt(end);
        for (const [index, { name, x, y }] of part.entries()) {
          if (!(y < viewport.height)) continue;
          const then = whole[index];
          if (Math.abs(then.x - x) >= leastShift || Math.abs(then.y - y) >= leastShift) {
            found.add(`${path}: ${name} moves from ${x}, ${y} to ${then.x}, ${then.y} after byte ${end}`);
            break;
          }
        }
      }
      return [...found];
    });
    assertNone(problems, "things that move");
  });
}

/** Where to cut: before blocks, as a line that lacks its end is no place yet; half of them spread over all, half in the footer. */
function endsOf(html) {
  const block = /<(?:article|aside|d[dlt]|details|div|figure|footer|form|h[1-6]|header|li|main|nav|ol|p|section|table|tr|ul)[ >]/g;
  const spread = (from, to) => {
    const starts = [...html.slice(from, to).matchAll(block)].map(({ index }) => from + index);
    return Array.from({ length: cuts / 2 }, (_, cut) => starts[Math.floor(((cut + 1) * starts.length) / (cuts / 2 + 1))]);
  };
  const body = html.indexOf("<body");
  const footer = html.lastIndexOf("<footer");
  return [...spread(body, footer), ...spread(footer, html.length)];
}

/** In the page: the place of each element that is drawn, in the order of the document. */
function places() {
  return [...document.body.querySelectorAll("*")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const name = element.localName + (element.className && typeof element.className === "string" ? `.${element.className}` : "");
    return width * height > 0 ? { name, x: Math.round(x), y: Math.round(y) } : { name, x: NaN, y: NaN };
  });
}

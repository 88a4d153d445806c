// A dossier in Arabic stands from right to left, and what it quotes from the other direction keeps its own order.

import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { build } from "./site.mjs";

const fixture = join(dirname(fileURLToPath(import.meta.url)), "fixtures", "right-to-left");
let browser;
let folder;

before(async () => {
  const { output, status, said } = build(fixture);
  assert.equal(status, 0, said);
  folder = output;
  browser = await launch();
});

after(() => browser?.close());

async function open(file, width = 1440) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: false });
  await page.goto(`file://${join(folder, file)}`);
  return page;
}

const box = async (page, selector) => page.locator(selector).first().boundingBox();

test("the frame and the sheet are mirrored", async () => {
  const page = await open("people/mara.html");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).direction), "rtl");
  const title = await box(page, ".masthead-title");
  const nav = await box(page, ".masthead-nav");
  assert.ok(title.x > nav.x, "the dossier's name stands right of the navigation");
  const text = await box(page, ".sheet-main");
  const facts = await box(page, ".facts");
  assert.ok(facts.x !== text.x);
  const heading = await box(page, "h1");
  const sheet = await box(page, ".sheet-head");
  assert.ok(Math.abs(heading.x + heading.width - (sheet.x + sheet.width)) < 2, "the heading begins at the right");
  const note = await box(page, ".margin-notes");
  const paragraph = await box(page, ".noted > p");
  assert.ok(note.x + note.width <= paragraph.x + 1, "margin notes stand left of the text");
  await page.close();
});

test("nothing hangs over the edge, from a phone to a desk", async () => {
  for (const width of [320, 390, 1440]) {
    for (const file of ["index.html", "people/mara.html", "timeline.html", "people/index.html", "coverage.html"]) {
      const page = await open(file, width);
      const over = await page.evaluate(() => {
        const root = document.documentElement;
        return root.scrollWidth - root.clientWidth;
      });
      assert.ok(over <= 0, `${file} at ${width} px is ${over} px too wide`);
      await page.close();
    }
  }
});

/** The words of an element in the order in which they stand on the screen, from left to right. */
const fromLeft = (page, selector) =>
  page.locator(selector).first().evaluate((element) => {
    const words = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const match of walker.currentNode.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, match.index);
        range.setEnd(walker.currentNode, match.index + match[0].length);
        words.push([range.getBoundingClientRect().left, match[0]]);
      }
    }
    return words.sort(([a], [b]) => a - b).map(([, word]) => word).join(" ");
  });

test("dates and names of the other direction keep their order", async () => {
  const person = await open("people/mara.html");
  assert.equal(await fromLeft(person, ".facts .date"), "4 May 1970");
  const event = await open("events/crane.html");
  assert.equal(await fromLeft(event, ".facts .date"), "1 to 3 December 2017");
  const english = await open("people/john.html");
  assert.equal(await fromLeft(english, "h1"), "John Smith (1)");
  assert.equal(await fromLeft(english, ".prose p"), "An English page in an Arabic dossier: (yes!)");
  const last = await english.locator(".prose p").evaluate((p) => getComputedStyle(p).unicodeBidi);
  assert.equal(last, "plaintext");
  for (const page of [person, event, english]) await page.close();
});

test("a column of numbers stands under its heading", async () => {
  const page = await open("people/mara.html");
  const edges = await page.locator(".prose table :is(th, td):first-child").evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  assert.equal(new Set(edges).size, 1, edges.join(", "));
  await page.close();
});

test("code stays from left to right", async () => {
  const page = await open("people/mara.html");
  assert.equal(await page.locator("pre.code").evaluate((code) => getComputedStyle(code).direction), "ltr");
  await page.close();
});

test("plural forms are those of the language", async () => {
  const page = await open("people/index.html");
  const words = await page.locator(".card-references").allInnerTexts();
  assert.ok(words.length > 0 && words.every((text) => /إحال/.test(text)), words.join("; "));
  await page.close();
});

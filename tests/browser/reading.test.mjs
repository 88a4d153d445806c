// The dossier can be read: with a keyboard, on the narrowest phone, on paper, in lines of a good length.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { readingPagesOf, samplePagesOf, siteFolder } from "./site.mjs";

const folder = siteFolder();
const samples = samplePagesOf(folder);
const still = { reducedMotion: "reduce" };
let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(folder);
  assert.ok(samples.length > 0);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("the first stop of the keyboard is a link that skips to the main part", async () => {
  const problems = await visitEach(browser, samples, still, async (page, { path }) => {
    await page.goto(server.home + encodeURI(path));
    await page.keyboard.press("Tab");
    const link = await page.evaluate(() => {
      const focused = document.activeElement;
      const box = focused.getBoundingClientRect();
      const target = document.getElementById((focused.getAttribute("href") ?? "").slice(1));
      return {
        isLink: focused.localName === "a" && (focused.getAttribute("href") ?? "").startsWith("#"),
        toMain: Boolean(target?.closest("main")),
        seen: box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth,
      };
    });
    if (!link.isLink || !link.toMain) return `${path}: the first stop is no link to the main part`;
    if (!link.seen) return `${path}: the skip link cannot be seen when it has the focus`;
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const skipped = await page.evaluate(() => {
      const main = document.querySelector("main");
      const isPastStart = (element) => main.contains(element) || Boolean(main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
      // A page with no stop after the start of its main part has nowhere to skip to but that.
      const stops = [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex='0']")];
      return isPastStart(document.activeElement) || !stops.some(isPastStart);
    });
    return skipped ? undefined : `${path}: the skip link does not skip`;
  });
  assertNone(problems, "skip links that fail");
});

for (const colorScheme of ["light", "dark"]) {
  test(`in the ${colorScheme} scheme every stop of the keyboard is seen`, async () => {
    const problems = await visitEach(browser, samples, { ...still, colorScheme }, async (page, { path }) => {
      await page.goto(server.home + encodeURI(path));
      const unseen = new Set();
      // The first stops are the page's frame and the start of its text; later ones are more of the same.
      for (let stop = 0; stop < 40; stop++) {
        await page.keyboard.press("Tab");
        const stopped = await page.evaluate(describeFocus);
        if (!stopped) break;
        if (!stopped.seen) unseen.add(`${path}: ${stopped.name} ${stopped.why}`);
      }
      return [...unseen];
    });
    assertNone(problems, "stops that are not seen");
  });
}

test("no page scrolls sideways at 320 pixels", async () => {
  const options = { ...still, viewport: { width: 320, height: 640 } };
  // Every page: what is too wide (a table, an address, a long word) comes from the content.
  const problems = await visitEach(browser, readingPagesOf(folder), options, async (page, { path }) => {
    await page.goto(server.home + encodeURI(path));
    const wide = await page.evaluate(widestElements);
    return wide && `${path} is ${wide.width} pixels wide: ${wide.elements.join(", ")}`;
  });
  assertNone(problems, "pages that scroll sideways");
});

test("every type of page prints, ink on paper, whatever the scheme", async () => {
  const problems = await visitEach(browser, samples, { ...still, colorScheme: "dark" }, async (page, { path }) => {
    await page.emulateMedia({ media: "screen" });
    await page.goto(server.home + encodeURI(path));
    const pdf = await page.pdf({ format: "A4" });
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (sheets === 0) return `${path} prints no sheet`;
    await page.emulateMedia({ media: "print" });
    const { text, ink, paper } = await page.evaluate(inkAndPaper);
    if (!text) return `${path} prints no text`;
    return paper > 0.8 && ink < 0.3 ? undefined : `${path} prints ink of lightness ${ink.toFixed(2)} on paper of ${paper.toFixed(2)}`;
  });
  assertNone(problems, "pages that do not print well");
});

for (const width of [1280, 1440, 3840]) {
  test(`at ${width} pixels no line of text is longer than 80 characters`, async (t) => {
    const options = { ...still, viewport: { width, height: 1000 } };
    const measured = await visitEach(browser, samples, options, async (page, { path }) => {
      await page.goto(server.home + encodeURI(path));
      return { path, lines: await page.evaluate(lineLengths) };
    });
    const withText = measured.filter(({ lines }) => lines.length > 0);
    assert.ok(withText.length > 0, "no page has a paragraph of several lines: nothing was measured");
    const problems = withText.map(({ path, lines }) => {
      const mean = lines.reduce((sum, line) => sum + line, 0) / lines.length;
      t.diagnostic(`${path}: ${mean.toFixed(0)} characters a line`);
      return mean > 80 ? `${path}: ${mean.toFixed(0)} characters a line` : undefined;
    });
    assertNone(problems, "pages with lines that are too long");
  });
}

// What has the focus, and whether one can see that it has: nothing when the keyboard has left the page.
function describeFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return undefined;
  // What shows the focus may be a frame around a field (`:focus-within`).
  const shown = [focused, focused.parentElement, focused.closest("label"), ...document.querySelectorAll(`label[for="${focused.id || "none"}"]`)].filter(Boolean);
  const properties = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "borderTopColor", "borderBottomColor", "borderBottomWidth"];
  const look = () => shown.map((element) => properties.map((property) => getComputedStyle(element)[property]).join(" ")).join("|");
  const box = focused.getBoundingClientRect();
  const onScreen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const name = `<${focused.localName}> “${(focused.innerText || focused.getAttribute("aria-label") || focused.value || "").trim().slice(0, 40)}”`;
  const withFocus = look();
  focused.blur();
  const changes = look() !== withFocus;
  focused.focus({ preventScroll: true, focusVisible: true });
  return { name, seen: changes && onScreen, why: changes ? "is off the screen when it has the focus" : "looks the same with the focus as without" };
}

function widestElements() {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return undefined;
  const elements = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > page.clientWidth + 0.5)
    .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)
    .slice(0, 5)
    .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
  return { width: page.scrollWidth, elements };
}

// Lightness, from 0 to 1, of the page's own colours, as a canvas resolves them: it reads every notation.
function inkAndPaper() {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const lightness = (color) => {
    canvas.fillStyle = "white";
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  };
  const main = document.querySelector("main");
  const behind = [];
  for (let element = main; element; element = element.parentElement) behind.push(getComputedStyle(element).backgroundColor);
  const paper = behind.find((color) => !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(color)) ?? "white";
  // `innerText` of what is not shown is its text all the same.
  const text = main.checkVisibility() ? main.innerText.trim() : "";
  return { text, ink: lightness(getComputedStyle(main).color), paper: lightness(paper) };
}

// The lengths of all full lines of the longest paragraphs of running text.
function lineLengths() {
  const paragraphs = [...document.querySelectorAll("main p")]
    .filter((paragraph) => paragraph.innerText.length > 200 && !paragraph.closest("aside, table, figure, pre"))
    .sort((a, b) => b.innerText.length - a.innerText.length)
    .slice(0, 5);
  return paragraphs.flatMap((paragraph) => {
    const lines = [];
    const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let bottom = -Infinity;
    while (words.nextNode()) {
      for (const { index, 0: word } of words.currentNode.data.matchAll(/\S+\s*/g)) {
        const range = document.createRange();
        range.setStart(words.currentNode, index);
        range.setEnd(words.currentNode, index + word.trimEnd().length);
        const box = range.getClientRects()[0];
        if (!box) continue;
        // A raised or smaller word overlaps its line; a word on the next line starts below it.
        if (box.top >= bottom - 2) {
          lines.push(0);
          bottom = box.bottom;
        }
        lines[lines.length - 1] += word.length;
      }
    }
    return lines.slice(0, -1);
  });
}

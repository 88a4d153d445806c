// An annotated source: its text with the notes beside it, by keyboard, by touch, without a script, and as W3C Web
// Annotations for other programs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import jsonld from "jsonld";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { baseUrl, build } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { output, status, said } = build(join(here, "fixtures/annotated"));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The words of each note, in the order of their ends, as the source has them.
const words = [
  "harbour master’s own account",
  "own account. He said so on the telephone",
  "on the telephone, and nobody kept a record of the call. The second letter follows the first",
  "🏗 Its author",
];
const scriptless = { javaScriptEnabled: false, reducedMotion: "reduce" };
let browser;
let server;

before(async () => {
  assert.equal(status, 0, said);
  browser = await launch();
  server = await serve(output);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the annotated page; whoever asks closes it. */
async function open(options, hash = "") {
  const context = await browser.newContext({ ...scriptless, ...options });
  const page = await context.newPage();
  await page.goto(`${server.home}sources/note.html${hash}`);
  return page;
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

/** The words of a note: all pieces that know it, put together, with a line between two paragraphs. */
const wordsOf = (page, number) =>
  page.locator(".copy-block").evaluateAll((blocks, selector) => {
    const words = blocks.map((block) => [...block.querySelectorAll(selector)].map((mark) => mark.textContent).join(""));
    return words.filter(Boolean).join("\n");
  }, `mark[data-notes~="${number}"]`);

test("the text is shown as it is, and each note leads to its words and back", async () => {
  const page = await open({});
  const copy = readFileSync(join(output, "files/sources/note.txt"), "utf8");
  const shown = await page.locator(".copy-text").evaluate((text) => {
    const copy = text.cloneNode(true);
    for (const added of copy.querySelectorAll("aside, .para-number, .note-mark")) added.remove();
    return copy.textContent;
  });
  assert.equal(plain(shown), plain(copy));
  for (const [index, exact] of words.entries()) {
    const number = index + 1;
    assert.equal(plain(await wordsOf(page, number)), exact);
    const mark = page.locator(`#part\\.mark-${number}`);
    assert.equal(await mark.getAttribute("href"), `#part.annotation-${number}`);
    const back = page.locator(`#part\\.annotation-${number} .note-number`);
    assert.equal(await back.getAttribute("href"), `#part.words-${number}`);
    assert.equal(await page.locator(`#part\\.words-${number}`).count(), 1);
  }
  // What annotates the copy stands there and not in the body.
  assert.equal(await page.locator(".callout-annotation").count(), 0);
  assert.equal(await page.getByText("This overlaps the note before it.").count(), 1);
  await page.context().close();
});

test("the keyboard goes from the words to the note and back, and sees which words are meant", async () => {
  const page = await open({ viewport: { width: 1440, height: 600 } });
  const paint = (number) =>
    page
      .locator(".copy-text mark")
      .evaluateAll((marks, n) => marks.map((mark) => [mark.dataset.notes.split(" ").includes(n), getComputedStyle(mark).backgroundColor]), String(number));
  const before = await paint(3);
  await page.locator("#part\\.mark-3").focus();
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#part\.annotation-3$/);
  const lit = await paint(3);
  const colours = new Set(lit.filter(([own]) => own).map(([, colour]) => colour));
  assert.equal(colours.size, 1, "all words of the note are lit alike");
  assert.ok(lit.filter(([own]) => own).length >= 3, "the words lie in several pieces");
  for (const [index, [own, colour]] of lit.entries()) {
    if (own) assert.notEqual(colour, before[index][1]);
    else assert.equal(colour, before[index][1], "other words stay as they were");
  }
  // The next stop is in the note, or its number; from there back to the words.
  await page.keyboard.press("Tab");
  const inNote = await page.evaluate(() => document.activeElement.closest(".margin-note")?.id);
  assert.equal(inNote, "part.annotation-3");
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#part\.words-3$/);
  const top = await page.locator("#part\\.words-3").evaluate((start) => start.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 600, "the words are in view");
  assert.deepEqual(await paint(3), lit);
  // The list leads to every note.
  const list = page.locator(".annotation-list a");
  assert.deepEqual((await list.allTextContents()).map(plain), words);
  await list.nth(1).focus();
  await page.keyboard.press("Enter");
  assert.match(page.url(), /#part\.annotation-2$/);
  await page.context().close();
});

test("a finger finds the note, below its paragraph on a phone", async () => {
  const page = await open({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `the page is ${wide} pixels wide`);
  await page.locator("#part\\.mark-2").tap();
  assert.match(page.url(), /#part\.annotation-2$/);
  const box = await page.locator("#part\\.annotation-2").boundingBox();
  assert.ok(box && box.y >= 0 && box.y < 640, "the note is in view");
  const paragraph = await page.locator("#part\\.para-2").boundingBox();
  assert.ok(box.y >= paragraph.y + paragraph.height, "the note stands below its paragraph");
  await page.locator("#part\\.annotation-2 .note-number").tap();
  assert.match(page.url(), /#part\.words-2$/);
  await page.context().close();
});

test("where there is a margin the notes stand in it, beside the paragraph in which their words end", async () => {
  const page = await open({ viewport: { width: 1440, height: 900 } });
  for (const [number, paragraph] of [[1, 2], [2, 2], [3, 3], [4, 3]]) {
    const note = await page.locator(`#part\\.annotation-${number}`).boundingBox();
    const text = await page.locator(`#part\\.para-${paragraph}`).boundingBox();
    assert.ok(note.x >= text.x + text.width, `note ${number} is in the margin`);
  }
  const tops = await Promise.all(["#part\\.annotation-1", "#part\\.para-2"].map((at) => page.locator(at).boundingBox()));
  assert.ok(Math.abs(tops[0].y - tops[1].y) < 40, "the first note begins where its paragraph does");
  await page.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`axe objects to nothing in the ${colorScheme} scheme at ${width} pixels, with a note in use`, async () => {
      const options = { javaScriptEnabled: true, bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
      const page = await open(options, "#part.annotation-2");
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const told = violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target}: ${node.failureSummary}`));
      assert.deepEqual(told, []);
      await page.context().close();
    });
  }
}

// No registry package ships the W3C's context, and a test asks nothing of other hosts: these are the terms that are
// used here, each with the IRI that the Web Annotation Vocabulary gives it. A term that is not among them, or a
// value that is not of its kind, fails the conversion (`safe`).
const oa = "http://www.w3.org/ns/oa#";
const as = "http://www.w3.org/ns/activitystreams#";
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const integer = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
const context = {
  "@context": {
    id: "@id",
    type: "@type",
    Annotation: `${oa}Annotation`,
    AnnotationCollection: `${as}OrderedCollection`,
    AnnotationPage: `${as}OrderedCollectionPage`,
    TextualBody: `${oa}TextualBody`,
    TextQuoteSelector: `${oa}TextQuoteSelector`,
    TextPositionSelector: `${oa}TextPositionSelector`,
    commenting: `${oa}commenting`,
    highlighting: `${oa}highlighting`,
    body: { "@id": `${oa}hasBody`, "@type": "@id" },
    target: { "@id": `${oa}hasTarget`, "@type": "@id" },
    source: { "@id": `${oa}hasSource`, "@type": "@id" },
    selector: { "@id": `${oa}hasSelector`, "@type": "@id" },
    motivation: { "@id": `${oa}motivatedBy`, "@type": "@vocab" },
    exact: `${oa}exact`,
    prefix: `${oa}prefix`,
    suffix: `${oa}suffix`,
    start: { "@id": `${oa}start`, "@type": integer },
    end: { "@id": `${oa}end`, "@type": integer },
    value: `${rdf}value`,
    format: "http://purl.org/dc/elements/1.1/format",
    language: "http://purl.org/dc/elements/1.1/language",
    label: "http://www.w3.org/2000/01/rdf-schema#label",
    first: { "@id": `${as}first`, "@type": "@id" },
    items: { "@id": `${as}items`, "@type": "@id", "@container": "@list" },
    partOf: { "@id": `${as}partOf`, "@type": "@id" },
    total: { "@id": `${as}totalItems`, "@type": integer },
    startIndex: { "@id": `${as}startIndex`, "@type": integer },
  },
};
async function documentLoader(address) {
  assert.equal(address, "http://www.w3.org/ns/anno.jsonld");
  return { contextUrl: null, documentUrl: address, document: context };
}

test("a JSON-LD processor reads the annotations, and their selectors hold in the copy", async () => {
  const page = await open({ javaScriptEnabled: true });
  const link = page.locator('link[rel="alternate"][type="application/ld+json"]');
  const address = new URL(await link.getAttribute("href"), page.url());
  assert.equal(await page.locator(".copy-about a[type='application/ld+json']").getAttribute("href"), await link.getAttribute("href"));
  const answer = await page.request.get(address.href);
  assert.equal(answer.status(), 200);
  const text = await answer.text();
  assert.ok(!/hidden person|\bhidden\b/i.test(text), "nothing private");
  const document = JSON.parse(text);
  await page.context().close();

  const own = `${baseUrl}sources/note.annotations.jsonld`;
  const statements = await jsonld.toRDF(document, { documentLoader, safe: true, base: "about:none" });
  const having = (predicate, subject) =>
    statements.filter((one) => one.predicate.value === predicate && (!subject || one.subject.value === subject)).map((one) => one.object);
  const subjects = statements.filter((one) => one.predicate.value === `${rdf}type` && one.object.value === `${oa}Annotation`);
  assert.deepEqual(
    subjects.map((one) => one.subject.value).sort(),
    words.map((_, index) => `${baseUrl}sources/note.html#part.annotation-${index + 1}`),
  );
  assert.deepEqual(having(`${as}totalItems`, own).map(({ value }) => value), [String(words.length)]);
  assert.deepEqual(having(`${as}first`, own).map(({ value }) => value), [`${own}#page-1`]);

  const copy = readFileSync(join(output, "files/sources/note.txt"), "utf8");
  for (const [index, exact] of words.entries()) {
    const annotation = `${baseUrl}sources/note.html#part.annotation-${index + 1}`;
    const [target] = having(`${oa}hasTarget`, annotation);
    assert.equal(having(`${oa}hasSource`, target.value)[0].value, `${baseUrl}files/sources/note.txt`);
    const [body] = having(`${oa}hasBody`, annotation);
    assert.equal(having("http://purl.org/dc/elements/1.1/format", body.value)[0].value, "text/html");
    assert.equal(having("http://purl.org/dc/elements/1.1/language", body.value)[0].value, "en");
    for (const [, href] of having(`${rdf}value`, body.value)[0].value.matchAll(/ href="([^"]*)"/g)) {
      assert.ok(href.startsWith(baseUrl), `${href} holds wherever it is read`);
    }
    const selectors = having(`${oa}hasSelector`, target.value).map(({ value }) => value);
    const one = (predicate) => selectors.flatMap((selector) => having(`${oa}${predicate}`, selector)).map(({ value }) => value);
    assert.equal(plain(one("exact")[0]), exact);
    const quoted = one("prefix")[0] + one("exact")[0] + one("suffix")[0];
    assert.equal(copy.split(quoted).length, 2, "the quotation selects one place of the file");
    // Counted in Unicode characters, as the model says.
    assert.equal([...copy].slice(Number(one("start")[0]), Number(one("end")[0])).join(""), one("exact")[0]);
  }
});

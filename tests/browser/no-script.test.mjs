// Scripts only add: without them every type of page is there to be read, and leads on.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { readingPagesOf, samplePagesOf, siteFolder } from "./site.mjs";

const folder = siteFolder();
const samples = samplePagesOf(folder);
// An essay may link to nothing; these types are there to lead on.
const leadsOn = new Set(["home", "index", "tags", "tag", "timeline", "ledger", "bibliography", "corrections", "coverage", "not-found"]);
const scriptless = { javaScriptEnabled: false };
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

for (const width of [390, 1280]) {
  test(`without scripts at ${width} pixels every type of page shows its heading, its text and its navigation`, async () => {
    assert.ok(samples.length > 0);
    const options = { ...scriptless, viewport: { width, height: 844 } };
    const problems = await visitEach(browser, samples, options, async (page, { path, type }) => {
      await page.goto(server.home + encodeURI(path));
      const wrong = [];
      const headings = await page.locator("h1:visible").allInnerTexts();
      if (headings.length !== 1 || !headings[0].trim()) wrong.push(`shows ${headings.length} main headings`);
      if (!(await page.locator("main:visible").allInnerTexts()).join("").trim()) wrong.push("shows no text");
      // A menu that folds away on a phone must unfold without a script.
      for (const fold of await page.locator("header summary:visible, nav summary:visible").all()) await fold.click();
      if ((await page.locator("nav a:visible").count()) === 0) wrong.push("shows no navigation");
      if (leadsOn.has(type) && (await page.locator("main a:visible").count()) === 0) wrong.push("leads nowhere from its text");
      return wrong.map((problem) => `${path} ${problem}`);
    });
    assertNone(problems, "things that need a script");
  });
}

test("what a script may take away or bring, it does not: the text of a page is the same without scripts", async () => {
  const read = (options) =>
    visitEach(browser, samples, options, async (page, { path }) => {
      await page.goto(server.home + encodeURI(path));
      // All text of the main part, seen or folded away, but what is only for readers without scripts.
      return page.locator("main").evaluate((main) => {
        const copy = main.cloneNode(true);
        for (const element of copy.querySelectorAll("noscript, script, template, [data-script-only]")) element.remove();
        return copy.textContent.replace(/\s+/g, " ").trim();
      });
    });
  const [without, withScripts] = [await read(scriptless), await read({})];
  // Words in the same order: a script may add among them (a button, a count), and may take none away.
  const problems = samples.map(({ path }, index) => {
    const lost = firstWordLost(without[index].split(" "), withScripts[index].split(" "));
    return lost && `${path} loses “${lost}” when scripts run`;
  });
  assertNone(problems, "pages whose scripts take text away");
});

for (const [name, entry] of [["timeline", ".entry"], ["ledger", "tbody tr"]]) {
  test(`without scripts the ${name}'s filters are links to pages with fewer entries`, () => narrow(name, entry));
}

async function narrow(name, entry) {
  const wholes = readingPagesOf(folder).filter(({ path }) => path === `${name}.html`);
  assert.equal(wholes.length, 1, `there is one ${name}`);
  const context = await browser.newContext(scriptless);
  const page = await context.newPage();
  const start = server.home + wholes[0].path;
  await page.goto(start);
  const all = await page.locator(`main ${entry}`).count();
  assert.ok(all > 0, `the ${name} shows no entry (${entry})`);
  for (const fold of await page.locator("main .filters summary:visible").all()) await fold.click();
  const filters = await page.locator("main .filters a:visible").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(filters.length > 0, `the ${name} shows no filter (.filters a)`);
  const problems = [];
  let narrowed = false;
  for (const filter of new Set(filters)) {
    const answer = await page.goto(filter);
    const shown = await page.locator(`main ${entry}:visible`).count();
    if (answer && answer.status() !== 200) problems.push(`${filter} answers ${answer.status()}`);
    if (shown === 0) problems.push(`${filter} shows no entry`);
    narrowed ||= shown < all;
  }
  await context.close();
  assertNone(problems, "filters that do not work");
  assert.ok(narrowed, "no filter leaves anything out");
}

function firstWordLost(words, among) {
  let from = 0;
  for (const word of words) {
    const at = among.indexOf(word, from);
    if (at < 0) return word;
    from = at + 1;
  }
  return undefined;
}

// The timeline: its strip, its parts, filters that combine and stand in the address, travel by keyboard; by mouse,
// touch and keyboard, without a script and from a disk; for a dossier that fits one page and one that does not.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { build, siteFolder } from "./site.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
let short;
let long;
let roots;

/** A dossier with so many events that its timeline is divided: three people, every third date in doubt. */
function longDossier() {
  const root = mkdtempSync(join(tmpdir(), "redstring-timeline-"));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  const write = (path, lines) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `---\n${lines.join("\n")}\n---\n`);
  };
  writeFileSync(join(root, "site.toml"), 'title = "A long story"\n');
  for (const name of ["Ada", "Bo", "Cy"]) write(`content/people/${name.toLowerCase()}.md`, [`title: ${name}`]);
  write("content/events/ides.md", ["title: Ides", 'date: "-0043-03-15"', "tags: [rome]"]);
  for (let nth = 0; nth < 900; nth++) {
    const date = `${1990 + (nth % 30)}-${String(1 + (nth % 12)).padStart(2, "0")}`;
    const people = ["ada", "bo", "cy"].filter((_, who) => nth % (who + 2) === 0);
    write(`content/events/e${nth}.md`, [
      `title: Event ${nth}`,
      `date: "${nth % 3 ? date : `${date}~`}"`,
      `participants: [${people.map((id) => `"[[${id}]]"`).join(", ")}]`,
      nth % 7 ? "tags: [common]" : "tags: [common, rare]",
    ]);
  }
  return root;
}

before(async () => {
  browser = await launch();
  const { output, status, said } = build(longDossier());
  assert.equal(status, 0, said);
  roots = { short: siteFolder(), long: output };
  short = await serve(roots.short);
  long = await serve(roots.long);
});

after(async () => {
  await browser?.close();
  await short?.close();
  await long?.close();
});

async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(address);
  return { page, context, problems };
}

/** How many entries the live region says are shown. */
const said = async (page) => Number((await page.textContent(".timeline-status")).match(/\d+/)[0]);
const shows = (page, number) =>
  page.waitForFunction((n) => Number(document.querySelector(".timeline-status").textContent.match(/\d+/)?.[0]) === n, number);
const visible = (page) => page.locator(".entry:not([hidden])").count();

/** Opens a group of filters and presses one of them. */
async function press(page, sort, value, how = "click") {
  const group = page.locator(`.filters [data-sort=${sort}]`);
  if (!(await group.evaluate((details) => details.open))) await group.locator("summary")[how]();
  await group.locator(`[data-value="${value}"]`)[how]();
}

for (const [name, home] of [["http", () => long.home], ["a disk", () => pathToFileURL(`${roots.long}/`).href]]) {
  test(`a long timeline is narrowed in every way at once, from ${name}`, async () => {
    const { page, context, problems } = await open(`${home()}timeline.html`);
    assert.equal(await said(page), 901);
    assert.equal(await page.locator(".periods:visible a").count() > 1, true);
    await press(page, "person", "ada");
    await shows(page, 450);
    await press(page, "person", "bo");
    await shows(page, 150);
    await press(page, "tag", "rare");
    await shows(page, 22);
    assert.match(page.url(), /person=ada&person=bo&tag=rare/);
    await page.fill("[name=from]", "1990");
    await page.fill("[name=until]", "1999");
    await page.press("[name=until]", "Enter");
    await page.waitForFunction(() => location.href.includes("until=1999"));
    const inPeriod = Array.from({ length: 900 }, (_, nth) => nth).filter((nth) => nth % 42 === 0 && nth % 30 < 10).length;
    await shows(page, inPeriod);
    await page.waitForFunction((n) => document.querySelectorAll("#part\\.results .entry").length === n, inPeriod);
    assert.equal(await page.locator(".periods:visible").count(), 0);

    // The address alone brings it all back, and the back button takes one step after the other.
    const again = await context.newPage();
    await again.goto(page.url());
    await shows(again, inPeriod);
    assert.equal(await again.locator('.filters [data-value="rare"]').getAttribute("aria-pressed"), "true");
    while (page.url().includes("from=")) await page.goBack();
    await shows(page, 22);
    await page.locator("[data-do=all]").click();
    await shows(page, 901);
    assert.equal(await page.locator(".periods:visible").count(), 1);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("an entry drawn by script says what its own page of the timeline says", async () => {
  const { page, context } = await open(`${long.home}timeline.html?tag=rare&person=cy&from=1990&until=1990-12`);
  await page.waitForSelector("#part\\.results .entry");
  const text = (root) => root.evaluateAll((all) => all.map((one) => one.innerText.replace(/\s+/g, " ").trim()));
  const drawn = await text(page.locator("#part\\.results .entry"));
  const href = await page.locator("#part\\.results .entry-date a").first().evaluate((link) => link.href);
  await page.goto(href);
  const own = await text(page.locator(`[id="${new URL(href).hash.slice(1)}"]`));
  assert.equal(drawn[0], own[0]);
  await context.close();
});

test("a short timeline is narrowed in place, and no heading stands above nothing", async () => {
  const { page, context, problems } = await open(`${short.home}timeline.html`);
  const all = await visible(page);
  assert.equal(await said(page), all);
  await press(page, "kind", "event");
  const events = await page.locator('.entry[data-kind="event"]').count();
  await shows(page, events);
  assert.equal(await visible(page), events);
  assert.equal(await page.locator(".year:not([hidden]):not(:has(.entry:not([hidden])))").count(), 0);
  // Whatever else narrows it does so together with the filters.
  const both = await page.evaluate(async () => {
    await window.redstring.timeline.narrow("test", (entry) => entry.organisations.length > 0);
    return window.redstring.timeline.shown().length;
  });
  assert.equal(both, await page.locator('.entry[data-kind="event"][data-organisations]').count());
  assert.deepEqual(problems, []);
  await context.close();
});

test("a bar of the strip is a link, and with a script the period it stands for", async () => {
  const { page, context } = await open(`${short.home}timeline.html`);
  const bar = page.locator(".strip-bar").first();
  const label = await bar.locator("title").textContent();
  await bar.locator(".strip-reach").click();
  await page.waitForFunction(() => location.search.includes("from="));
  assert.equal(await visible(page), await said(page));
  assert.ok((await said(page)) > 0, label);
  await page.locator("[data-do=all]").click();
  await page.waitForFunction(() => !location.search.includes("from="));
  await context.close();

  const plain = await open(`${short.home}timeline.html`, { javaScriptEnabled: false });
  assert.equal(await plain.page.locator(".timeline-tools:visible").count(), 0);
  const targets = await plain.page.locator(".strip a").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")).filter((href) => href.startsWith("#") && !document.getElementById(href.slice(1))));
  assert.deepEqual(targets, []);
  await plain.context.close();
});

test("zoom and travel by keyboard, and no key does anything where it has no business", async () => {
  const { page, context } = await open(`${short.home}timeline.html`);
  const address = page.url();
  for (const key of ["j", "k", "+", "-", "0"]) await page.keyboard.press(key);
  assert.equal(page.url(), address);
  await page.locator("[data-do=zoom-in]").focus();
  await page.keyboard.press("+");
  await page.waitForFunction(() => location.search.includes("from="));
  const zoomed = await said(page);
  assert.ok(zoomed > 0);
  await page.keyboard.press("0");
  await page.waitForFunction(() => !location.search.includes("from="));
  await page.locator(".entry-date a").first().focus();
  const place = () => page.evaluate(() => [...document.querySelectorAll(".entry")].indexOf(document.activeElement.closest(".entry")));
  for (const [key, expected] of [["j", 1], ["ArrowDown", 2], ["k", 1], ["ArrowUp", 0], ["ArrowUp", 0]]) {
    await page.keyboard.press(key);
    assert.equal(await place(), expected, key);
  }
  await page.keyboard.press("End");
  assert.equal(await place(), (await page.locator(".entry").count()) - 1);
  await page.keyboard.press("Home");
  assert.equal(await place(), 0);
  await context.close();
});

test("by touch, on a phone", async () => {
  const { page, context } = await open(`${long.home}timeline.html`, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await press(page, "tag", "rome", "tap");
  await shows(page, 1);
  await page.waitForSelector("#part\\.results .entry");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
  await context.close();
});

test("every entry of a long timeline stands once on its parts, in order, and each part leads to the next", async () => {
  const { page, context } = await open(`${long.home}timeline.html`, { javaScriptEnabled: false });
  assert.equal(await page.locator(".entry").count(), 0);
  await page.locator(".periods a").first().click();
  const found = [];
  for (;;) {
    assert.ok((await page.locator(".entry").count()) <= 400);
    found.push(...(await page.locator(".entry").evaluateAll((all) => all.map((one) => one.id))));
    const next = page.locator('[rel="next"]').first();
    if (!(await next.count())) break;
    await next.click();
  }
  assert.equal(found.length, 901);
  assert.equal(new Set(found).size, 901);
  assert.equal(found[0], "ides");
  await context.close();
});

test("axe finds nothing, before and after narrowing", async () => {
  for (const [address, viewport, colorScheme] of [
    ["timeline.html", { width: 1280, height: 900 }, "light"],
    ["timeline.html?tag=rare", { width: 320, height: 800 }, "dark"],
    ["timeline/person-ada.html", { width: 1280, height: 900 }, "light"],
    ["people/ada.html", { width: 320, height: 800 }, "light"],
  ]) {
    const { page, context } = await open(`${long.home}${address}`, { viewport, colorScheme, bypassCSP: true });
    if (address.includes("?")) await page.waitForSelector("#part\\.results .entry");
    await page.evaluate(axeSource);
    const found = await page.evaluate(async () => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await globalThis.axe.run({ runOnly: { type: "tag", values } });
      return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
    });
    assert.deepEqual(found, [], address);
    await context.close();
  }
});

// What was known when: the months and the orders of the timeline without a script, and the slider by mouse, by keyboard,
// by touch and from a disk.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { build } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { output, status, said } = build(join(here, "fixtures/known"));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The stops of the slider, with what of the timeline is known at the end of each; worked out by hand.
const stops = [
  { name: "bce-45-03", words: "March 45 BCE", new: ["old-harbour", "chronicle-published"] },
  { name: "2017-11", words: "November 2017", new: ["letter-published"] },
  { name: "2017-12", words: "December 2017", new: ["crane-falls", "never-inspected", "gazette-published", "yearbook-published", "repair"] },
  { name: "2018-06", words: "June 2018", new: ["inspection", "mara-lind-born", "inquiry-published"] },
  { name: "12017", words: "The year 12,017", new: ["harbour-moves", "forecast-published"] },
];
const never = ["warning", "quarrel", "rumour-published"];
const whole = [...stops.flatMap((stop) => stop.new), ...never].sort();
const knownAt = (place) => (place < stops.length ? stops.slice(0, place + 1).flatMap((stop) => stop.new).sort() : whole);
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

async function open(path, options = {}, home = server.home) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(String(error)));
  await page.goto(home + path);
  return page;
}

/** The entries that are shown, by their anchors. */
const shown = (page) => page.locator(".entry:visible").evaluateAll((entries) => entries.map((entry) => entry.id).sort());
const wordsOf = (page) => page.locator("[data-as-of] [data-words]").textContent();
const range = (page) => page.locator("[data-as-of] input[type=range]");

/** What the page says where the slider stands at a place. */
async function assertAt(page, place) {
  assert.deepEqual(await shown(page), knownAt(place));
  const words = await wordsOf(page);
  assert.equal(await range(page).getAttribute("aria-valuetext"), words);
  const { protocol, search, hash } = new URL(page.url());
  const name = new URLSearchParams(protocol === "file:" ? hash.slice(1) : search).get("as-of");
  if (place < stops.length) {
    assert.ok(words.includes(stops[place].words), `${words} does not say ${stops[place].words}`);
    assert.equal(name, stops[place].name);
  } else {
    assert.equal(name, null);
  }
}

test("the slider goes to the stop that is pressed, and its buttons from month to month", async () => {
  const page = await open("timeline.html", { viewport: { width: 1280, height: 900 } });
  await assertAt(page, stops.length);
  const box = await range(page).boundingBox();
  await page.mouse.click(box.x + 2, box.y + box.height / 2);
  await assertAt(page, 0);
  for (const place of [1, 2, 3, 4, 5]) {
    await page.locator("[data-step='1']").click();
    await assertAt(page, place);
  }
  assert.ok(await page.locator("[data-step='1']").isDisabled());
  await page.locator("[data-step='-1']").click();
  await page.locator("[data-step='-1']").click();
  await assertAt(page, 3);
  await page.locator("[data-all]").click();
  await assertAt(page, stops.length);
  // No heading stands above nothing.
  await page.locator("[data-step='-1']").click();
  await range(page).focus();
  await page.keyboard.press("Home");
  const empty = await page.locator(".year:visible").evaluateAll((years) => years.filter((year) => !year.querySelector(".entry:not([hidden])")).length);
  assert.equal(empty, 0);
  await page.context().close();
});

test("the keyboard moves it, and what it shows is announced when it has come to rest", async () => {
  const page = await open("timeline.html");
  const status = page.locator("[data-as-of] [role=status]");
  assert.equal((await status.textContent()).trim(), "");
  await range(page).focus();
  await page.keyboard.press("Home");
  await assertAt(page, 0);
  assert.match(await status.textContent(), /March 45 BCE.* 2 of 16 /);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await assertAt(page, 2);
  assert.match(await status.textContent(), /December 2017.* 8 of 16 /);
  await page.keyboard.press("End");
  await assertAt(page, stops.length);
  // A button that has done all it can hands the focus on.
  await page.locator("[data-step='-1']").focus();
  for (let press = 0; press < stops.length; press++) await page.keyboard.press("Enter");
  await assertAt(page, 0);
  assert.equal(await page.evaluate(() => document.activeElement.type), "range");
  await page.context().close();
});

test("a finger moves it on a phone", async () => {
  const page = await open("timeline.html", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await page.locator("[data-step='-1']").tap();
  await assertAt(page, 4);
  await page.locator("[data-step='-1']").tap();
  await assertAt(page, 3);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  const sizes = await page.locator("[data-as-of] button, [data-as-of] input").evaluateAll((controls) => controls.map((control) => control.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
  assert.ok(sizes.every((size) => size >= 24), `targets of ${sizes}`);
  await page.context().close();
});

test("an address brings its stop along, from a disk too, and one that is none shows all", async () => {
  const homes = [[server.home, "?"], [pathToFileURL(output).href + "/", "#?"]];
  for (const [home, mark] of homes) {
    const page = await open(`timeline.html${mark}as-of=2017-12`, {}, home);
    await assertAt(page, 2);
    await page.locator("[data-news]").click();
    assert.match(page.url(), /known\/2017-12\.html$/);
    await page.goBack();
    await assertAt(page, 2);
    await page.goto("about:blank");
    await page.goto(`${home}timeline.html${mark}as-of=never`);
    assert.deepEqual(await shown(page), whole);
    await page.context().close();
  }
});

test("it narrows together with the filters, and each leaves the other in the address", async () => {
  const page = await open("timeline.html?kind=source&as-of=2017-12");
  const sources = ["chronicle-published", "gazette-published", "letter-published", "yearbook-published"];
  assert.deepEqual(await shown(page), sources);
  await page.locator("[data-step='-1']").click();
  assert.deepEqual(await shown(page), ["chronicle-published", "letter-published"]);
  assert.equal(new URL(page.url()).search, "?kind=source&as-of=2017-11");
  await page.locator(".filters [data-sort=kind] .chip[data-value=source]").click();
  assert.deepEqual(await shown(page), knownAt(1));
  assert.equal(new URL(page.url()).search, "?as-of=2017-11");
  await page.locator("[data-all]").click();
  assert.equal(new URL(page.url()).search, "");
  await page.context().close();
});

test("nothing moves when the script begins", async () => {
  const page = await open("timeline.html", { viewport: { width: 390, height: 844 } });
  const shift = await page.evaluate(
    () => new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => setTimeout(() => resolve(sum), 100));
    }),
  );
  assert.equal(shift, 0);
  await page.context().close();
});

test("without a script there are the months, one after the other, and the other orders", async () => {
  const page = await open("timeline.html", { javaScriptEnabled: false });
  assert.equal(await range(page).isVisible(), false);
  const links = await page.locator(".as-of-stops a").allTextContents();
  assert.deepEqual(links, stops.map((stop) => stop.words));
  const orders = page.locator("nav.orders a");
  assert.equal(await orders.count(), 3);
  await orders.nth(1).click();
  assert.match(page.url(), /timeline\/by-published\.html$/);
  assert.equal(await page.locator("nav.orders a[aria-current=page]").count(), 1);
  const order = await page.locator(".news-title .link").allTextContents();
  assert.equal(order.length, whole.length);
  assert.equal(order[0], "The old harbour is built");
  await page.locator("nav.orders a").nth(2).click();
  assert.match(page.url(), /timeline\/by-retrieved\.html$/);
  // From the list of months to the first one, and on to the last.
  await page.getByRole("link", { name: "What was known when" }).first().click();
  await page.locator(".known-months a").first().click();
  const visited = [];
  for (;;) {
    visited.push(page.url().match(/known\/(.*)\.html$/)[1]);
    const next = page.locator("a[rel=next]");
    if (!(await next.count())) break;
    await next.click();
  }
  assert.deepEqual(visited, ["bce-45-03", "2017-11", "2017-12", "2017", "2018-06", "12017"]);
  await page.context().close();
});

test("the months say what the slider says", async () => {
  const listed = [];
  const page = await open("known/index.html", { javaScriptEnabled: false });
  const months = await page.locator(".known-months a").evaluateAll((links) => links.map((link) => link.href));
  for (const month of months) {
    await page.goto(month);
    const events = page.locator("[aria-labelledby='part.event'] .news-title .link, [aria-labelledby='part.claim'] .news-title .link, [aria-labelledby='part.source'] .news-title .link");
    listed.push(...(await events.allTextContents()));
  }
  await page.goto(`${server.home}timeline.html`);
  const dated = await page.locator(".entry[data-published] .entry-title .link").allTextContents();
  assert.deepEqual(listed.sort(), dated.sort());
  await page.goto(`${server.home}known/without-day.html`);
  const without = await page.locator(".news-title .link").allTextContents();
  await page.goto(`${server.home}timeline.html`);
  const undated = await page.locator(".entry:not([data-published]) .entry-title .link").allTextContents();
  for (const title of undated) assert.ok(without.includes(title), `${title} has no day and is not listed`);
  await page.context().close();
});

test("the page of an event says when its first source was published and retrieved", async () => {
  const page = await open("events/crane-falls.html", { javaScriptEnabled: false });
  const facts = (await page.locator(".fact-list").textContent()).replace(/\s+/g, " ");
  assert.match(facts, /First published ?3 December 2017/);
  assert.match(facts, /First retrieved ?30 April 2020/);
  await page.context().close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing in the ${colorScheme} scheme at ${width} pixels`, async () => {
      const paths = ["timeline.html?as-of=2017-12", "known/index.html", "known/2017-12.html", "known/2017.html", "known/without-day.html", "timeline/by-published.html"];
      const problems = [];
      for (const path of paths) {
        const page = await open(path, { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
        await page.evaluate(axeSource);
        const found = await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
          return globalThis.axe.run();
        });
        problems.push(found.violations.map((rule) => `${path}: ${rule.id}: ${rule.nodes[0].target} ${rule.nodes[0].failureSummary}`));
        await page.context().close();
      }
      assertNone(problems.flat(), "violations");
    });
  }
}

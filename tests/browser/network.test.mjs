// The network: a map by mouse, keyboard and touch, a table for all, and the neighbourhood on the page of an entity. Of the
// shipped dossier, and of one with a thousand entities (`crowd.mjs`).

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, visitEach } from "./browser.mjs";
import { write } from "./crowd.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { build, encoded, readingPagesOf, siteFolder } from "./site.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = siteFolder();
const scratch = mkdtempSync(join(tmpdir(), "redstring-crowd-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
write(1000, scratch);
const crowd = build(scratch);
let browser;
let server;
let crowded;

before(async () => {
  assert.equal(crowd.status, 0, crowd.said);
  browser = await launch();
  server = await serve(folder);
  crowded = await serve(crowd.output);
});
after(async () => {
  await browser?.close();
  await server?.close();
  await crowded?.close();
});

/** Opens the network; whoever asks closes it. */
async function open(options = {}, address = "network.html", site = server) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(site.home + address);
  return page;
}

/** Where the entity of this id stands on the page, and how the map says it is called. */
const spotOf = (page, id) =>
  page.evaluate(async (id) => {
    const map = window.redstring.network;
    const node = map.ids.indexOf(id);
    const box = map.canvas.getBoundingClientRect();
    const [x, y] = map.placeOf(node);
    return { x: box.left + x, y: box.top + y, name: map.names[node] };
  }, id);

const card = (page) => page.locator(".network-card-title a");

test("without a script there is a picture, the best connected by name, and every relation in a table", async () => {
  const page = await open({ javaScriptEnabled: false });
  assert.ok(await page.locator(".network-stage img").evaluate((img) => img.complete && img.naturalWidth > 0));
  assert.equal(await page.locator("canvas").count(), 0);
  assert.equal(await page.locator(".network-controls:visible").count(), 0);
  assert.ok((await page.locator(".chips a:visible").count()) >= 10);
  // All of the data's edges stand in the table, page after page.
  const data = readFileSync(join(folder, "network/data.js"), "utf8");
  const { edges } = JSON.parse(data.slice(data.indexOf("{"), data.lastIndexOf(";")));
  let rows = 0;
  for (;;) {
    rows += await page.locator(".network-table tbody tr").count();
    const next = page.locator(".pager a[rel=next]");
    if (!(await next.count())) break;
    await next.click();
  }
  assert.equal(rows, edges.length / 3);
  await page.context().close();
});

test("by mouse: hovering names, a click opens, dragging and the wheel move the map", async () => {
  const page = await open();
  const { x, y } = await spotOf(page, "ian-levy");
  await page.mouse.move(x, y);
  assert.equal(await page.evaluate(() => window.redstring.network.canvas.style.cursor), "pointer");
  await page.mouse.move(x + 2, y + 2);
  await page.mouse.wheel(0, -600);
  const nearer = await spotOf(page, "gchq");
  const start = await spotOf(page, "ian-levy");
  await page.mouse.move(start.x + 30, start.y + 60);
  await page.mouse.down();
  await page.mouse.move(start.x - 70, start.y + 20, { steps: 4 });
  await page.mouse.up();
  const after = await spotOf(page, "gchq");
  assert.ok(Math.abs(after.x - nearer.x + 100) < 8, `dragged by ${after.x - nearer.x}`);
  assert.equal(new URL(page.url()).pathname.endsWith("network.html"), true, "a drag opens nothing");
  const target = await spotOf(page, "ian-levy");
  await Promise.all([page.waitForURL(/ian-levy\.html$/), page.mouse.click(target.x, target.y)]);
  await page.context().close();
});

test("by keyboard: find an entity, go along a relation, open a page", async () => {
  const page = await open();
  await page.locator("#part\\.network-find").focus();
  await page.keyboard.type("natIonal cyber");
  assert.equal(await page.locator("[role=option]").first().innerText(), "National Cyber Security Centre");
  await page.keyboard.press("Enter");
  assert.equal(await card(page).innerText(), "National Cyber Security Centre");
  assert.match(await page.locator("[role=status]").innerText(), /National Cyber Security Centre.*Relations: \d+/);
  assert.ok(page.url().endsWith("#at=ncsc"), page.url());
  assert.equal(await page.evaluate(() => document.activeElement.localName), "canvas");
  const neighbours = await page.locator(".network-card li a").allInnerTexts();
  const chosen = new Set();
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
    await page.evaluate(() => window.redstring.network.choose(window.redstring.network.ids.indexOf("ncsc")));
    await page.keyboard.press(key);
    chosen.add(await card(page).innerText());
  }
  chosen.delete("National Cyber Security Centre");
  assert.ok(chosen.size > 1 && neighbours.length > 1, [...chosen].join());
  await page.keyboard.press("Escape");
  assert.equal(await card(page).count(), 0);
  const before = await spotOf(page, "ncsc");
  await page.keyboard.press("ArrowRight");
  assert.ok((await spotOf(page, "ncsc")).x < before.x, "arrows move the map");
  await page.keyboard.press("0");
  await page.keyboard.press("Enter");
  const middle = await card(page).getAttribute("href");
  await Promise.all([page.waitForURL((url) => url.pathname.endsWith(middle)), page.keyboard.press("Enter")]);
  await page.context().close();
});

test("by touch: a tap chooses, a second opens, two fingers zoom", async () => {
  const page = await open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await page.locator("canvas").scrollIntoViewIfNeeded();
  const { x, y, name } = await spotOf(page, "us-federal-agencies");
  await page.touchscreen.tap(x, y);
  assert.equal(await card(page).innerText(), name);
  const before = [await spotOf(page, "kgb"), await spotOf(page, "bbc")];
  await page.evaluate(([x, y]) => {
    const { canvas } = window.redstring.network;
    const send = (type, id, dx) =>
      canvas.dispatchEvent(new PointerEvent(type, { pointerId: id, pointerType: "touch", clientX: x + dx, clientY: y, bubbles: true }));
    canvas.setPointerCapture = () => {};
    send("pointerdown", 1, -40);
    send("pointerdown", 2, 40);
    send("pointermove", 1, -80);
    send("pointermove", 2, 80);
    send("pointerup", 1, -80);
    send("pointerup", 2, 80);
  }, [x, y]);
  const after = [await spotOf(page, "kgb"), await spotOf(page, "bbc")];
  const apart = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);
  assert.ok(apart(after) > apart(before) * 1.8, "two fingers apart bring it nearer");
  const now = await spotOf(page, "us-federal-agencies");
  await Promise.all([page.waitForURL(/us-federal-agencies\.html$/), page.touchscreen.tap(now.x, now.y)]);
  await page.context().close();
});

test("filters take marks and lines away, stand in the address, and come back from it", async () => {
  const page = await open();
  const ink = () => page.evaluate(() => {
    const { canvas } = window.redstring.network;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let at = 3; at < data.length; at += 4) sum += data[at] > 0 ? 1 : 0;
    return sum;
  });
  const settled = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await settled();
  const whole = await ink();
  await page.locator(".network-filter summary").first().click();
  await page.locator("input[name=kind][value=claim]").uncheck();
  await page.locator("input[name=kind][value=source]").uncheck();
  await settled();
  const less = await ink();
  assert.ok(less < whole * 0.9, `${less} of ${whole} points are drawn`);
  assert.ok(page.url().endsWith("#without-kind=claim,source"), page.url());
  await page.reload();
  assert.equal(await page.locator("input[name=kind][value=claim]").isChecked(), false);
  assert.equal(await page.locator("input[name=kind][value=person]").isChecked(), true);
  await settled();
  assert.ok(Math.abs((await ink()) - less) < whole * 0.05);
  await page.context().close();
});

test("from a disk the map is there, and the page of an entity leads to it there", async () => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, "people/ian-levy.html")).href);
  await page.locator(".neighbourhood-more a").last().click();
  await page.waitForURL(/network\.html/);
  assert.equal(await card(page).innerText(), "Ian Levy");
  await context.close();
});

test("axe finds nothing to object to while something is found, chosen and filtered", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      const page = await open({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } }, "network.html#at=ncsc");
      for (const fold of await page.locator(".network-filter summary").all()) await fold.click();
      await page.locator("#part\\.network-find").fill("kasp");
      await page.evaluate(axeSource);
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
      const lines = violations.flatMap((rule) => rule.nodes.map((node) => `${width} ${colorScheme}: ${rule.id}: ${node.html}`));
      assertNone(lines, "violations");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `at ${width} pixels the page is ${wide} too wide`);
      await page.context().close();
    }
  }
});

test("in every neighbourhood names lie apart, inside the drawing, and each is a link", async () => {
  const pages = readingPagesOf(folder).filter(({ type }) => type?.startsWith("entity-"));
  const problems = await visitEach(browser, pages, { viewport: { width: 390, height: 844 } }, async (page, { path }) => {
    await page.goto(server.home + encoded(path));
    const found = await page.evaluate(() => {
      const map = document.querySelector(".neighbourhood-map");
      if (!map) return [];
      const frame = map.getBoundingClientRect();
      const texts = [...map.querySelectorAll("text")];
      const boxes = texts.flatMap((text) => [...text.querySelectorAll("tspan")].map((line) => {
        // The box of a line is as high as its font; what is seen of it is less.
        const { left, right, top, bottom } = line.getBoundingClientRect();
        return { words: line.textContent, left, right, top: top + 2, bottom: bottom - 2 };
      }));
      const wrong = [];
      boxes.forEach((a, nth) => {
        if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top || a.bottom > frame.bottom) wrong.push(`“${a.words}” leaves the drawing`);
        for (const b of boxes.slice(0, nth)) {
          if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) wrong.push(`“${a.words}” lies on “${b.words}”`);
        }
      });
      for (const link of map.querySelectorAll("a")) if (!link.getAttribute("href") || !link.getAttribute("aria-label")) wrong.push("a name without link");
      return wrong;
    });
    return found.map((problem) => `${path}: ${problem}`);
  });
  assertNone(problems.flat(), "names that cannot be read");
});

test("a thousand entities are on the map, each where no other is, and can be found", async () => {
  const page = await open({}, "network.html", crowded);
  const { count, least } = await page.evaluate(() => {
    const { names, placeOf } = window.redstring.network;
    const places = names.map((_, node) => placeOf(node));
    let least = Infinity;
    for (let a = 0; a < places.length; a += 1) {
      for (let b = 0; b < a; b += 1) least = Math.min(least, Math.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]));
    }
    return { count: names.length, least };
  });
  assert.ok(count > 850, `${count} are drawn`);
  assert.ok(least > 0, "two lie on each other");
  const last = await page.evaluate(() => window.redstring.network.names.at(-1));
  await page.locator("#part\\.network-find").fill(last.toUpperCase());
  await page.locator("[role=option]").first().click();
  assert.equal(await card(page).innerText(), last);
  const pages = readingPagesOf(crowd.output).filter(({ path }) => /^network(\/|\.)/.test(path));
  assert.ok(pages.length > 5 && pages.every(({ size }) => size < 1_000_000), "the table goes over several pages");
  await page.context().close();
});

// The search: typing, filters, order and keys; the key "/" from other pages; without a script, from a disk, and in
// dossiers whose words are not parted by spaces or look like tags.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { build, filesOf, siteFolder } from "./site.mjs";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "fixtures");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = siteFolder();
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

/** Opens a page; `noise` takes all that is said on the console, and all that is asked for and not had. */
async function open(path = "search.html", options = {}, home = server.home) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.noise = [];
  page.on("console", (message) => page.noise.push(message.text()));
  page.on("pageerror", (error) => page.noise.push(error.message));
  page.on("dialog", (dialog) => page.noise.push(`dialog ${dialog.message()}`) && dialog.dismiss());
  page.on("response", (response) => response.status() >= 400 && page.noise.push(`${response.status()} ${response.url()}`));
  await page.goto(home + path);
  return page;
}

const field = (page) => page.locator("#part\\.query");
const titles = (page) => page.locator(".result-title a").allTextContents();

/** Types as a reader does and waits until the status line speaks of exactly this. */
async function look(page, words) {
  await field(page).fill(words);
  await said(page, words);
}

const said = (page, words) =>
  page.waitForFunction(
    (wanted) => document.getElementById("part.status").textContent.includes(`“${wanted}”`),
    words,
  );

test("another name of the Centre finds it first, with the words marked and its kind", async () => {
  const page = await open();
  await field(page).pressSequentially("NCSC", { delay: 30 });
  await said(page, "NCSC");
  assert.equal((await titles(page))[0], "National Cyber Security Centre");
  const first = page.locator(".result").first();
  assert.equal(await first.locator(".result-kind").textContent(), "Organisation");
  const marks = await page.locator(".results mark").allTextContents();
  assert.ok(marks.length > 3 && marks.every((mark) => /NCSC/i.test(mark)), `${marks}`);
  // What is announced is what is there.
  const status = page.locator("#part\\.status");
  assert.equal(await status.getAttribute("role"), "status");
  const number = Number((await status.textContent()).match(/\d+/)[0]);
  assert.ok(number >= (await titles(page)).length);
  assert.match(page.url(), /search\.html\?q=NCSC$/);
  await first.locator("a").first().click();
  await page.waitForURL(/organisations\/.*\.html$/);
  assert.equal(await page.locator("h1").textContent(), "National Cyber Security Centre");
  // The way back leads to the results.
  await page.goBack();
  await said(page, "NCSC");
  assert.equal((await titles(page))[0], "National Cyber Security Centre");
  assertNone(page.noise, "words on the console");
  await page.context().close();
});

test("the beginning of a word finds it, and a place in a page is a result of its own", async () => {
  const page = await open();
  await look(page, "kaspers");
  assert.ok((await titles(page)).length > 0);
  await look(page, "kaspersky");
  const place = page.locator(".result-parts a").first();
  assert.match(await place.getAttribute("href"), /\.html#./);
  await place.click();
  await page.waitForURL(/#/);
  assert.equal(await page.locator(":target").count(), 1);
  await page.context().close();
});

test("filters narrow, count and stand in the address", async () => {
  const page = await open("search.html?q=kaspersky");
  await said(page, "kaspersky");
  const box = page.locator("input[name=kind][value=person]");
  const people = Number(await box.locator("xpath=..").locator(".search-number").textContent());
  const all = Number((await page.textContent("#part\\.status")).match(/\d+/)[0]);
  assert.ok(people > 0 && people < all);
  await box.check();
  await page.waitForFunction((n) => document.getElementById("part.status").textContent.endsWith(` ${n}`), people);
  assert.deepEqual([...new Set(await page.locator(".result-kind").allTextContents())], ["Person"]);
  assert.match(page.url(), /\?q=kaspersky&kind=person$/);
  // The numbers say what each kind would give, whatever is chosen now.
  const claims = page.locator("input[name=kind][value=claim]");
  assert.ok(Number(await claims.locator("xpath=..").locator(".search-number").textContent()) > 0);
  await claims.check();
  await page.waitForFunction((n) => !document.getElementById("part.status").textContent.endsWith(` ${n}`), people);
  await page.reload();
  await said(page, "kaspersky");
  assert.ok((await box.isChecked()) && (await claims.isChecked()));
  assertNone(page.noise, "words on the console");
  await page.context().close();
});

test("results come in the order of their dates, those without one last, ten at a time", async () => {
  const { output, status, said: words } = build(join(fixtures, "search-hostile"));
  assert.equal(status, 0, words);
  const here = await serve(output);
  const page = await open("search.html?q=lighthouse&kind=event&order=oldest", {}, here.home);
  await said(page, "lighthouse");
  assert.deepEqual(await titles(page), Array.from({ length: 10 }, (_, i) => `Sighting ${String(i + 1).padStart(2, "0")}`));
  await page.locator("#part\\.more").click();
  await page.waitForFunction(() => document.querySelectorAll(".result").length === 14);
  const all = await titles(page);
  assert.equal(all.at(-1), "Sighting without a date");
  assert.equal(await page.locator("#part\\.more").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Sighting 11");
  await page.locator("#part\\.order").selectOption("newest");
  await page.waitForFunction(() => document.querySelector(".result-title a").textContent === "Sighting 13");
  assert.match(page.url(), /order=newest$/);
  await page.context().close();
  await here.close();
});

test("an index of several parts is searched as one", async () => {
  const root = mkdtempSync(join(tmpdir(), "redstring-browser-"));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  const put = (kind, id, front, body) => {
    mkdirSync(join(root, "content", kind), { recursive: true });
    writeFileSync(join(root, "content", kind, `${id}.md`), `---\n${front}\n---\nThe lighthouse ${body}.\n`);
  };
  // So long that no part can hold all of them.
  const long = `was dark.\n\n${"x".repeat(10_000)} `.repeat(29);
  const days = Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(2, "0"));
  for (const day of days) put("events", `day-${day}`, `title: Sighting ${day}\ndate: "19${day}"`, long);
  for (const id of ["keeper", "visitor"]) put("people", id, `title: The ${id}`, "was lit");
  const { output, status, said: words } = build(root);
  assert.equal(status, 0, words);
  const parts = filesOf(output).filter((path) => path.endsWith("pagefind-entry.json"));
  assert.equal(parts.length, 3, parts.join(" "));
  assert.equal(filesOf(output).filter((path) => path.endsWith("pagefind.js") || path.includes("wasm.")).length, 2);
  const here = await serve(output);
  const page = await open("search.html?q=lighthouse&order=oldest", {}, here.home);
  await said(page, "lighthouse");
  const expected = (wanted) => Array.from({ length: 10 }, (_, i) => `Sighting ${wanted(i)}`);
  assert.match(await page.textContent("#part\\.status"), / 32$/);
  assert.deepEqual(await titles(page), expected((i) => days[i]));
  const number = (kind) => page.locator(`label:has(input[value=${kind}]) .search-number`).textContent();
  assert.deepEqual([await number("event"), await number("person")], ["30", "2"]);
  await page.locator("#part\\.order").selectOption("newest");
  await page.waitForFunction(() => document.querySelector(".result-title a").textContent === "Sighting 30");
  for (let shown = 20; shown <= 40; shown += 10) {
    await page.locator("#part\\.more").click();
    await page.waitForFunction((n) => document.querySelectorAll(".result").length === n, Math.min(shown, 32));
  }
  const all = await titles(page);
  assert.deepEqual(all.slice(0, 30), days.map((day) => `Sighting ${day}`).reverse());
  assert.deepEqual(all.slice(30).sort(), ["The keeper", "The visitor"]);
  await page.locator("input[name=kind][value=person]").check();
  await page.waitForFunction(() => document.querySelectorAll(".result").length === 2);
  assert.match(page.url(), /kind=person&order=newest$/);
  await page.locator("input[name=kind][value=person]").uncheck();
  await page.locator("#part\\.order").selectOption("");
  for (const title of ["The visitor", "Sighting 01", "Sighting 29"]) {
    await look(page, title);
    assert.equal((await titles(page))[0], title);
  }
  await page.locator(".result-title a").first().click();
  await page.waitForURL(/events\/day-29\.html$/);
  assertNone(page.noise, "words on the console");
  await page.context().close();
  await here.close();
});

test("what looks like a tag is a text, in titles, names and excerpts", async () => {
  const { output, status, said: words } = build(join(fixtures, "search-hostile"));
  assert.equal(status, 0, words);
  const here = await serve(output);
  const page = await open("search.html", {}, here.home);
  for (const query of ["unmarked", "onerror", "harbour", "<img src=x onerror=alert(9)>"]) {
    await look(page, query);
    assert.deepEqual(await titles(page), ["<img src=x onerror=alert(1)>"], query);
  }
  await look(page, "unmarked");
  assert.deepEqual(await page.locator(".results mark").allTextContents(), ["<mark>unmarked</mark>"]);
  assert.equal(await page.locator("main img, main script").count(), 0);
  // A name in Chinese in an English dossier, by its beginning and from its middle.
  for (const query of ["华为", "技术", "管理局"]) {
    await look(page, query);
    assert.deepEqual(await titles(page), ["<img src=x onerror=alert(1)>"], query);
    assert.ok((await page.locator(".results mark").allTextContents()).some((mark) => mark.includes(query)), query);
  }
  assertNone(page.noise, "words on the console");
  await page.context().close();
  await here.close();
});

test("Chinese, Japanese and Korean words are found, also from the middle", async () => {
  for (const [language, title, queries] of [
    ["zh", "华为技术有限公司", ["华为", "技术", "有限公司", "通信设备", "安全机构", "警告", "Huawei"]],
    ["ja", "日本銀行", ["日本", "銀行", "日銀", "中央銀行", "紙幣", "データ", "センター"]],
    ["ko", "한국은행", ["한국", "은행", "중앙은행", "정책", "정보원", "경고"]],
  ]) {
    const { output, status, said: words } = build(join(fixtures, `search-${language}`));
    assert.equal(status, 0, words);
    const here = await serve(output);
    const page = await open("search.html", {}, here.home);
    for (const query of queries) {
      await look(page, query);
      assert.ok((await titles(page)).includes(title), `${query}: ${await titles(page)}`);
    }
    await look(page, title);
    assert.equal((await titles(page))[0], title, "who is called that comes first");
    await look(page, "zebra");
    assert.deepEqual(await titles(page), []);
    assertNone(page.noise, "words on the console");
    await page.context().close();
    await here.close();
  }
});

test("the keyboard goes through the results and clears them", async () => {
  const page = await open("search.html#part.query");
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  assert.equal(await focused(), "part.query");
  await page.keyboard.type("kaspersky");
  await said(page, "kaspersky");
  const all = await titles(page);
  for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  assert.equal(await focused(), all[1]);
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), all[0]);
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "part.query");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "part.query");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "part.query");
  assert.equal(await field(page).inputValue(), "");
  assert.equal((await titles(page)).length, 0);
  assert.ok(await page.locator("#part\\.names").isVisible(), "the names are back");
  assert.match(page.url(), /search\.html$/);
  await page.keyboard.type("kaspersky");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.closest(".result"));
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("search.html"));
  assert.equal(await page.locator("h1").textContent(), all[0]);
  await page.context().close();
});

test("the slash opens the search from any page, not while somebody writes, and can be turned off", async () => {
  const page = await open("people/ian-levy.html");
  await page.keyboard.press("Control+/");
  assert.match(page.url(), /ian-levy/);
  await page.keyboard.press("/");
  await page.waitForURL(/search\.html#part\.query$/);
  await page.waitForFunction(() => document.activeElement.id === "part.query");
  await page.keyboard.type("and/or");
  assert.equal(await field(page).inputValue(), "and/or");
  await page.keyboard.press("Escape");
  // On its own page the key leads to the field.
  await page.locator("h1").click();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "part.query");
  assert.equal(await field(page).inputValue(), "");
  await page.locator("#part\\.slash").uncheck();
  await page.goto(`${server.home}people/ian-levy.html`);
  await page.keyboard.press("/");
  await page.goto(`${server.home}search.html`);
  assert.equal(await page.locator("#part\\.slash").isChecked(), false, "it is remembered");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "part.query");
  await page.context().close();
});

test("a name that is misspelt is suggested", async () => {
  const page = await open();
  await look(page, "xarpersky");
  assert.deepEqual(await titles(page), []);
  const button = page.locator("#part\\.suggestion button");
  await button.waitFor();
  assert.match(await button.textContent(), /^Kaspersky$/i);
  await button.click();
  await page.waitForFunction(() => document.querySelectorAll(".result").length > 0);
  assert.equal(await page.locator("#part\\.suggestion").isVisible(), false);
  await page.context().close();
});

test("a finger finds as well, and nothing is wider than a phone", async () => {
  const page = await open("search.html", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await field(page).tap();
  await page.keyboard.type("kaspersky");
  await said(page, "kaspersky");
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  await page.locator("input[name=kind][value=person]").tap();
  await page.waitForFunction(() => [...document.querySelectorAll(".result-kind")].every((kind) => kind.textContent === "Person"));
  await page.locator(".result-title a").first().tap();
  await page.waitForURL(/people\//);
  await page.context().close();
});

test("without a script, and from a disk, the page says so and shows all names", async () => {
  for (const [options, home] of [
    [{ javaScriptEnabled: false }, server.home],
    [{}, `${pathToFileURL(folder).href}/`],
  ]) {
    const page = await open("search.html", options, home);
    assert.ok(await page.locator(".search-off").isVisible());
    assert.equal(await field(page).isVisible(), false);
    const name = page.locator(".name-list a", { hasText: /^NCSC$/ });
    assert.ok(await name.isVisible());
    await name.click();
    assert.equal(await page.locator("h1").textContent(), "National Cyber Security Centre");
    assertNone(page.noise, "words on the console");
    await page.context().close();
  }
});

test("where the index cannot be had, the page says so and shows all names", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/pagefind/**", (route) => route.abort());
  await page.goto(`${server.home}search.html?q=kaspersky`);
  await page.locator(".search-off").waitFor();
  assert.ok(await page.locator("#part\\.names").isVisible());
  await context.close();
});

test("nothing moves by itself while results come in", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of ["search.html", "search.html?q=kaspersky"]) {
    await page.goto(server.home + path);
    await look(page, "NCSC");
    await page.waitForFunction(() => document.querySelectorAll(".result").length > 0);
    assert.ok((await page.evaluate(() => window.moved)) < 0.001, `${path}: ${await page.evaluate(() => window.moved)}`);
  }
  await context.close();
});

test("axe finds nothing with results on the page", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open("search.html?q=kaspersky&kind=person", { bypassCSP: true, colorScheme });
    await said(page, "kaspersky");
    await page.evaluate(axeSource);
    const found = await page.evaluate(() => globalThis.axe.run());
    assertNone(found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" "))}`), "violations");
    await page.context().close();
  }
});

// Lists that go over several pages: from the page of a hub to all who refer to it and back, by keyboard, without a script
// and from a disk; axe on every sort of list, on a phone and on a desk. For a made-up dossier with 900 of each.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { build } from "./site.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const many = 900;
let browser;
let folder;
let server;

/** A dossier of one organisation that all have to do with. */
function wideDossier() {
  const root = mkdtempSync(join(tmpdir(), "redstring-wide-"));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  const write = (path, lines, body = "") => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), `---\n${lines.join("\n")}\n---\n${body}\n`);
  };
  writeFileSync(join(root, "site.toml"), 'title = "A wide dossier"\n');
  write("content/organisations/hub.md", ["title: The Hub"]);
  const members = Array.from({ length: many }, (_, nth) => `  - person-${nth}`);
  write("content/organisations/club.md", ["title: The Club", "related_to:", ...members]);
  for (let nth = 0; nth < many; nth++) {
    const name = `${String.fromCharCode(65 + (nth % 26))}ndrea Person ${nth}`;
    const said = `It is said that [[hub]] knew of number ${nth} [@paper-${nth}].`;
    write(`content/people/person-${nth}.md`, [`title: ${name}`, "works_for: hub", `tags: [common, "tag ${nth}"]`], said);
    const date = `${1950 + (nth % 70)}-${String(1 + (nth % 12)).padStart(2, "0")}`;
    write(`content/events/event-${nth}.md`, [`title: Event ${nth}`, `date: "${date}"`, "participants: hub"]);
    write(`content/sources/paper-${nth}.md`, [`title: Paper ${nth}`]);
    // The first in as many papers as a ledger has columns for, each with more to hear than to see.
    const papers = nth === 0 ? "[paper-0, paper-1, paper-2, paper-3, paper-4, paper-5]" : `paper-${nth}`;
    const claim = [`title: Claim ${nth}`, `said_by: person-${nth}`, "about: hub", `reported_by: ${papers}`];
    if (nth % 3 === 0) write(`content/claims/claim-${nth}.md`, claim);
  }
  return root;
}

before(async () => {
  browser = await launch();
  const { output, status, said } = build(wideDossier());
  assert.equal(status, 0, said);
  folder = output;
  server = await serve(folder);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(address, options = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(address.includes(":") ? address : server.home + address);
  return page;
}

for (const [how, options, root] of [
  ["from a server", {}, () => server.home],
  ["without a script", { javaScriptEnabled: false }, () => server.home],
  ["from a disk", {}, () => pathToFileURL(`${folder}/`).href],
]) {
  test(`${how}: from a hub to all who refer to it, page after page, and back`, async () => {
    const page = await open(`${root()}organisations/hub.html`, options);
    const group = page.locator(".backlinks h3", { hasText: "mentioned by" });
    assert.equal(await group.count(), 1);
    assert.ok((await page.locator(".backlinks li").count()) < 200, "the first of each sort stand here");
    await page.getByRole("link", { name: `All ${many}: mentioned by`, exact: true }).click();
    const title = await page.title();
    assert.match(title, /^References to The Hub, page \d+/);
    assert.equal(await page.locator("h2", { hasText: "mentioned by" }).count(), 1);
    await page.locator(".pager a[rel=next]").click();
    assert.notEqual(await page.title(), title);
    const current = page.locator(".pager-jumps a[aria-current=page]");
    const number = Number(/page (\d+)/.exec(await page.title())[1]);
    assert.equal(Number.parseInt(await current.innerText(), 10), number);
    await page.locator(".pager-jumps a").first().click();
    assert.equal(await page.locator(".pager a[rel=prev]").count(), 0, "the first page has none before it");
    await page.locator(".sheet-head .kind a").click();
    assert.equal(await page.locator("h1").innerText(), "The Hub");
    await page.context().close();
  });
}

test("a jump to a letter on another page lands at its heading", async () => {
  const page = await open("people/index.html");
  await page.locator(".jumps a", { hasText: /^Y$/ }).click();
  assert.match(page.url(), /people\/index\/page-\d+\.html#group-y$/);
  assert.ok(await page.locator("#group-y").evaluate((heading) => heading.getBoundingClientRect().top < innerHeight));
  await page.context().close();
});

for (const width of [320, 800, 1280]) {
  test(`axe objects to no list at ${width} pixels, and none is wider than the window`, async () => {
    const page = await open("index.html", { bypassCSP: true, viewport: { width, height: 900 } });
    for (const address of [
      "organisations/hub.html",
      "organisations/hub/backlinks/page-3.html",
      "organisations/hub/timeline/page-2.html",
      "organisations/club.html",
      "organisations/club/relations/page-2.html",
      "people/index/page-2.html",
      "tags/common/page-2.html",
      "bibliography/page-2.html",
      "ledger.html",
      "ledger/person-person-0.html",
      "ledger/sources.html",
    ]) {
      await page.goto(server.home + address);
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run({ runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } }),
      );
      assert.deepEqual(violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0].html}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), address);
    }
    await page.context().close();
  });
}

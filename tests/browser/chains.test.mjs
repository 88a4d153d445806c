// How two entities are linked: chosen by keyboard, by mouse and by touch, from a project path and from a disk; what the
// script finds is what Redstring finds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { build, filesOf, siteFolder } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { output, status, said } = build(join(here, "fixtures/chains"));
const onDisk = pathToFileURL(output).href + "/";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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

async function on(address, look, options = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => errors.push(message.text()));
  await page.goto(/^(file|http):/.test(address) ? address : server.home + address);
  await look(page);
  assert.deepEqual(errors, []);
  await context.close();
}

const plain = (text) => text.replace(/\s+/g, " ").trim();
const field = (page, label) => page.getByRole("combobox", { name: label, exact: true });
const found = (page) => page.locator(".chains-found");
const steps = async (page) => (await page.locator(".chain-steps p").allInnerTexts()).map(plain);

/** Types into a field and chooses by keyboard what stands first. */
async function choose(page, label, typed) {
  await field(page, label).pressSequentially(typed);
  await page.getByRole("listbox", { name: label }).getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

for (const [place, home, mark] of [["a project path", () => server.home, "?"], ["a disk", () => onDisk, "#"]]) {
  test(`from ${place}, two are chosen by keyboard and their chain is read as sentences`, async () => {
    let address;
    await on(`${home()}chains.html`, async (page) => {
      await choose(page, "From", "asa"); // an alias, without its ring
      await choose(page, "To", "harbour b");
      await found(page).locator(".chain-card").waitFor();
      assert.deepEqual(await steps(page), [
        "Ann Ordinary works for Harbour Office (Clerk, since 2016) [1, para. 2].",
        "Harbour Office is part of Harbour Board (no source given).",
      ]);
      assert.match(await page.getByRole("status").innerText(), /How is Ann Ordinary linked to Harbour Board\?/);
      assert.match(await found(page).innerText(), /Sources\s+The letter/);
      const sources = await found(page).locator(".citations a").evaluateAll((links) => links.map((link) => link.href));
      assert.deepEqual(sources, [`${home()}sources/letter.html`]);
      address = page.url();
      assert.ok(address.endsWith(`chains.html${mark}from=ann&to=board`), address);
    });
    // Who is given the address reads the same.
    await on(address, async (page) => {
      await found(page).locator(".chain-card").waitFor();
      assert.equal((await steps(page)).length, 2);
      assert.equal(await field(page, "To").inputValue(), "Harbour Board");
    });
  });
}

test("what the script says of a pair is what its page says", async () => {
  for (const [folder, pairs] of [
    [output, [["ann", "board"], ["ann", "loner"]]],
    [siteFolder(), filesOf(siteFolder()).map((file) => file.match(/^chains\/(.+)--(.+)\.html$/)?.slice(1)).filter(Boolean)],
  ]) {
    assert.ok(pairs.length > 1);
    const own = await serve(folder);
    for (const [from, to] of pairs) {
      const read = async (page) => {
        await page.locator(".chain-card").first().waitFor();
        return (await page.locator(".chain-list").innerText()).split("\n").map(plain).filter(Boolean);
      };
      let written;
      await on(`${own.home}chains/${from}--${to}.html`, async (page) => (written = await read(page)));
      await on(`${own.home}chains.html?from=${from}&to=${to}`, async (page) => assert.deepEqual(await read(page), written));
    }
    await own.close();
  }
});

test("where no relation leads from one to the other, a mention is shown as the weaker tie that it is", async () => {
  await on("chains.html?from=loner&to=ann", async (page) => {
    await found(page).locator(".chain-card").waitFor();
    assert.deepEqual(await steps(page), ["Ann Ordinary is mentioned on the page of Loner."]);
    assert.match(await found(page).locator(".chains-weak").innerText(), /No chain of relations/);
  });
  await on("chains.html?from=nobody&to=ann", async (page) => {
    await found(page).getByText("Nothing in the dossier links the two").waitFor();
    assert.equal(await page.locator(".chain-card").count(), 0);
  });
});

test("a claim in a chain shows its status and who says it, by the public name alone", async () => {
  await on("chains.html?from=ann&to=took", async (page) => {
    await found(page).locator(".chain-card").waitFor();
    assert.match(plain(await page.locator(".chain-nodes").innerText()), /Bob took the money Disputed said by a clerk/);
  });
  for (const file of filesOf(output).filter((file) => /^chains/.test(file))) {
    assert.doesNotMatch(readFileSync(join(output, file), "utf8"), /sekretarius|secret/i, file);
  }
});

test("hostile names are text, in the list and in the chain", async () => {
  await on("chains.html", async (page) => {
    await choose(page, "From", "bob <img");
    await choose(page, "To", "ann");
    await found(page).locator(".chain-card").waitFor();
    assert.deepEqual(await steps(page), ['Bob <img src=x onerror=alert(1)> & "Sons" knows Ann Ordinary (no source given).']);
    assert.equal(await page.locator("main img").count(), 0);
  });
});

test("the list is a listbox: arrows move in it, Escape closes it, the mouse chooses", async () => {
  await on("chains.html", async (page) => {
    const list = page.getByRole("listbox", { name: "From" });
    const from = field(page, "From");
    await from.pressSequentially("o");
    await list.waitFor();
    assert.equal(await from.getAttribute("aria-expanded"), "true");
    const options = await list.getByRole("option").count();
    assert.ok(options > 2);
    assert.match(await page.getByRole("status").innerText(), new RegExp(`Matches: ${options}`));
    const active = () => from.evaluate((input) => document.getElementById(input.getAttribute("aria-activedescendant"))?.innerText);
    assert.equal(await active(), undefined);
    await page.keyboard.press("ArrowDown");
    const first = await active();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await active(), first);
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), first);
    assert.equal(await list.locator("[aria-selected=true]").count(), 1);
    await page.keyboard.press("Escape");
    assert.ok(await list.isHidden());
    assert.equal(await from.inputValue(), "o", "what was typed stays");
    await page.keyboard.press("Escape");
    assert.equal(await from.inputValue(), "");
    await from.pressSequentially("board");
    await list.getByRole("option", { name: "Harbour Board" }).click();
    assert.equal(await from.inputValue(), "Harbour Board");
    assert.ok(await list.isHidden());
  });
});

test("on a phone, by touch", async () => {
  await on("chains.html", async (page) => {
    for (const [label, typed, option] of [["From", "ann", "Ann Ordinary"], ["To", "office", "Harbour Office"]]) {
      await field(page, label).tap();
      await page.keyboard.type(typed);
      await page.getByRole("listbox", { name: label }).getByRole("option", { name: option }).tap();
    }
    await found(page).locator(".chain-card").waitFor();
    assert.equal((await steps(page)).length, 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  }, { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
});

test("the page of an entity asks for it", async () => {
  await on("people/ann.html", async (page) => {
    await page.getByRole("link", { name: "How is Ann Ordinary linked to …?" }).click();
    await page.waitForFunction(() => document.getElementById("part.from")?.value === "Ann Ordinary");
  });
  await on("people/nobody.html", async (page) => {
    assert.equal(await page.locator("a[href*='chains.html?']").count(), 0, "who has no relations is not asked for");
  });
});

test("without a script, the named pairs are there and say how to name more", async () => {
  await on("chains.html", async (page) => {
    assert.ok(await page.locator(".chains-form").isHidden());
    assert.ok(await page.getByText("Without JavaScript").isVisible());
    await page.getByRole("link", { name: "How is Ann Ordinary linked to Harbour Board?" }).click();
    assert.equal((await steps(page)).length, 2);
    await page.locator(".citations a").first().click();
    assert.match(page.url(), /#source-1$/);
  }, { javaScriptEnabled: false });
});

test("axe has nothing to say of the open list and of the chains, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await on("chains.html?from=ann&to=took", async (page) => {
      await found(page).locator(".chain-card").waitFor();
      await field(page, "To").fill("");
      await choose(page, "To", "took");
      await field(page, "From").fill("o");
      await page.getByRole("listbox", { name: "From" }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
    }, { colorScheme });
  }
});

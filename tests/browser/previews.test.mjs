// The card that a link to an entity shows (WCAG 1.4.13): by mouse, by keyboard, by touch, without a script and from a
// disk. The page's clock stands still and is moved on by the tests, so that no machine is too slow for them.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { build, siteFolder } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { output, status, said } = build(join(here, "fixtures/previews"));
const onDisk = pathToFileURL(output).href + "/";
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const whenever = 60_000;
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

/** Does `look(page, card)` with a page whose clock the test moves. */
async function on(address, look, options = {}) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.clock.install();
  await page.goto(/^(file|http):/.test(address) ? address : server.home + address);
  await page.clock.pauseAt(Date.now() + whenever);
  const card = page.getByRole("tooltip");
  await look(page, card);
  assert.deepEqual(errors, []);
  await context.close();
}

/** Lets the time pass in which a card opens, and waits until it is there. */
async function opened(page, card) {
  await page.clock.runFor(1000);
  await card.waitFor();
}

/** Lets more time pass than any card takes to open or to close. */
const wait = (page) => page.clock.runFor(whenever);

const linkTo = (page, words) => page.locator("main").getByRole("link", { name: words, exact: true }).first();
const plain = (text) => text.replace(/\s+/g, " ").trim();

for (const [place, home] of [["a project path", () => server.home], ["a disk", () => onDisk]]) {
  test(`from ${place}, the pointer opens it and it says what is published`, async () => {
    await on(`${home()}index.html`, async (page, card) => {
      await linkTo(page, "Ann Ordinary").hover();
      await opened(page, card);
      assert.equal(
        plain(await card.innerText()),
        "Person Ann Ordinary She keeps the harbour’s books. Born around 1970 Died 1 March 2020",
      );
      for (const [link, words] of [
        ["a part of her page", "Person Ann Ordinary She keeps the harbour’s books. Born around 1970 Died 1 March 2020"],
        ["claim", "Claim Denied The books were burnt Said by a clerk Date May 2019"],
        ["source", "Source Letter of the board Published by Harbour Board Published 2 June 2019"],
        ["a page of words", "About these cards A page that is no entity."],
      ]) {
        await linkTo(page, link).hover();
        await page.clock.runFor(1000);
        await page.waitForFunction((start) => document.querySelector("[role=tooltip]")?.innerText.includes(start), words.split(" ").at(-1));
        assert.equal(plain(await card.innerText()), words);
      }
    });
  });
}

test("hostile names are shown as text", async () => {
  await on("index.html", async (page, card) => {
    await linkTo(page, "the last of them").hover();
    await opened(page, card);
    assert.match(await card.innerText(), /<img src=x onerror=alert\(1\)> & "quotes" <\/script>/);
    assert.equal(await card.locator("img, script").count(), 0);
    assert.match(await page.title(), /Cards/);
  });
});

test("no card holds a private word", () => {
  const script = readFileSync(join(output, "previews/0.js"), "utf8");
  assert.ok(script.includes("a clerk"));
  assert.doesNotMatch(script, /sekretarius|secret/i);
});

test("it can be reached by the pointer, stays as long as one likes, and goes with it", async () => {
  await on("index.html", async (page, card) => {
    await linkTo(page, "Ann Ordinary").hover();
    await opened(page, card);
    await wait(page);
    assert.ok(await card.isVisible(), "it stays while the pointer is on the link");
    await card.hover();
    await wait(page);
    assert.ok(await card.isVisible(), "it stays while the pointer is on the card");
    await page.mouse.move(5, 5);
    await wait(page);
    assert.equal(await card.count(), 0, "it goes when the pointer has left both");
  });
});

test("the way from the link to the card is without a gap, also over another link", async () => {
  await on("index.html", async (page, card) => {
    const link = page.locator(".prose li a").first();
    await link.hover();
    await opened(page, card);
    const [from, to] = [await link.boundingBox(), await card.boundingBox()];
    assert.ok(to.y <= from.y + from.height + 1, "the card begins where the link ends");
    // Slowly down, a step at a time.
    for (let y = from.y + from.height / 2; y < to.y + to.height / 2; y += 2) {
      await page.mouse.move(from.x + from.width / 2, y);
      await page.clock.runFor(200);
      assert.ok(await card.isVisible(), `it is open at ${y}`);
    }
    await wait(page);
    assert.match(await card.innerText(), /Ann Ordinary/, "what the pointer crossed has not opened");
  });
});

test("Escape closes it without moving pointer or focus, and it stays closed", async () => {
  await on("index.html", async (page, card) => {
    await linkTo(page, "Ann Ordinary").hover();
    await opened(page, card);
    await page.keyboard.press("Escape");
    assert.equal(await card.count(), 0);
    const box = await linkTo(page, "Ann Ordinary").boundingBox();
    await page.mouse.move(box.x + 3, box.y + box.height / 2);
    await wait(page);
    assert.equal(await card.count(), 0, "a pointer that has not left the link opens nothing");
    await page.mouse.move(5, 5);
    await linkTo(page, "Ann Ordinary").hover();
    await opened(page, card);
  });
});

test("Escape before it opens keeps it from opening", async () => {
  await on("index.html", async (page, card) => {
    await linkTo(page, "Ann Ordinary").hover();
    await opened(page, card); // now the cards are loaded
    await page.mouse.move(5, 5);
    await wait(page);
    await linkTo(page, "claim").hover();
    await page.clock.runFor(100);
    await page.keyboard.press("Escape");
    await wait(page);
    assert.equal(await card.count(), 0);
  });
});

test("by keyboard it describes the link, and goes with the focus", async () => {
  await on("index.html", async (page, card) => {
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    while ((await focused()) !== "Ann Ordinary") await page.keyboard.press("Tab");
    await opened(page, card);
    assert.equal(
      await page.evaluate(() => document.getElementById(document.activeElement.getAttribute("aria-describedby")).role),
      "tooltip",
    );
    await wait(page);
    assert.ok(await card.isVisible());
    await page.keyboard.press("Escape");
    assert.equal(await card.count(), 0);
    assert.equal(await focused(), "Ann Ordinary", "the focus has not moved");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-describedby")), null);
    await page.keyboard.press("Tab");
    await opened(page, card);
    assert.match(await card.innerText(), /<img/);
    await page.keyboard.press("Tab");
    await opened(page, card);
    assert.match(await card.innerText(), /Ann Ordinary/);
    assert.equal(await page.locator("[aria-describedby~='part.preview']").count(), 1);
  });
});

test("it never lies on its link, and never leaves the screen", async () => {
  for (const viewport of [{ width: 1280, height: 720 }, { width: 320, height: 640 }, { width: 640, height: 220 }]) {
    await on("index.html", async (page, card) => {
      for (const link of await page.locator("main a[data-kind]:not([data-no-preview] *)").all()) {
        for (const block of ["start", "center", "end"]) {
          await page.mouse.move(1, 1);
          await wait(page);
          await link.evaluate((element, block) => element.scrollIntoView({ block, behavior: "instant" }), block);
          const lines = await link.evaluate((element) => [...element.getClientRects()].map((line) => line.toJSON()));
          if (lines[0].top < 0 || (await link.getAttribute("href")).startsWith("#")) continue;
          await page.mouse.move(lines[0].left + 2, lines[0].top + lines[0].height / 2);
          await opened(page, card);
          const box = await card.boundingBox();
          const at = `${await link.innerText()} at ${block} of ${viewport.width} × ${viewport.height}`;
          for (const line of lines) {
            const apart = box.y >= line.bottom - 1 || box.y + box.height <= line.top + 1;
            assert.ok(apart, `${at}: ${JSON.stringify(box)} covers ${JSON.stringify(line)}`);
          }
          assert.ok(box.x >= 0 && box.x + box.width <= viewport.width + 0.5, `${at}: sideways`);
          assert.ok(box.y >= -0.5 && box.y + box.height <= viewport.height + 0.5, `${at}: ${JSON.stringify(box)}`);
        }
      }
    }, { viewport });
  }
});

test("by touch nothing opens, and a tap follows the link", async () => {
  await on("index.html", async (page) => {
    await page.evaluate(() => {
      globalThis.cards = 0;
      new MutationObserver(() => (globalThis.cards += document.querySelectorAll("[role=tooltip]").length)).observe(
        document.body,
        { childList: true, subtree: true },
      );
      document.querySelector("main a[data-kind]").addEventListener("click", (event) => event.preventDefault(), { once: true });
    });
    await linkTo(page, "Ann Ordinary").tap();
    await wait(page);
    assert.equal(await page.evaluate(() => globalThis.cards), 0);
    await linkTo(page, "Ann Ordinary").tap();
    await page.waitForURL(/ann-ordinary\.html$/);
  }, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
});

test("navigation, cards of an index and links within the page open nothing", async () => {
  for (const [address, link] of [
    ["people/index.html", ".card-title a"],
    ["people/index.html", "nav a"],
    ["timeline.html", ".entry-title a"],
    ["index.html", "main a[href='#words']"],
  ]) {
    await on(address, async (page, card) => {
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.locator(link).first().hover();
      await wait(page);
      await page.locator(link).first().focus();
      await wait(page);
      assert.equal(await card.count(), 0, `${link} of ${address}`);
      assert.deepEqual(asked, [], "and nothing is loaded for them");
    });
  }
});

test("a page loads no cards before they are asked for", async () => {
  const asked = [];
  const page = await browser.newPage();
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${server.home}index.html`);
  assert.ok(asked.some((url) => url.endsWith("theme/preview.js")));
  assert.ok(!asked.some((url) => url.includes("/previews/")));
  await page.close();
});

test("without a script the links are links", async () => {
  await on("index.html", async (page, card) => {
    await linkTo(page, "Ann Ordinary").hover();
    assert.equal(await card.count(), 0);
    await linkTo(page, "Ann Ordinary").click();
    await page.waitForURL(/ann-ordinary\.html$/);
  }, { javaScriptEnabled: false });
});

test("it is not printed", async () => {
  await on("index.html", async (page, card) => {
    await linkTo(page, "Ann Ordinary").hover();
    await opened(page, card);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".preview").evaluate((element) => getComputedStyle(element).display), "none");
  });
});

test("axe has nothing to say of an open card, light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await on("index.html", async (page, card) => {
      await linkTo(page, "claim").hover();
      await opened(page, card);
      await page.clock.resume();
      await page.evaluate(axeSource);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
    }, { colorScheme });
  }
});

test("every link of the shipped dossier that may open a card has one", () => {
  // The reckoning of the script and of Redstring is the same for every page that there is.
  const folder = siteFolder();
  const script = readFileSync(join(folder, "theme/preview.js"), "utf8");
  const parts = Number(readFileSync(join(folder, "index.html"), "utf8").match(/data-parts="(\d+)"/)[1]);
  assert.ok(parts > 1, "a dossier of this size has its cards in several parts");
  const partOf = new Function("parts", `${script.match(/function partOf[\s\S]*?\n {2}\}/)[0]} return partOf;`)(parts);
  let cards = 0;
  for (let part = 0; part < parts; part++) {
    assert.ok(existsSync(join(folder, `previews/${part}.js`)));
    const add = (more) => {
      for (const file of Object.keys(more)) {
        cards++;
        assert.equal(partOf(file), part, file);
        assert.ok(existsSync(join(folder, file)), `${file} is a page`);
      }
    };
    new Function("window", readFileSync(join(folder, `previews/${part}.js`), "utf8"))({ redstring: { previews: { add } } });
  }
  assert.ok(cards > 100);
});

// A bundle stands by itself: from disk and without a network it asks for nothing, leads nowhere but to its own parts and
// to the written-out addresses of sources, prints, and holds nothing private.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { binary } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const repository = resolve(here, "../..");
const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "redstring-bundle-"));
// A person, an event, a claim and a source of the shipped dossier.
const subjects = ["eugene-kaspersky", "letter-of-1-december", "no-coincidence", "reading-note"];
let browser;
let bundles;

before(async () => {
  browser = await launch();
  bundles = bundle(repository, subjects, "shipped");
  assert.equal(bundles.length, subjects.length);
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

function bundle(root, ids, name) {
  const output = join(scratch, name);
  const run = spawnSync(binary(), ["bundle", ...ids, "--root", root, "--output", output], { encoding: "utf8" });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return readdirSync(output).sort().map((file) => join(output, file));
}

test("it asks for nothing, says nothing on the console, and every link in it leads to a part of it", async () => {
  const found = await visitEach(browser, bundles, { offline: true }, async (page, file) => {
    const problems = [];
    const request = (asked) => {
      if (!asked.url().startsWith("data:") && asked.url() !== pathToFileURL(file).href) problems.push(`asks for ${asked.url()}`);
    };
    const said = (message) => problems.push(`says ${message.text()}`);
    page.on("request", request);
    page.on("console", said);
    await page.goto(pathToFileURL(file).href);
    const { loose, links, styled } = await page.evaluate(() => {
      const links = [...document.querySelectorAll("[href]")].map((element) => element.getAttribute("href"));
      const leads = (href) =>
        href.startsWith("#") ? document.getElementById(decodeURIComponent(href.slice(1))) !== null : /^(https?|mailto|tel):/.test(href) || href === "data:,";
      // The policy lets the style sheet through only if its hash is right.
      const styled = getComputedStyle(document.querySelector(".bundle-about")).borderTopStyle === "solid";
      return { loose: links.filter((href) => !leads(href)), links: links.length, styled };
    });
    page.off("request", request);
    page.off("console", said);
    if (!styled) problems.push("its style sheet does not apply");
    if (links < 10) problems.push("it has no links");
    return [...problems, ...loose.map((href) => `leads nowhere: ${href}`)].map((problem) => `${file}: ${problem}`);
  });
  assertNone(found, "problems");
});

test("exhibits are numbered from one, each is referred to, and each reference has its exhibit", async () => {
  const found = await visitEach(browser, bundles, {}, async (page, file) => {
    await page.goto(pathToFileURL(file).href);
    return page.evaluate(() => {
      const problems = [];
      const exhibits = [...document.querySelectorAll(".bundle-exhibit")].map((part) => part.id);
      exhibits.forEach((id, index) => {
        if (id !== `part.exhibit-${index + 1}`) problems.push(`${id} stands at place ${index + 1}`);
        const parts = document.querySelectorAll(`.bundle-part:not([id="${id}"]) a[href="#${id}"]`);
        if (parts.length === 0) problems.push(`${id} is not referred to`);
      });
      if (exhibits.length === 0) problems.push("there are no exhibits");
      const rows = document.querySelectorAll(".exhibit-table tbody tr").length;
      if (rows !== exhibits.length) problems.push(`${rows} rows for ${exhibits.length} exhibits`);
      for (const [words, number] of document.querySelector("main").innerText.matchAll(/Exhibit\s(\d+)/g)) {
        if (Number(number) > exhibits.length) problems.push(`${words} is not there`);
      }
      for (const citation of document.querySelectorAll(".citation")) {
        if (!/^Exhibit\s\d+/.test(citation.textContent)) problems.push(`a citation says ${citation.textContent}`);
      }
      return problems;
    });
  });
  assertNone(found, "problems");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`axe objects to nothing in the ${colorScheme} scheme at ${width} pixels`, async () => {
      const options = { bypassCSP: true, colorScheme, viewport: { width, height: 900 } };
      const found = await visitEach(browser, bundles, options, async (page, file) => {
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(axeSource);
        const { violations, wide } = await page.evaluate(async () => {
          const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await globalThis.axe.run({ runOnly: { type: "tag", values } });
          return { violations, wide: document.documentElement.scrollWidth - innerWidth };
        });
        const lines = violations.flatMap((rule) => rule.nodes.map((node) => `${file}: ${rule.id}: ${node.target.join(" ")}`));
        return wide > 0 ? [...lines, `${file}: ${wide} pixels wider than the screen`] : lines;
      });
      assertNone(found, "violations");
    });
  }
}

test("it prints: light paper, exhibits on pages of their own, nothing cut off", async () => {
  const found = await visitEach(browser, bundles, { colorScheme: "dark" }, async (page, file) => {
    await page.goto(pathToFileURL(file).href);
    const exhibits = await page.locator(".bundle-exhibit").count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    // As wide as the text of an A4 page.
    await page.setViewportSize({ width: Math.round(((210 - 44) / 25.4) * 96), height: 1000 });
    const { paper, ink, wide } = await page.evaluate(() => {
      const style = getComputedStyle(document.body);
      return { paper: style.backgroundColor, ink: style.color, wide: document.documentElement.scrollWidth - innerWidth };
    });
    const problems = [];
    if (paper !== "rgb(255, 255, 255)" || ink !== "rgb(0, 0, 0)") problems.push(`${ink} on ${paper}`);
    if (wide > 0) problems.push(`${wide} pixels are cut off`);
    // Pages in the file, as the format has them; A4 is 595 by 842 points.
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
    if (pages < exhibits + 3) problems.push(`${pages} pages for ${exhibits} exhibits`);
    if (!/\/MediaBox\s*\[\s*0\s+0\s+59[45][.\d]*\s+84[12]/.test(pdf)) problems.push("its pages are not A4");
    return problems.map((problem) => `${file}: ${problem}`);
  });
  assertNone(found, "problems");
});

test("it is valid HTML", () => {
  const checker = require.resolve("vnu-jar/build/dist/vnu.jar");
  const run = spawnSync("java", ["-Xss4m", "-jar", checker, "--format", "json", "--stdout", "--exit-zero-always", ...bundles], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.equal(run.status, 0, run.stderr);
  const messages = JSON.parse(run.stdout)
    .messages.filter(({ type, subType }) => type !== "info" || subType === "warning")
    // The checker does not hash the style sheet; the browser does, and the first test sees that it lets it through.
    .filter(({ message }) => !message.startsWith("Inline style violates Content Security Policy"));
  assertNone(messages.map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} (${extract ?? ""})`), "errors and warnings");
});

test("the same dossier gives the same bytes, and a bundle holds nothing private", () => {
  const root = join(here, "fixtures/private");
  const claims = readdirSync(join(root, "content"), { recursive: true }).filter((path) => path.endsWith(".md"));
  const bundled = claims
    .map((path) => path.split("/").at(-1).replace(/\.md$/, ""))
    .filter((id) => spawnSync(binary(), ["bundle", id, "--root", root, "--output", join(scratch, "private")]).status === 0);
  assert.ok(bundled.length > 3, `what is published can be bundled: ${bundled}`);
  const files = readdirSync(join(scratch, "private"));
  assert.equal(files.length, new Set(bundled).size);
  // Pictures are in the file as base64: what a camera wrote into one has to be looked for behind that.
  const texts = files.map((file) => readFileSync(join(scratch, "private", file), "latin1"));
  const pictures = texts.flatMap((text) => [...text.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, data]) => Buffer.from(data, "base64").toString("latin1")));
  assertNone([...texts, ...pictures, ...files].flatMap((text) => text.replaceAll("\0", "").toLowerCase().match(/qzx[a-z]*/g) ?? []), "private words");
  assert.ok(texts.some((text) => text.toLowerCase().includes("plainly")), "what is public is in it");
  for (const [index, again] of bundle(repository, subjects, "again").entries()) {
    assert.ok(readFileSync(again).equals(readFileSync(bundles[index])), again);
  }
});

// axe finds nothing to object to: one page of every type, light and dark, on a phone and on a desk.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { samplePagesOf, siteFolder } from "./site.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const folder = siteFolder();
const samples = samplePagesOf(folder);
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

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`no violation in the ${colorScheme} scheme at ${width} pixels`, async (t) => {
      assert.ok(samples.length > 0);
      // The policy is lifted for axe's own script; the pages are held to it in `console.test.mjs`.
      // Without motion no colour is caught half-way through a transition.
      const options = { bypassCSP: true, colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" };
      const found = await visitEach(browser, samples, options, examine);
      for (const { unsure } of found) for (const line of unsure) t.diagnostic(line);
      assertNone(found.map(({ violations }) => violations), "violations");
    });
  }
}

async function examine(page, { path }) {
  await page.goto(server.home + encodeURI(path));
  await page.evaluate(axeSource);
  const results = await page.evaluate((values) => {
    // What is folded away is read too.
    for (const details of document.querySelectorAll("details")) details.open = true;
    return globalThis.axe.run({ runOnly: { type: "tag", values }, rules: { "color-contrast": { enabled: true } } });
  }, tags);
  const lines = (rules) =>
    rules.flatMap((rule) =>
      rule.nodes.map((node) => `${path}: ${rule.id}: ${node.target.join(" ")}: ${(node.failureSummary ?? rule.help).replace(/\s+/g, " ")}`),
    );
  // What axe leaves to a person (a text over an image, say) fails nothing, and is worth a look.
  const unsure = results.incomplete.map((rule) => `${path}: ${rule.id} not decided for ${rule.nodes.length} elements`);
  return { violations: lines(results.violations), unsure };
}

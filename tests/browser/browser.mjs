// One Chromium per test file, and a few tabs at a time in it.

import { chromium } from "playwright-core";
import { chromiumPath } from "./chromium-path.mjs";

// Two tabs in each of two test files: as much as the two cores of a small CI machine can do.
const tabs = 2;

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch() {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error("Chromium is not here: run `make tools`, or name it in CHROMIUM");
  // Chromium refuses its sandbox to the superuser, which is who runs the tests in most containers.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...quiet, ...sandbox] });
}

/**
 * Does `visit(page, item)` for every item, a few at a time; the results come in the order of the items.
 * A tab is used for one item after the other: opening one takes longer than most visits.
 */
export async function visitEach(browser, items, contextOptions, visit) {
  const results = new Array(items.length);
  let next = 0;
  await inTabs(async () => {
    const context = await browser.newContext(contextOptions);
    const page = await context.newPage();
    while (next < items.length) {
      const index = next++;
      results[index] = await visit(page, items[index]);
    }
    await context.close();
  });
  return results;
}

/** As `visitEach`, with a new tab for each item: nothing that one page does is put down to another. */
export async function visitEachAfresh(browser, items, contextOptions, visit) {
  const results = new Array(items.length);
  let next = 0;
  await inTabs(async () => {
    while (next < items.length) {
      const index = next++;
      const context = await browser.newContext(contextOptions);
      results[index] = await visit(await context.newPage(), items[index]);
      await context.close();
    }
  });
  return results;
}

// What a visit that throws leaves open is closed with the browser.
function inTabs(work) {
  return Promise.all(Array.from({ length: tabs }, work));
}

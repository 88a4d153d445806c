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
  const work = async () => {
    const context = await browser.newContext(contextOptions);
    const page = await context.newPage();
    while (next < items.length) {
      const index = next++;
      results[index] = await visit(page, items[index]);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return results;
}

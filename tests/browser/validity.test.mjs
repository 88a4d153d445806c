// The Nu Html Checker, which is the W3C's own, finds no error and no warning on any page.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertNone } from "./problems.mjs";
import { pagesOf, siteFolder } from "./site.mjs";

// Warnings that are known and right to live with, each with its reason: `{ message: /…/, reason: "…" }`,
// and with `extract` where it is right in one place alone.
const acceptedWarnings = [
  {
    message: /^Resource violates Content Security Policy/,
    reason: "the checker takes a file on the disk for a place that 'self' does not name; the browser holds every page to its policy in console.test.mjs",
  },
  {
    message: /^Inline script violates Content Security Policy/,
    extract: /<script type="application\/ld\+json">/,
    reason: "a data block is never run, so no policy concerns it (HTML, \"prepare the script element\"); the browser is silent about it",
  },
];

const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const folder = siteFolder();

test("every page is valid HTML", () => {
  const pages = pagesOf(folder).map(({ path }) => join(folder, path));
  const { checked, messages } = check(pages);
  // A checker that looked at nothing finds nothing.
  assert.equal(checked, pages.length, "the checker did not look at every page");
  const problems = messages
    // Remarks that are neither: a slash at the end of `<br />`, say, as CommonMark's own output has it.
    .filter(({ type, subType }) => type !== "info" || subType === "warning")
    .filter((said) => !acceptedWarnings.some((accepted) => isAccepted(accepted, said)))
    .map(({ url, lastLine, lastColumn, type, subType, message, extract }) => {
      const place = `${relative(folder, fileURLToPath(url))}:${lastLine ?? 1}:${lastColumn ?? 1}`;
      return `${place}: ${subType ?? type}: ${message} (${(extract ?? "").replace(/\s+/g, " ").trim()})`;
    });
  assertNone(problems, "errors and warnings");
});

function isAccepted({ message, extract }, said) {
  return message.test(said.message) && (!extract || extract.test(said.extract ?? ""));
}

function check(pages) {
  const flags = ["--format", "json", "--stdout", "--exit-zero-always", "--verbose"];
  // The checker's deep recursion needs more than the default stack on long pages.
  const run = spawnSync("java", ["-Xss4m", "-jar", checker, ...flags, ...pages], {
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
  });
  assert.ok(!run.error && run.status === 0, `the checker did not run: ${run.error?.message ?? run.stderr}`);
  // Being verbose it names every file that it opens.
  const checked = new Set(run.stderr.split("\n").filter((line) => pages.includes(line.trim()))).size;
  return { checked, ...JSON.parse(run.stdout) };
}

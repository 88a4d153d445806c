// A test that looks at many pages tells all that is wrong with them at once.

import assert from "node:assert/strict";

/** Fails with every problem on a line of its own, when there is any. */
export function assertNone(problems, what) {
  const lines = problems.flat(Infinity).filter(Boolean);
  const shown = lines.slice(0, 200).map((line) => `\n  ${line}`).join("");
  assert.ok(lines.length === 0, `${lines.length} ${what}:${shown}`);
}

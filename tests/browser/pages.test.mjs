// Every page says what it is, and the dossier has the pages that every dossier has.
// The other tests choose their samples by these types: a type that is missing would be a test that looks at nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNone } from "./problems.mjs";
import { pagesOf, siteFolder } from "./site.mjs";

const pages = pagesOf(siteFolder());
const types = new Set(pages.map((page) => page.type));

test("every page names its type on the body", () => {
  assertNone(pages.filter((page) => !page.type).map((page) => page.path), "pages without data-page on <body>");
});

const kinds = ["person", "organisation", "event", "source", "claim"].map((kind) => `entity-${kind}`);
for (const type of ["home", "index", "tags", "tag", "timeline", "ledger", "bibliography", "corrections", "coverage", "not-found", ...kinds]) {
  test(`there is a page of the type ${type}`, () => assert.ok(types.has(type), `no <body data-page="${type}">`));
}

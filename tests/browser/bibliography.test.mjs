// What the bibliography offers to other programs is read by another program, and says the same there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { build, siteFolder } from "./site.mjs";

const fixture = join(dirname(fileURLToPath(import.meta.url)), "fixtures", "bibliography");
const texts = (folder) => ({
  bibtex: readFileSync(join(folder, "bibliography.bib"), "utf8"),
  csl: JSON.parse(readFileSync(join(folder, "bibliography.json"), "utf8")),
});
let nasty;

before(() => {
  const { output, status, said } = build(fixture);
  assert.equal(status, 0, said);
  nasty = texts(output);
});

/** The entries of a BibTeX file by their keys, as a reader of BibLaTeX understands them. */
function entriesOf(bibtex) {
  const entries = plugins.input.chain(bibtex, { generateGraph: false });
  return new Map(entries.map((entry) => [entry["citation-key"] ?? entry.id, entry]));
}

const nameOf = ({ literal, family, given }) => literal ?? [given, family].filter(Boolean).join(" ");
const oneSpace = (text) => text.replace(/\s+/g, " ").trim();

test("every variable of the CSL-JSON is of the form that its readers demand", () => {
  for (const { csl } of [nasty, texts(siteFolder())]) {
    assert.ok(csl.length > 0);
    // What it does not understand it drops, unless it may guess.
    assert.deepEqual(plugins.input.util.clean(csl, false), csl);
  }
});

test("the BibTeX says the same as the CSL-JSON", () => {
  for (const { bibtex, csl } of [nasty, texts(siteFolder())]) {
    const entries = entriesOf(bibtex);
    assert.equal(entries.size, csl.length);
    for (const item of csl) {
      const entry = entries.get(item.id);
      assert.ok(entry, `${item.id} is there`);
      assert.equal(oneSpace(entry.title), oneSpace(item.title));
      assert.deepEqual((entry.author ?? []).map(nameOf), (item.author ?? []).map(nameOf), item.id);
      assert.equal(entry.URL, item.URL);
      assert.equal(entry.DOI, item.DOI);
      assert.equal(entry["container-title"], item["container-title"]);
    }
  }
});

test("dates are said as far as they are known", () => {
  const issued = new Map(nasty.csl.map(({ id, issued }) => [id, issued]));
  assert.deepEqual(issued.get("newspaper"), { "date-parts": [[2017, 12, 1]] });
  assert.deepEqual(issued.get("organisation"), { "date-parts": [[2017, 9]], circa: true });
  assert.deepEqual(issued.get("inside"), { "date-parts": [[2016], [2018]] });
  assert.deepEqual(issued.get("century"), { literal: "the 1560s" });
  assert.deepEqual(issued.get("antiquity"), { "date-parts": [[-45, 3, 15]] });
  const entries = entriesOf(nasty.bibtex);
  assert.deepEqual(entries.get("newspaper").issued["date-parts"], [[2017, 12, 1]]);
  assert.deepEqual(entries.get("inside").issued["date-parts"], [[2016], [2018]]);
});

test("a private author is there by the public name alone", () => {
  assert.doesNotMatch(nasty.bibtex + JSON.stringify(nasty.csl), /qzx/i);
  assert.match(nasty.bibtex, /a source inside/);
});

// Nothing private is in any byte of what is published.
//
// In the fixture dossiers whatever may not go out holds a word that begins with `qzx`: in names of files and in
// text, in front matter and in images. Such a word is like no other, no stemmer cuts it, and no list of
// them has to be kept. What must go out says `plainly`, so that an empty output does not pass for a private one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { assertNone } from "./problems.mjs";
import { build, filesOf } from "./site.mjs";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "fixtures");
const canary = /qzx[a-z]*/g;

test("a dossier with private pages, comments and attachments publishes none of them", () => {
  const { output, status, said } = build(join(fixtures, "private"));
  assert.equal(status, 0, said);
  assertKept("private", output);
});

test("what cannot be read for certain counts as private", () => {
  const root = join(fixtures, "private-unclear");
  const refused = build(root);
  assert.equal(refused.status, 1, refused.said);
  assertNone(filesIfAny(refused.output), "files of a dossier with errors that was published all the same");
  const { output, status, said } = build(root, ["--keep-going"]);
  assert.equal(status, 1, said);
  assertKept("private-unclear", output);
});

test("the words that are looked for would be found", () => {
  // In plain text, in a file's name, in UTF-16 as cameras write it, and in a compressed search index.
  const source = filesOf(join(fixtures, "private")).flatMap((path) => canariesIn(join(fixtures, "private"), path));
  assert.ok(source.length > 40, "the fixture holds its private words");
  assert.ok(source.some((place) => place.includes(".jpg")), "the photograph holds one in its metadata");
  assert.ok(source.some((place) => place.includes(".png")), "the drawing holds one in its metadata");
});

function assertKept(fixture, output) {
  const files = filesOf(output);
  assertNone(files.flatMap((path) => canariesIn(output, path)), "private words in what is published");
  const published = files.filter((path) => textsOf(join(output, path)).some((text) => text.includes("plainly")));
  assert.ok(published.length > 0, "what is public went out as well");
  const expected = readFileSync(join(fixtures, fixture, "published.txt"), "utf8").trim().split("\n");
  const all = published.flatMap((path) => textsOf(join(output, path))).join("\n");
  assertNone(expected.filter((words) => !all.includes(words.toLowerCase())), "public words that did not go out");
}

function canariesIn(folder, path) {
  const places = [path.toLowerCase(), ...textsOf(join(folder, path))];
  return [...new Set(places.flatMap((text) => text.match(canary) ?? []))].map((word) => `${path}: ${word}`);
}

// A file's bytes as text, and what is inside when it is compressed. Without zero bytes, UTF-16 reads as ASCII.
function textsOf(file) {
  const bytes = readFileSync(file);
  const plain = (buffer) => buffer.toString("latin1").replaceAll("\0", "").toLowerCase();
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isCompressed ? [plain(bytes), plain(gunzipSync(bytes))] : [plain(bytes)];
}

function filesIfAny(folder) {
  try {
    return filesOf(folder);
  } catch {
    return [];
  }
}

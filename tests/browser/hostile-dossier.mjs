// A dossier in which every text that can be written holds something hostile: each payload has an entity of its own, whose
// every field and every sort of text says it.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { clobbering, drawings, lines, payloads } from "./payloads.mjs";

const folders = ["people", "organisations", "events", "places", "products", "sources", "claims", "vessels"];
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADUlEQVR4AQECAP3/AAAAAgABfgUN0gAAAABJRU5ErkJggg==",
  "base64",
);
// JSON is YAML and TOML, too, for a text in quotation marks.
const quoted = (text) => JSON.stringify(text).replaceAll("\u007f", "");

/** Names of attachments that systems allow and that mean something elsewhere. */
export const attachmentNames = [
  "x' onerror=hit(1) '.png",
  "x` onerror=hit(2) `.png",
  "{{ 7 }}{% x %}.png",
  "&lt;img src=x onerror=hit(3)&gt;.png",
  "javascript&colon;hit(4).png",
  "%22%3E%3Cscript%3Ehit(5)%3C%2Fscript%3E.png",
  "\u202egnp.png",
  "${hit(6)}#x;y=z&a.png",
];

/** Documents and scripts that would run where they are opened. */
export const documents = {
  "page.html": "<script>hit('document')</script>",
  "page.xhtml": "<html xmlns='http://www.w3.org/1999/xhtml'><script>hit('document')</script></html>",
  "page.xml": "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>hit('document')</x:script>",
  "page.mht": "Content-Type: text/html\n\n<script>hit('document')</script>",
  "page.kml": "<?xml-stylesheet href='https://document.qzx.invalid/'?><kml/>",
  "script.js": "hit('document')",
  "page.PHP": "<?php system('id') ?><script>hit('document')</script>",
  "saved": "<!doctype html><script>hit('document')</script>",
  "saved.bak": "\n <svg onload=hit('document')>",
};

/** Writes the dossier into `root`; the number of entities that hold a payload. */
export function writeDossier(root) {
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("site.toml", settings());
  write("content/index.md", page({ title: lines[20], summary: lines[21] }, body(30)));
  write("content/people/index.md", page({ title: lines[22] }, body(33)));
  write("content/about.md", page({ title: lines[23] }, clobbering.map((name) => `# ${name}\n\nwords\n`).join("\n")));
  write("content/sources/s.md", page({ title: "S", url: "https://x.example/", date: "2017-01-01" }, "words"));
  write("content/people/p.md", page({ title: "P", date: "1970-01-01" }, "words"));
  payloads.forEach((_, n) => write(`content/${folders[n % folders.length]}/h${n}.md`, entity(n, write)));
  clobbering.forEach((name) => write(`content/people/${name}.md`, page({ title: name, aliases: [`${name} x`] }, `[[p|${name}]]`)));
  const uses = [];
  attachmentNames.forEach((name) => {
    write(`content/places/${name}`, png);
    uses.push(`![words](<${encodeURIComponent(name)}>)`, `[x](<${encodeURIComponent(name)}>)`);
  });
  drawings.forEach((drawing, n) => {
    write(`content/places/d${n}.svg`, drawing);
    uses.push(`![words](d${n}.svg)`);
  });
  for (const [name, text] of Object.entries(documents)) {
    write(`content/places/${name}`, text);
    uses.push(`[x](${name})`);
  }
  write("content/places/files.md", page({ title: "Files" }, uses.join("\n\n")));
  write("content/places/x' onmouseover=hit(7) '{{ 7 }}.md", page({ title: "A page of a hostile name" }, "[[p]]"));
  return payloads.length;
}

function settings() {
  const texts = lines.map((line) => quoted(line));
  return [
    `title = ${texts[0]}`,
    `description = ${texts[1]}`,
    `author = ${texts[2]}`,
    `[fields]`,
    `imo = ${texts[3]}`,
    `[kinds.vessel]`,
    `folder = "vessels"`,
    `singular = ${texts[4]}`,
    `plural = ${texts[5]}`,
    `icon = ${texts[6]}`,
    `dates = ["launched"]`,
    `labels = { launched = ${texts[7]} }`,
    `[relations.captain_of]`,
    `label = ${texts[8]}`,
    `inverse = ${texts[9]}`,
    `[[chains]]`,
    `from = "h0"`,
    `to = "h8"`,
    "",
  ].join("\n");
}

function entity(n, write) {
  const line = lines[n];
  const folder = folders[n % folders.length];
  const day = `${1900 + (n % 110)}-0${1 + (n % 9)}-11`;
  const fields = {
    title: `${line} ${n}`,
    aliases: [`${line} other ${n}`],
    summary: line,
    ...(n % 6 === 0 && { tags: [`${line} ${n % 12}`] }),
    [folder === "vessels" ? "launched" : "date"]: day,
    updated: "2026-01-01",
    image: "pic.png",
    image_alt: line,
    image_credit: line,
    sources: [`s, ${line}`],
    related_to: [{ to: "p", role: line, sources: [`s, ${line}`] }, { to: `h${(n + 8) % payloads.length}` }],
    captain_of: [{ to: "p", role: line, from: "2016" }],
    imo: line,
    corrections: [{ date: "2026-01-01", what: line, why: line }],
    replies: [{ by: line, asked: "2026-01-01", date: "2026-01-02", text: line }],
    redirects_from: [`${folder}/x'onmouseover=hit(${n}).html`],
    ...(folder === "people" && { family_name: line, given_name: line }),
    ...(folder === "claims" && { said_by: ["p"], about: ["p"], status: "disputed", likelihood: "likely", reported_by: ["s"] }),
    ...(folder === "sources" && {
      published: day, author: [line], publisher: [line], url: `https://x.example/${line}`, archived: line, rights: line,
      container: line, volume: line, issue: line, pages: line, edition: line, publisher_place: line, doi: line,
      isbn: line, author_names: [line], source_type: n % 16 === 5 ? "book" : line, reliability: "C",
      file: `copy${n}.${["txt", "html", "markdown"][n % 3]}`, publish_copy: true,
    }),
  };
  if (folder === "sources") {
    write(`content/sources/copy${n}.${["txt", "html", "markdown"][n % 3]}`, `${payloads[n]}\n\nThe annotated words stand here.\n`);
  }
  write(`content/${folder}/pic.png`, png);
  return page(fields, body(n, folder));
}

/** The same payload wherever words can stand. */
function body(n, folder = "") {
  const block = payloads[n];
  const line = lines[n];
  const cell = line.replaceAll("|", "\\|");
  const quote = (text) => text.split("\n").map((part) => `> ${part}`).join("\n");
  return [
    `A ${line} b.`,
    `## ${line}`,
    `[[p|${line}]] [${line}](../people/p.md) [x](https://x.example/ "${line}") ![${line}](pic.png "${line}") ![[pic.png|${line}]]`,
    `[x](${line}) [x](<${line}>) [[${line}]] [[p#${line}]] [@s, ${line}] [@${line}] ![[${line}]]`,
    `{==${line}==}{>>${line}<<} \`${line}\` **${line}** ~~${line}~~ [^n]`,
    `[^n]: ${line}`,
    `| ${cell} | a |\n|---|---|\n| ${cell} | ${cell} |`,
    `- ${line}\n- [x] ${line}`,
    `> [!note] ${line}\n${quote(block)}`,
    `> [!${line}] x\n> ${line}`,
    ...(folder === "claims" ? [`> [!supports] [@s, ${line}]\n> ${line}`] : []),
    ...(folder === "sources" ? [`> [!annotation] {==The annotated words==} stand here\n> ${line}`] : []),
    `\`\`\`${line}\n${block}\n\`\`\``,
    `    ${line}`,
    `<div title="${line}">${line}</div>`,
    `<a href="${line}">${line}</a>`,
    `<!-- ${line} --> %% ${line} %%`,
    // Last, because what it does not close hides the rest.
    block,
    `the end of ${n}`,
  ].join("\n\n");
}

function page(fields, text) {
  const front = Object.entries(fields).map(([key, value]) => `${key}: ${quotedValue(value)}`);
  return `---\n${front.join("\n")}\n---\n\n${text}\n`;
}

function quotedValue(value) {
  if (Array.isArray(value)) return `[${value.map(quotedValue).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value).map(([key, item]) => `${key}: ${quotedValue(item)}`).join(", ")}}`;
  }
  return typeof value === "string" ? quoted(value) : String(value);
}

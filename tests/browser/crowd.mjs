// A made-up dossier with many relations: `write(count, folder)`, or `node crowd.mjs 5000 FOLDER`.
//
// People belong to circles and mostly know their own; some are known by very many, some by nobody but one another. The
// same count gives the same dossier.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const first = ["Ada", "Bela", "Cem", "Dora", "Emre", "Fanny", "Goran", "Hana", "Ivo", "Jana", "Karim", "Lena", "Mira", "Nils", "Olga", "Pavel"];
const last = ["Adler", "Blom", "Cerny", "Duarte", "Eklund", "Fuchs", "Grau", "Horvat", "Ilves", "Jansen", "Kraus", "Lehto", "Maas", "Nemeth", "Orlov", "Roth"];
const trade = ["Shipping", "Timber", "Mining", "Bank", "Holding", "Energy", "Press", "Customs", "Harbour", "Salvage"];

export function write(count, folder) {
  let state = 20_240_229n;
  const below = (limit) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(limit));
  };
  const pick = (list) => list[below(list.length)];
  const put = (place, name, lines) => {
    mkdirSync(join(folder, "content", place), { recursive: true });
    writeFileSync(join(folder, "content", place, `${name}.md`), `---\n${lines.join("\n")}\n---\n`);
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "site.toml"), `title = "A crowd"\n`);
  put("sources", "register", ["title: The register", 'published: "2020-01-01"']);

  const circles = Math.max(3, Math.round(Math.sqrt(count) / 2));
  const people = Array.from({ length: circles }, () => []);
  const offices = Array.from({ length: circles }, () => []);
  for (let nth = 0; nth < count; nth += 1) {
    // Some circles are large and some are small, and a few entities stand outside of all.
    const circle = below(below(circles) + 1);
    const near = (lists) => (below(100) < 88 ? lists[circle] : lists[below(circles)]);
    const known = (lists) => {
      const list = near(lists);
      // Among the first of a circle more often: they become hubs.
      return list.length ? list[below(below(list.length) + 1)] : undefined;
    };
    const relations = [];
    const say = (relation, to) => {
      if (to) relations.push(`${relation}: {to: ${to}, from: ${1990 + below(30)}, sources: ["register, p. ${nth + 1}"]}`);
    };
    if (nth % 5 === 4) {
      const id = `office-${nth}`;
      say("part_of", known(offices));
      if (below(3) === 0) say("owns", known(offices));
      put("organisations", id, [`title: ${pick(last)} ${pick(trade)} ${nth}`, ...relations]);
      offices[circle].push(id);
    } else if (nth % 25 === 0 && people[circle].length > 3) {
      const list = [...new Set([known(people), known(people), known(people), known(offices)])].filter(Boolean);
      put("events", `meeting-${nth}`, [`title: Meeting ${nth}`, `date: "${1990 + below(30)}"`, "sources: [register]", `participants: [${list.join(", ")}]`]);
    } else {
      const id = `person-${nth}`;
      if (below(20)) {
        say("works_for", known(offices));
        if (below(2)) say("member_of", known(offices));
        const friends = [...new Set(Array.from({ length: below(5) }, () => known(people)))].filter(Boolean);
        if (friends.length) relations.push("sources: [register]", `related_to: [${friends.join(", ")}]`);
      }
      put("people", id, [`title: ${pick(first)} ${pick(last)} ${nth}`, ...relations]);
      people[circle].push(id);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) write(Number(process.argv[2]), process.argv[3]);

// The built dossier that the tests look at: builds it when nobody has, and lists its pages.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const repository = resolve(fileURLToPath(import.meta.url), "../../..");

// A project path, as GitHub Pages gives: an address that starts with a slash breaks under it.
export const basePath = "/redstring/";
export const baseUrl = `https://dossier.example${basePath}`;

/** The program under test: `REDSTRING`, or the debug binary, built first. */
export function binary() {
  if (!process.env.REDSTRING) {
    execFileSync("cargo", ["build", "--locked"], { cwd: repository, stdio: "inherit" });
    // Cargo knows where its target folder is, whether a variable or a configuration file moved it.
    const metadata = execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps", "--locked"], {
      cwd: repository,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    process.env.REDSTRING = join(JSON.parse(metadata).target_directory, "debug", "redstring");
  }
  return process.env.REDSTRING;
}

/** Builds the dossier at `root` and says how it went; `output` is removed when this process ends. */
export function build(root, flags = []) {
  const scratch = mkdtempSync(join(tmpdir(), "redstring-browser-"));
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const output = join(scratch, "site");
  const run = spawnSync(
    binary(),
    ["build", "--root", root, "--output", output, "--base-url", baseUrl, ...flags],
    { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  if (run.error) throw new Error(`${binary()} cannot be run`, { cause: run.error });
  return { output, status: run.status, said: run.stdout + run.stderr };
}

/** The folder of the shipped dossier: `REDSTRING_SITE`, or built once in this process. */
export function siteFolder() {
  if (!process.env.REDSTRING_SITE) {
    const { output, status, said } = build(repository);
    if (status !== 0) throw new Error(`the dossier does not build (exit ${status}):\n${said}`);
    process.env.REDSTRING_SITE = output;
  }
  const folder = resolve(process.env.REDSTRING_SITE);
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} holds no index.html`);
  return folder;
}

/** Every file below `folder`, as paths with forward slashes, in a fixed order. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/**
 * Every HTML file with its type (`data-page` on `<body>`). A page that only sends the reader on has
 * the type `redirect` and its target, as written.
 */
export function pagesOf(folder) {
  return filesOf(folder)
    .filter((path) => path.endsWith(".html"))
    .map((path) => {
      const html = readFileSync(join(folder, path), "utf8");
      const refresh = html.match(/<meta http-equiv=["']?refresh["']?[^>]*>/i)?.[0];
      if (refresh) {
        const target = refresh.match(/url=\s*([^"'>]+)/i)?.[1].trim() ?? "";
        return { path, type: "redirect", target, size: html.length };
      }
      const body = html.match(/<body\b[^>]*>/i)?.[0] ?? "";
      return { path, type: body.match(/\bdata-page=["']?([\w-]+)/)?.[1], size: html.length };
    });
}

/** The pages that a reader reads: all but redirects. */
export function readingPagesOf(folder) {
  return pagesOf(folder).filter((page) => page.type !== "redirect");
}

/** One page of each type, the longest: it holds most of what its template can show. */
export function samplePagesOf(folder) {
  const longest = new Map();
  for (const page of readingPagesOf(folder)) {
    const known = longest.get(page.type);
    if (!known || page.size > known.size) longest.set(page.type, page);
  }
  return [...longest.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** A path of the site as it stands in an address. */
export function encoded(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}

// Builds the dossier once and runs the test files over it: `node run.mjs`, or `node run.mjs links privacy`.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { binary, siteFolder } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace(".test.mjs", "")))
  .sort();
if (files.length === 0) {
  console.error(`no test file is called ${wanted.join(" or ")}`);
  process.exit(1);
}

// Asked for here, so that the test files, each in a process of its own, find both in their environment.
binary();
siteFolder();

// The limit only ends what hangs; a busy machine may be many times slower than an idle one.
const options = ["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=1800000"];
const tests = spawn(process.execPath, [...options, ...files], { cwd: here, stdio: "inherit" });
tests.on("exit", (code) => {
  process.exitCode = code ?? 1;
});

// A page that is opened says nothing on the console, breaks no rule of its Content-Security-Policy and
// asks nobody but the dossier: from a project path every page, from a disk one page of every type.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { launch, visitEach } from "./browser.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { encoded, readingPagesOf, samplePagesOf, siteFolder } from "./site.mjs";

const folder = siteFolder();
const onDisk = pathToFileURL(folder).href + "/";
const samples = samplePagesOf(folder);
// No disk shows the not-found page: it stands at no address of its own.
const samplesOnDisk = samples.filter((page) => page.type !== "not-found");
let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(folder);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("from a project path, every page opens in silence, under a policy that trusts only the dossier", async () => {
  const pages = readingPagesOf(folder);
  assert.ok(pages.length > 0);
  assertNone(await visitEach(browser, pages, {}, open(server.home, checkPolicy)), "things that pages said or asked for");
});

test("from a disk, one page of every type opens in silence", async () => {
  assertNone(await visitEach(browser, samplesOnDisk, {}, open(onDisk)), "things that pages said or asked for");
});

test("from a project path, every control of one page of every type works in silence", async () => {
  const problems = await visitEach(browser, samples, {}, open(server.home, useEveryControl));
  assertNone(problems, "things that pages said or asked for");
});

test("from a disk, every control of one page of every type works in silence", async () => {
  const problems = await visitEach(browser, samplesOnDisk, {}, open(onDisk, useEveryControl));
  assertNone(problems, "things that pages said or asked for");
});

/** Opens a page and gives all that it said and all that it asked for elsewhere. */
function open(home, then = async () => {}) {
  return async (page, { path, type }) => {
    const problems = [];
    const note = (what) => problems.push(`${path}: ${what}`);
    const listeners = {
      console: (message) => note(`console ${message.type()}: ${message.text()}`),
      pageerror: (error) => note(`error: ${error.message}`),
      requestfailed: (request) => note(`not loaded: ${request.url()} (${request.failure()?.errorText})`),
      response: (response) => {
        if (response.status() >= 400) note(`answer ${response.status()} for ${response.url()}`);
      },
      request: (request) => {
        const url = request.url();
        if (!url.startsWith(home) && !/^(data|blob):/.test(url)) note(`asked for ${url}`);
      },
    };
    // On the whole context: a worker or a window that the page opens is the page's doing too.
    const place = (event) => (event === "pageerror" ? page : page.context());
    await watchPolicy(page);
    for (const [event, listener] of Object.entries(listeners)) place(event).on(event, listener);
    await page.goto(home + encoded(path));
    for (const problem of (await then(page, type)) ?? []) note(problem);
    for (const violation of await page.evaluate(() => globalThis.policyViolations)) note(`policy: ${violation}`);
    for (const [event, listener] of Object.entries(listeners)) place(event).off(event, listener);
    // What this page still has under way ends here, and is not put down to the next.
    await page.goto("about:blank");
    return problems;
  };
}

const watched = new WeakSet();

// Counts what breaks the policy, in every document of the tab from its first moment.
async function watchPolicy(page) {
  if (watched.has(page)) return;
  watched.add(page);
  await page.addInitScript(() => {
    globalThis.policyViolations = [];
    document.addEventListener("securitypolicyviolation", (violation) => {
      globalThis.policyViolations.push(`${violation.violatedDirective} forbids ${violation.blockedURI}`);
    });
  });
}

// Presses what can be pressed and types where one can type. Links are the crawl's work.
async function useEveryControl(page) {
  // A print dialogue would wait for a person.
  await page.evaluate(() => {
    globalThis.print = () => {};
  });
  for (const field of await page.locator("input[type=search]:visible, input[type=text]:visible").all()) {
    await field.fill("report");
    await page.waitForTimeout(500);
    await field.fill("");
  }
  for (const control of await page.locator("button:visible:enabled, summary:visible, input[type=checkbox]:visible").all()) {
    // Pressing one may hide another (a menu that closes). The space bar works all three kinds.
    if (await control.isVisible()) await control.press("Space");
  }
  for (const choice of await page.locator("select:visible").all()) {
    await choice.selectOption({ index: (await choice.locator("option").count()) - 1 });
  }
  await page.waitForTimeout(100);
}

async function checkPolicy(page, type) {
  const policies = await page
    .locator("head > meta[http-equiv='Content-Security-Policy' i]")
    .evaluateAll((elements) => elements.map((element) => element.content));
  return policies.length === 1 ? policyProblems(policies[0], type) : [`has ${policies.length} policies`];
}

function policyProblems(policy, type) {
  const rules = new Map(policy.split(";").map((rule) => rule.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
  const problems = [];
  if (!rules.has("default-src")) problems.push("the policy has no default-src");
  for (const [name, sources] of rules) {
    if (["frame-ancestors", "report-uri", "report-to", "sandbox"].includes(name)) {
      problems.push(`policy: ${name} is only taken from a header`);
    }
    for (const source of sources) {
      // The search page alone runs WebAssembly.
      const allowed = ["'self'", "'none'", "data:", "blob:"].includes(source) || (source === "'wasm-unsafe-eval'" && type === "search");
      if (!allowed) problems.push(`policy: ${name} trusts ${source}`);
    }
  }
  for (const name of ["script-src", "style-src"]) {
    const sources = rules.get(name) ?? rules.get("default-src") ?? [];
    if (sources.some((source) => ["data:", "blob:"].includes(source))) problems.push(`policy: ${name} trusts what a page writes itself`);
  }
  return problems;
}

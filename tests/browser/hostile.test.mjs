// Whatever a dossier holds, nothing of it runs, asks for anything, or looks like a part of the site's own.
//
// `hostile-dossier.mjs` writes 250 known attacks (`payloads.mjs`) into every text there is. Each calls `hit`, which the
// tests put into every page, or asks a host that does not exist. Every page of the site is opened, and everything on it
// is used. The first test shows that the attacks work where nobody cleans them.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { launch, visitEach } from "./browser.mjs";
import { documents, writeDossier } from "./hostile-dossier.mjs";
import { drawings, lines, payloads } from "./payloads.mjs";
import { assertNone } from "./problems.mjs";
import { serve } from "./server.mjs";
import { binary, build, encoded, filesOf, pagesOf, readingPagesOf, samplePagesOf } from "./site.mjs";

let root;
let site;
let browser;
let server;

before(async () => {
  root = mkdtempSync(join(tmpdir(), "redstring-hostile-"));
  writeDossier(root);
  // Much of what is written there is an error as well, and would keep the site from being written.
  site = build(root, ["--keep-going"]).output;
  browser = await launch();
  server = await serve(site);
});
after(async () => {
  await browser?.close();
  await server?.close();
  if (root) rmSync(root, { recursive: true, force: true });
});

test("the attacks work where nobody cleans them", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "redstring-raw-"));
  const pages = payloads.map((payload, n) => {
    writeFileSync(join(scratch, `${n}.html`), `<!doctype html><body>${payload}</body>`);
    return { path: `${n}.html` };
  });
  drawings.forEach((drawing, n) => {
    writeFileSync(join(scratch, `${n}.svg`), drawing);
    pages.push({ path: `${n}.svg` });
  });
  const found = await visitEach(browser, pages, {}, watched(pathToFileURL(scratch).href + "/"));
  rmSync(scratch, { recursive: true });
  const works = (all) => all.filter((problems) => problems.length > 0).length;
  assert.ok(works(found.slice(0, payloads.length)) > 80, `${works(found.slice(0, payloads.length))} of the texts`);
  assert.ok(works(found.slice(payloads.length)) > 14, `${works(found.slice(payloads.length))} of the drawings`);
});

test("there are 200 attacks at least, and each has its page", () => {
  assert.ok(new Set(payloads).size >= 200, `${new Set(payloads).size} attacks`);
  const pages = filesOf(site).filter((path) => /^[a-z]+\/h\d+\.html$/.test(path));
  assert.equal(pages.length, payloads.length, "an entity is not there, so nothing of it was tried");
});

test("served, no page of a hostile dossier runs or asks for anything", async () => {
  const pages = readingPagesOf(site);
  assert.ok(pages.length > payloads.length);
  assertNone(await visitEach(browser, pages, {}, watched(server.home, use)), "things that hostile content did");
});

test("opened from a disk, they do not either", async () => {
  const some = readingPagesOf(site).filter((_, n) => n % 12 === 0);
  const pages = [...some, ...samplePagesOf(site)].filter((page) => page.type !== "not-found");
  const home = pathToFileURL(site).href + "/";
  assertNone(await visitEach(browser, pages, {}, watched(home, use)), "things that hostile content did");
});

test("every control of one page of every type works on hostile names", async () => {
  const pages = samplePagesOf(site);
  assertNone(await visitEach(browser, pages, {}, watched(server.home, useEveryControl)), "things that hostile content did");
});

test("no other file of the site runs or asks for anything where it is opened", async () => {
  // Those that a browser shows and does not save.
  const opened = filesOf(site).filter((path) => /\.(svg|xml|txt|json)$/.test(path)).map((path) => ({ path }));
  const drawings = opened.filter(({ path }) => path.endsWith(".svg"));
  assert.ok(drawings.length > 15, `${drawings.length} drawings went out`);
  assertNone(await visitEach(browser, opened, {}, watched(server.home)), "things that files did");
  assertNone(await visitEach(browser, drawings, {}, watched(pathToFileURL(site).href + "/")), "things that files did");
});

test("documents and scripts go out as text or not at all", () => {
  const out = new Set(filesOf(site));
  for (const name of Object.keys(documents)) {
    assert.ok(!out.has(`files/places/${name}`), `${name} went out under its name`);
    const text = `files/places/${name}.txt`;
    if (name.startsWith("saved")) assert.ok(!out.has(text));
    else assert.equal(readFileSync(join(site, text), "utf8"), documents[name]);
  }
});

test("where something slips into a page all the same, its policy stops it", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "redstring-slipped-"));
  mkdirSync(join(scratch, "people"));
  const html = readFileSync(join(site, "people/p.html"), "utf8");
  assert.ok(html.includes("</main>"));
  // No policy keeps a page from sending its reader on: that `<meta>` never gets into one is what the other tests hold.
  const slips = payloads.filter((payload) => !/http-equiv="?refresh/.test(payload));
  const pages = slips.map((payload, n) => {
    // Below a folder, as the page stood, so that what it names of its own is below the site's address.
    writeFileSync(join(scratch, "people", `${n}.html`), html.replace("</main>", () => `${payload}</main>`));
    return { path: `people/${n}.html` };
  });
  const slipped = await serve(scratch);
  const found = (await visitEach(browser, pages, {}, watched(slipped.home))).flat();
  await slipped.close();
  rmSync(scratch, { recursive: true });
  const stopped = found.filter((problem) => problem.includes(": policy: ")).length;
  assert.ok(stopped > 60, `the policy stopped only ${stopped} things`);
  const rest = found.filter((problem) => !problem.includes(": policy: "));
  assertNone(rest, "things that the policy let through");
});

test("pages that send the reader on lead into the site", () => {
  const away = pagesOf(site).filter((page) => page.type === "redirect" && !/^[\w./-]+\.html$/.test(page.target));
  assertNone(away.map((page) => `${page.path}: ${page.target}`), "redirects to elsewhere");
});

test("what other programs read is well-formed", async () => {
  const page = await browser.newPage();
  const wrong = [];
  const bibliography = readFileSync(join(site, "bibliography.bib"), "utf8");
  const braces = (bibliography.match(/(?<!\\)\{/g) ?? []).length - (bibliography.match(/(?<!\\)\}/g) ?? []).length;
  if (braces !== 0) wrong.push(`bibliography.bib: ${braces} braces too many`);
  if (/^@(?!\w+\{)|@preamble|@string/im.test(bibliography.replace(/\{[^\n]*\},?$/gm, ""))) wrong.push("bibliography.bib: an entry of its own");
  for (const path of filesOf(site).filter((path) => /\.(xml|svg)$/.test(path))) {
    const text = readFileSync(join(site, path), "utf8");
    const problem = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, "application/xml");
      const scripts = document.querySelectorAll("script, foreignObject, set, animate").length;
      return document.querySelector("parsererror")?.textContent ?? (scripts ? `${scripts} scripts` : "");
    }, text);
    if (problem) wrong.push(`${path}: ${problem}`);
  }
  await page.close();
  for (const path of filesOf(site).filter((path) => /\.(json|jsonld)$/.test(path))) JSON.parse(readFileSync(join(site, path), "utf8"));
  // A line of a calendar ends in CR LF, and begins with the name of a property or goes on with a space.
  for (const line of readFileSync(join(site, "calendar.ics"), "utf8").split("\r\n")) {
    if (line && !/^( |[A-Z][A-Z-]*[;:])/.test(line)) wrong.push(`calendar.ics: ${line}`);
    if (/[\r\n\u0000-\u0008]/.test(line) || /^(BEGIN:VALARM|ATTACH)/.test(line)) wrong.push(`calendar.ics: ${line}`);
  }
  assertNone(wrong, "files that are not what they should be");
});

test("`redstring serve` shows hostile names and messages as text", async () => {
  const child = spawn(binary(), ["serve", "--port", "0", "--root", root], { stdio: ["ignore", "ignore", "pipe"] });
  try {
    const home = await new Promise((found, failed) => {
      child.on("exit", () => failed(new Error("`redstring serve` ended")));
      createInterface({ input: child.stderr }).on("line", (line) => {
        const address = line.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0];
        if (address) found(address);
      });
    });
    const pages = samplePagesOf(site).filter((page) => page.type !== "not-found");
    pages.push({ path: "people/<img src=x onerror=hit(9)>.html" });
    assertNone(await visitEach(browser, pages, {}, watched(home, useServed)), "things that hostile content did");
  } finally {
    child.kill();
  }
});

/** Opens a file and gives all that ran, was asked for elsewhere, or broke the policy. */
function watched(home, then = async () => {}) {
  const ready = new WeakSet();
  return async (page, { path, type }) => {
    const problems = [];
    const asked = [];
    const note = (what) => problems.push(`${path}: ${what}`);
    if (!ready.has(page)) {
      ready.add(page);
      await page.exposeFunction("hit", (name) => page.noteHit?.(`\`${name}\` ran`));
      await page.addInitScript(() => {
        globalThis.policyViolations = [];
        document.addEventListener("securitypolicyviolation", (violation) => {
          globalThis.policyViolations.push(`${violation.violatedDirective} forbids ${violation.blockedURI}`);
        });
      });
    }
    page.noteHit = note;
    const listeners = {
      dialog: (dialog) => { note(`dialog: ${dialog.message()}`); dialog.dismiss(); },
      pageerror: (error) => note(`error: ${error.message}`),
      popup: (popup) => { note(`window: ${popup.url()}`); popup.close(); },
      // What the policy stops before it leaves has no answer; it is noted below.
      request: async (request) => {
        const url = request.url();
        if (url.startsWith(home) || /^(data|blob|chrome-error):/.test(url)) return;
        asked.push(request);
      },
    };
    for (const [event, listener] of Object.entries(listeners)) page.on(event, listener);
    const address = home + encoded(path);
    // What the browser offers to save, it does not open.
    await page.goto(address).catch((error) => {
      if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
    });
    for (const problem of (await then(page, type)) ?? []) note(problem);
    for (const violation of await violations(page)) note(`policy: ${violation}`);
    const stayed = page.url() === address || page.url().startsWith(home) || page.url() === "about:blank";
    if (!stayed) note(`led to ${page.url()}`);
    // By the policy, or because a drawing may not use parts of another site's.
    for (const request of asked) {
      const why = request.failure()?.errorText ?? "";
      if (!/^(csp|origin)$|ERR_BLOCKED_BY_CSP/.test(why)) note(`asked for ${request.url()} ${why}`);
    }
    for (const [event, listener] of Object.entries(listeners)) page.off(event, listener);
    await leave(page);
    return problems;
  };
}

/** Goes to an empty page, also from one that is about to go elsewhere by itself. */
async function leave(page) {
  for (let tries = 0; tries < 5; tries++) {
    if (await page.goto("about:blank").then(() => true, () => false)) return;
    await page.waitForTimeout(200);
  }
  throw new Error("the page does not let go");
}

/** What broke the policy; a page that went elsewhere meanwhile says that. */
function violations(page) {
  return page.evaluate(() => globalThis.policyViolations ?? []).catch((error) => [`none to ask: ${error.message}`]);
}

/** Opens and touches everything on a page, and looks at what stands in it. */
function use(page) {
  return page.evaluate(async (events) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const element of document.querySelectorAll("main a, main summary, main [tabindex], main img, main button")) {
      for (const type of events) element.dispatchEvent(new Event(type, { bubbles: false }));
      element.focus?.({ preventScroll: true });
    }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    const problems = [];
    const own = ["http:", "https:", "mailto:", "tel:", "file:"];
    const isPlace = /^(?:(?:left|top|max-height): -?[\d.]+px; ?)+$/;
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on") || ["srcdoc", "style", "srcset", "ping", "formaction", "background"].includes(name)) {
          // Scripts of the site place things by style, cards with hostile words in them too: to set a place is harmless.
          const isOwn = name === "style" && (!element.outerHTML.includes("qzx") || isPlace.test(value));
          if (!isOwn) problems.push(`${name}="${value}"`);
        }
        if (["href", "src", "action", "data", "poster", "xlink:href", "cite"].includes(name)) {
          const { protocol, hostname } = new URL(value, location.href);
          const isOwnPicture = protocol === "data:" && element.localName === "img" && document.body.dataset.page === "bundle";
          if (!own.includes(protocol) && !isOwnPicture) problems.push(`${element.localName} ${name}="${value}"`);
          if (hostname.endsWith("qzx.invalid") && !["a", "link"].includes(element.localName)) problems.push(`${name}="${value}"`);
        }
      }
    }
    for (const script of document.scripts) {
      if (script.type === "application/ld+json") JSON.parse(script.textContent);
      else if (!script.src || script.textContent) problems.push(`a script: ${script.outerHTML}`);
    }
    const foreign = "iframe, frame, object, embed, applet, base, math, foreignObject, marquee, template:not([id^=part]), portal, style, set, animate";
    for (const element of document.querySelectorAll(foreign)) problems.push(element.outerHTML.slice(0, 200));
    // The names that scripts rely on still mean what they did.
    const intact = { location: Location, document: Document, hit: Function, toString: Function, top: Window };
    for (const [name, type] of Object.entries(intact)) {
      if (!(window[name] instanceof type)) problems.push(`\`${name}\` is another`);
    }
    for (const name of ["cookie", "getElementById", "body", "forms", "querySelector", "head"]) {
      if (Object.hasOwn(document, name) || document[name] instanceof HTMLImageElement) problems.push(`\`document.${name}\` is another`);
    }
    return problems;
  }, ["load", "error", "mouseover", "mouseenter", "pointerenter", "toggle", "begin", "animationstart", "wheel"]);
}

/** Writes hostile words into every field, chooses, presses and points at what there is. */
async function useEveryControl(page) {
  await use(page);
  const quick = { timeout: 1500, force: true };
  const skip = () => {};
  for (const field of await page.locator("main input:visible, main textarea:visible").all()) {
    const type = await field.getAttribute("type").catch(skip);
    if (["checkbox", "radio"].includes(type)) await field.check(quick).catch(skip);
    else if (type !== "range") {
      await field.fill(lines[9], quick).catch(skip);
      await page.keyboard.press("ArrowDown");
      await field.fill("script", quick).catch(skip);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    }
  }
  for (const choice of await page.locator("main select:visible").all()) await choice.selectOption({ index: 1 }, quick).catch(skip);
  for (const button of (await page.locator("main button:visible").all()).slice(0, 12)) await button.click(quick).catch(skip);
  for (const link of (await page.locator("main a:visible").all()).slice(0, 4)) {
    await link.hover(quick).catch(skip);
    await page.waitForTimeout(400);
  }
  return use(page);
}

async function useServed(page) {
  const added = page.locator("[id^='redstring'], [class*='redstring']").first();
  await added.click({ timeout: 1000, force: true }).catch(() => {});
  return use(page);
}

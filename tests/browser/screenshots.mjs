// Pictures of one page of every type, for a person to look at: `make screenshots`.

import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, visitEach } from "./browser.mjs";
import { serve } from "./server.mjs";
import { samplePagesOf, siteFolder } from "./site.mjs";

const views = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  // The width of an A4 sheet without its margins.
  print: { viewport: { width: 718, height: 1000 }, media: "print" },
};

const folder = siteFolder();
const gallery = join(dirname(fileURLToPath(import.meta.url)), "screenshots");
rmSync(gallery, { recursive: true, force: true });
mkdirSync(gallery);

const browser = await launch();
const server = await serve(folder);
for (const [view, { media, ...options }] of Object.entries(views)) {
  await visitEach(browser, samplePagesOf(folder), { ...options, reducedMotion: "reduce" }, async (page, { path, type }) => {
    if (media) await page.emulateMedia({ media });
    await page.goto(server.home + encodeURI(path));
    await page.screenshot({ path: join(gallery, `${type}-${view}.png`), fullPage: true, timeout: 120_000 });
  });
}
await browser.close();
await server.close();
console.log(gallery);

// Serves a folder below the project path on the loopback, as strictly as a disk does:
// an address names a file or there is nothing there.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { basePath } from "./site.mjs";

const contentTypes = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ics": "text/calendar; charset=utf-8",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".md": "text/markdown; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Starts a server on a free port; `origin` has no slash at its end, `home` is the dossier's address. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, request.url);
    if (file) {
      response.writeHead(200, { "content-type": contentTypes[extname(file)] ?? "application/octet-stream" });
      createReadStream(file).pipe(response);
      return;
    }
    // As GitHub Pages does: any missing address below the project path shows the dossier's own page.
    const notFound = join(folder, "404.html");
    const ours = request.url.startsWith(basePath) && existsSync(notFound);
    response.writeHead(404, { "content-type": ours ? contentTypes[".html"] : contentTypes[".txt"] });
    response.end(ours ? readFileSync(notFound) : "Outside the dossier.");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin, home: origin + basePath, close };
}

function fileFor(folder, address) {
  const path = decoded(new URL(address, "http://localhost").pathname);
  if (!path.startsWith(basePath)) return undefined;
  const inside = normalize(path.slice(basePath.length) || "index.html");
  const file = join(folder, inside);
  return !inside.startsWith("..") && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

// An address with a lone percent sign names no file; it must not stop the server.
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { siteFolder } from "./site.js";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

/** A server of the built site. */
export interface ServedSite {
  /** Ends with a slash. */
  readonly url: string;
  close(): void;
}

/** Serves the built site in a folder of a local host; the folder begins and ends with a slash. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const server = createServer(({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://host");
    const path = join(siteFolder, pathname.startsWith(folder) ? pathname.slice(folder.length) : "none");
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    if (!existsSync(file)) response.writeHead(404).end();
    else response.setHeader("content-type", types[extname(file)] ?? "image/png").end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${folder}`, close: () => server.close() };
}

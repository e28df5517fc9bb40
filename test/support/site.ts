import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the built site. */
export const siteFolder: string = fileURLToPath(new URL("../../packages/site/dist/", import.meta.url));

/** A page of the built site. */
export interface BuiltPage {
  /** From the site's folder, with slashes. */
  readonly path: string;
  readonly html: string;
}

/** All pages except the playground and the page for unknown addresses. */
export function builtPages(): readonly BuiltPage[] {
  return readdirSync(siteFolder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html") && !path.startsWith("playground/") && path !== "404.html")
    .sort()
    .map((path) => ({ path, html: readFileSync(siteFolder + path, "utf8") }));
}

/** The addresses that a page links to or loads, unchanged. */
export function addressesIn({ html }: BuiltPage): readonly string[] {
  return Array.from(html.matchAll(/<[a-z]+\b[^>]*?\s(?:href|src)="([^"]*)"/g), ([, address]) =>
    address!.replaceAll("&amp;", "&"),
  );
}

/** Why an address in a page is broken; `undefined` if it is not broken, or is outside the site. */
export function brokenAddress(address: string, page: BuiltPage): string | undefined {
  if (/^(?:https?|data|mailto):/.test(address)) return undefined;
  if (address.startsWith("/")) return "It holds in one folder only.";
  const [path = "", fragment = ""] = address.split("#");
  const target = path === "" ? page.path : posix.join(posix.dirname(page.path), path);
  if (target.startsWith("../") || !existsSync(siteFolder + target)) return `There is no ${target}.`;
  if (fragment === "" || target === "playground/index.html") return undefined;
  if (!target.endsWith(".html")) return undefined;
  const ids = readFileSync(siteFolder + target, "utf8").matchAll(/\sid="([^"]*)"/g);
  const isThere = Array.from(ids, ([, id]) => id).includes(decodeURIComponent(fragment));
  return isThere ? undefined : `${target} has no #${fragment}.`;
}

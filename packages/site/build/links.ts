import { existsSync, statSync } from "node:fs";
import { posix } from "node:path";
import { pages, root } from "./pages.js";

/** The public address of the repository's files. */
export const repository = "https://github.com/gh-aw-lint/gh-aw-lint";

/** Links with this address also lead to a file of the repository. */
const onMain = new RegExp(String.raw`^${repository}/(?:blob|tree)/main/`);

/**
 * The target of a Markdown file's link on the site: the page of the linked file, relative to the linking page, or GitHub if
 * the file has no page. Returns any other link unchanged.
 *
 * @param source of the file, from the repository's folder
 */
export function siteLink(href: string, source: string): string {
  const isOurs = onMain.test(href);
  if (!isOurs && /^(?:[a-z][a-z+.-]*:|#|\/)/i.test(href)) return href;
  const [path = "", fragment] = href.replace(onMain, "").split("#");
  const target = isOurs ? path : posix.join(posix.dirname(source), path);
  const anchor = fragment === undefined ? "" : `#${fragment}`;
  const from = pages.find((page) => page.source === source);
  const to = pages.find((page) => page.source === target);
  if (!from) throw new Error(`${source} is no page of the site.`);
  if (to) {
    const relative = posix.relative(posix.dirname(from.route), to.route);
    return `${relative.startsWith(".") ? "" : "./"}${relative}${anchor}`;
  }
  if (!existsSync(root + target)) throw new Error(`${source} links to ${href}, which is not there.`);
  const kind = statSync(root + target).isDirectory() ? "tree" : "blob";
  return `${repository}/${kind}/main/${target.replace(/\/$/, "")}${anchor}`;
}

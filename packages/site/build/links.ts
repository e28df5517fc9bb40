import { existsSync, statSync } from "node:fs";
import { posix } from "node:path";
import { pages, root } from "./pages.js";

/** Where the repository's files are for everybody. */
export const repository = "https://github.com/gh-aw-lint/gh-aw-lint";

/** Such an address leads to a file of the repository, too. */
const onMain = new RegExp(String.raw`^${repository}/(?:blob|tree)/main/`);

/**
 * Where a link of a Markdown file leads on the site: to the page of the file, relative to the page that has the link, or,
 * of a file that is no page, to GitHub. Any other link stays as it is.
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

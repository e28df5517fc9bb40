import { posix, relative, sep } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { exampleFragment, exampleReader } from "./examples.js";
import { siteLink } from "./links.js";
import { pages, root } from "./pages.js";

/** The playground's path in the site's folder, with the file's name, which pages opened from disk need. */
export const playground = "playground/index.html";

/** Makes links between the repository's files lead to pages of the site, and gives each example a link to the playground. */
export function connectPages(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push("connect_pages", (state) => {
    const source = sourceOf(state.env);
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? token.attrGet("href") : null;
      if (href !== null) token.attrSet("href", siteLink(href, source));
    }
    const readExample = exampleReader(source);
    const toPlayground = `${posix.relative(posix.dirname(routeOf(source)), ".") || "."}/${playground}`;
    const tokens = withoutEmptyHeads(state.tokens);
    state.tokens = tokens.flatMap((token, index) => {
      const comment = tokens[index - 1];
      if (token.type !== "fence" || comment?.type !== "html_block") return [token];
      const example = readExample({ comment: comment.content, code: token.content });
      if (!example) return [token];
      const link = new state.Token("html_block", "", 0);
      link.content = playgroundLink(`${toPlayground}#${exampleFragment(example)}`);
      return [token, link];
    });
  });
}

/** Removes empty table heads, which Markdown requires, but which disturb users of screen readers. */
function withoutEmptyHeads<Token extends { readonly type: string; readonly content: string }>(
  tokens: readonly Token[],
): readonly Token[] {
  const isEmpty = (start: number): boolean => {
    const end = tokens.findIndex(({ type }, index) => index > start && type === "thead_close");
    return tokens.slice(start, end).every(({ content }) => content === "");
  };
  let isLeftOut = false;
  return tokens.filter(({ type }, index) => {
    if (type === "thead_open") isLeftOut = isEmpty(index);
    const isPart = isLeftOut;
    if (type === "thead_close") isLeftOut = false;
    return !isPart;
  });
}

function playgroundLink(address: string): string {
  return `<p class="playground-link"><a href="${address}" target="_blank">Open in the playground</a></p>\n`;
}

function routeOf(source: string): string {
  return pages.find((page) => page.source === source)?.route ?? source;
}

/** The rendered file, from the repository's folder. VitePress uses one property for pages and another one for the search. */
function sourceOf(env: unknown): string {
  const paths = typeof env === "object" && env !== null ? env : {};
  const path =
    "realPath" in paths && paths.realPath !== undefined ? paths.realPath : "path" in paths && paths.path;
  if (typeof path !== "string") throw new Error("VitePress does not say which file it renders.");
  return relative(root, path).split(sep).join("/");
}

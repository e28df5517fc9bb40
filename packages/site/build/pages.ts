import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's folder, which contains the pages. */
export const root: string = fileURLToPath(new URL("../../../", import.meta.url));

/** A Markdown file of the repository, and its page. */
export interface SitePage {
  /** From the repository's folder, with slashes. */
  readonly source: string;
  /** From the site's folder, as a Markdown file; its HTML has the same name. */
  readonly route: string;
  /** The title in the menu. */
  readonly title: string;
}

/** A part of the menu. */
export interface PageGroup {
  readonly title: string;
  readonly pages: readonly SitePage[];
}

const rules = "packages/eslint-plugin-gh-aw/docs/rules/";

/** All pages, in the order of the menu. */
export const groups: readonly PageGroup[] = [
  {
    title: "Use it",
    pages: [
      page("README.md", "index.md", "Start"),
      page("packages/gh-aw-lint/README.md", "command.md", "The command"),
      doc("configuration", "Configuration"),
      doc("editors", "Editors"),
      doc("ci", "CI"),
      doc("suppressions", "Suppressions"),
      doc("sources", "Sources"),
      page("docs/playground.md", "about-the-playground.md", "The playground"),
    ],
  },
  {
    title: "Rules",
    pages: readdirSync(root + rules)
      .sort()
      .map((file) => page(rules + file, `rules/${file}`, file.replace(/\.md$/, ""))),
  },
  {
    title: "Background",
    pages: [
      doc("compatibility", "Compatibility"),
      doc("performance", "Performance"),
      doc("stability", "Stability"),
      page("CHANGELOG.md", "changelog.md", "Changelog"),
      page("SECURITY.md", "security.md", "Security"),
    ],
  },
  {
    title: "Development",
    pages: [
      page("CONTRIBUTING.md", "contributing.md", "Contributing"),
      doc("architecture", "Architecture"),
      page("packages/core/README.md", "core.md", "Core, without ESLint"),
      doc("testing", "Tests"),
      doc("recordings", "Recordings"),
      doc("automation", "Automation"),
    ],
  },
];

/** The pages of all groups, in the order of the menu. */
export const pages: readonly SitePage[] = groups.flatMap((group) => group.pages);

function doc(name: string, title: string): SitePage {
  return page(`docs/${name}.md`, `${name}.md`, title);
}

function page(source: string, route: string, title: string): SitePage {
  return { source, route, title };
}

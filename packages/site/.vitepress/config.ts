import { fileURLToPath } from "node:url";
import { cpSync } from "node:fs";
import { defineConfig } from "vitepress";
import { anyFolder, base, withRelativeAddresses } from "../build/any-folder.js";
import { findVue } from "../build/find-vue.js";
import { repository } from "../build/links.js";
import { connectPages } from "../build/markdown.js";
import { groups, pages, root } from "../build/pages.js";

const playground = fileURLToPath(new URL("../../playground/dist/page/", import.meta.url));

export default defineConfig({
  title: "gh-aw-lint",
  description:
    "Finds and fixes GitHub Agentic Workflow lock files in which Codex bypasses AWF's API proxy (401).",
  lang: "en",
  base,
  srcDir: root,
  srcExclude: [
    "**/{.*,dist,examples,node_modules,scripts,test}/**",
    "packages/{eslint-plugin-gh-aw,playground,site}/*.md",
  ],
  rewrites: Object.fromEntries(pages.map(({ source, route }) => [source, route])),
  outDir: "./dist",
  cacheDir: "./node_modules/.cache/vitepress",
  markdown: {
    config: connectPages,
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  vite: { plugins: [findVue(), anyFolder()] },
  transformHtml: (html, _, { page }) => withRelativeAddresses(html, page),
  buildEnd({ outDir }) {
    cpSync(playground, `${outDir}/playground`, { recursive: true });
  },
  themeConfig: {
    search: { provider: "local" },
    nav: [
      { text: "Playground", link: "/playground/index.html", target: "_self" },
      { text: "Rules", link: "/rules/codex-websocket-401" },
      { text: "Compatibility", link: "/compatibility" },
    ],
    sidebar: groups.map(({ title, pages }) => ({
      text: title,
      items: pages.map((page) => ({
        text: page.title,
        link: `/${page.route.replace(/(?:index)?\.md$/, "")}`,
      })),
    })),
    outline: [2, 3],
    socialLinks: [{ icon: "github", link: repository }],
    editLink: {
      pattern: `${repository}/edit/main/:path`,
      text: "Edit this page",
    },
  },
});

import { posix } from "node:path";
import type { VitePlugin } from "./vite-plugin.js";

/** The folder of the site on GitHub Pages. */
export const base = "/gh-aw-lint/";

/** The variable that holds the folder of the site in a page. */
const variable = "__SITE_BASE__";

// VitePress renders pages at build time in this process.
Object.assign(globalThis, { [variable]: base });

/**
 * VitePress writes the folder of the site into scripts and pages. This plugin makes them determine the folder in the browser,
 * so that the site works in any folder of any host.
 */
export function anyFolder(): VitePlugin {
  return {
    name: "any-folder",
    config: () => ({
      define: { "import.meta.env.BASE_URL": variable },
      experimental: {
        renderBuiltUrl: (file, { hostType, ssr }) => {
          if (hostType === "css") return { relative: true };
          return ssr ? base + file : { runtime: `${variable}+${JSON.stringify(file)}` };
        },
      },
    }),
    transform(code, id) {
      if (!/^\/@localSearchIndex./.test(id)) return undefined;
      const [, index = ""] = /^export default ([^]*)$/.exec(code) ?? [];
      return `const index = ${index};\nexport default index.replaceAll(${JSON.stringify(`"${base}`)}, '"' + ${variable});`;
    },
  };
}

/**
 * Makes the addresses in a page relative. Browsers load no scripts for a page that is opened from disk; such a page hides
 * the elements that need scripts.
 *
 * @param route of the page, from the site's folder
 */
export function withRelativeAddresses(html: string, route: string): string {
  // GitHub shows this page for any unknown address.
  if (route === "404.md")
    return html.replace("<head>", `<head><script>var ${variable}=${JSON.stringify(base)}</script>`);
  const up = posix.relative(posix.dirname(route), ".") || ".";
  const start = `var ${variable}=decodeURIComponent(new URL(${JSON.stringify(`${up}/`)},location.href).pathname);if(location.protocol==="file:")document.documentElement.classList.add("from-disk")`;
  // Links outside the text stay when VitePress replaces the page, so they need absolute addresses.
  const end = `__VP_SITE_DATA__.base=${variable};for(const link of document.querySelectorAll("#app a[href]"))link.href=link.href`;
  return (
    html
      .replaceAll(new RegExp(`(?<=\\s(?:href|src)=")${base}([^"#]*)`, "g"), (_, path: string) => {
        const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
        return `${up}/${file}`;
      })
      // A host serves `index.html` for a folder; on disk, the file must be named.
      .replaceAll(/(?<=\shref="(?:\.\.?\/)+)(?=["#])/g, "index.html")
      .replace("<head>", () => `<head><script>${start}</script>`)
      .replace(/(?=<\/script>\s*<\/body>)/, () => `;${end}`)
  );
}

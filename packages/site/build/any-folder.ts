import { posix } from "node:path";
import type { VitePlugin } from "./vite-plugin.js";

/** Where GitHub Pages has the site. */
export const base = "/gh-aw-lint/";

/** The name under which a page knows in which folder it is. */
const variable = "__SITE_BASE__";

// What VitePress renders at build time runs here.
Object.assign(globalThis, { [variable]: base });

/**
 * VitePress writes the folder of the site into scripts and pages. With this they find out in the browser, so that the site
 * works in any folder of any host.
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
 * Makes the addresses in a page relative to it. Pages opened from a disk have no scripts, which browsers load from hosts
 * only: there, what needs scripts is not shown.
 *
 * @param route of the page, from the site's folder
 */
export function withRelativeAddresses(html: string, route: string): string {
  // GitHub shows it for any address.
  if (route === "404.md")
    return html.replace("<head>", `<head><script>var ${variable}=${JSON.stringify(base)}</script>`);
  const up = posix.relative(posix.dirname(route), ".") || ".";
  const start = `var ${variable}=decodeURIComponent(new URL(${JSON.stringify(`${up}/`)},location.href).pathname);if(location.protocol==="file:")document.documentElement.classList.add("from-disk")`;
  // Links outside of the text stay as they are when another page comes into its place: so they get whole addresses.
  const end = `__VP_SITE_DATA__.base=${variable};for(const link of document.querySelectorAll("#app a[href]"))link.href=link.href`;
  return (
    html
      .replaceAll(new RegExp(`(?<=\\s(?:href|src)=")${base}([^"#]*)`, "g"), (_, path: string) => {
        const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
        return `${up}/${file}`;
      })
      // A host has an index for a folder, a disk has not.
      .replaceAll(/(?<=\shref="(?:\.\.?\/)+)(?=["#])/g, "index.html")
      .replace("<head>", () => `<head><script>${start}</script>`)
      .replace(/(?=<\/script>\s*<\/body>)/, () => `;${end}`)
  );
}

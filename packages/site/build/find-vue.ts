import { fileURLToPath } from "node:url";
import type { VitePlugin } from "./vite-plugin.js";

const here = fileURLToPath(import.meta.url);

/** Resolves Vue for pages outside this package, where Vue is not installed. */
export function findVue(): VitePlugin {
  return {
    name: "find-vue",
    enforce: "pre",
    async resolveId(id, importer, options) {
      if (!/^vue(?:\/|$)/.test(id) || importer?.endsWith(".md") !== true) return undefined;
      return await this.resolve(id, here, { ...options, skipSelf: true });
    },
  };
}

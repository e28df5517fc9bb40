import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import { contentSecurityPolicy } from "./content-security-policy.js";
import { examples } from "./examples.js";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // The page is one file, so that it works at any address, and opened from disk.
  base: "./",
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2023", chunkSizeWarningLimit: 4000 },
  resolve: {
    conditions: ["gh-aw-lint-source", ...defaultClientConditions],
    // The only Node module that ESLint needs in a browser.
    alias: { "node:path": "pathe" },
  },
  define: { "process.env.TIMING": "undefined" },
  worker: { format: "iife" },
  plugins: [examples(), viteSingleFile(), contentSecurityPolicy()],
});

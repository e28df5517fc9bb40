import { fileURLToPath } from "node:url";
import { build } from "vite";
import { findChromium } from "./chromium.js";

/** Builds the playground's page once, if there is a browser for it. */
export async function setup(): Promise<void> {
  if (findChromium() === undefined) return;
  const configFile = fileURLToPath(
    new URL("../../packages/playground/build/vite.config.ts", import.meta.url),
  );
  await build({ configFile, logLevel: "warn" });
}

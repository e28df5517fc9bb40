import { createRequire } from "node:module";

/** The version of this package. */
export function ownVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)("../package.json");
  if (typeof manifest === "object" && manifest !== null && "version" in manifest)
    return String(manifest.version);
  throw new Error("This package's package.json has no version.");
}

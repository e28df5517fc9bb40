// npm run codex-releases: prints the releases of Codex on npm that are newer than all measured releases.
import "./setup.mjs";
import { fileURLToPath } from "node:url";

const { measuredReleases, publishedReleases, unmeasured } = await import("./codex-releases/unmeasured.mjs");

const recordings =
  process.argv[2] ?? fileURLToPath(new URL("../test/recordings/codex-outcomes/", import.meta.url));
for (const release of unmeasured(publishedReleases(), measuredReleases(recordings))) console.log(release);

import { expect, test } from "vitest";
import { job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

test("a release downloaded from GitHub has the version in its address", () => {
  const download = (path: string): string =>
    `- run: |\n    curl -fsSL https://github.com/openai/codex/releases/${path}/codex.tar.gz | tar xz\n    sudo mv codex /usr/local/bin`;
  expect(outcomes(job([], download("download/rust-v0.110.0"), start))).toEqual([]);
  expect(outcomes(job([], download("download/rust-v0.121.0"), start))).toEqual(["direct noProvider"]);
  expect(outcomes(job([], download("latest/download"), start))).toEqual(["direct noProvider"]);
});

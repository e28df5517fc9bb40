import { expect, it } from "vitest";
import { possibleReleases } from "../../../../packages/core/src/codex/releases/index.js";

it.each([
  ["0.121.0", ["0.121.0"]],
  ["~0.118.0", ["0.118.0"]],
  ["latest", ["9999.0.0"]],
  [undefined, ["9999.0.0"]],
])("the version %s is exactly one release", (version, releases) => {
  expect(possibleReleases(version)).toEqual(releases);
});

it.each(["next", "git+https://github.com/openai/codex.git", "$(cat .codex-version)"])(
  "the version %s may be any release",
  (version) => {
    const releases = possibleReleases(version);
    expect(releases[0]).toBe("9999.0.0");
    expect(releases).toEqual(expect.arrayContaining(["0.169.0", "0.118.0", "0.98.0"]));
    expect(releases).not.toContain("0.97.0");
  },
);

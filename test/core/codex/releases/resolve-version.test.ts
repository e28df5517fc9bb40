import { expect, it } from "vitest";
import {
  codexRelease,
  PUBLISHED_RELEASES,
  resolveVersion,
} from "../../../../packages/core/src/codex/releases/index.js";

it.each([
  ["0.118.0", "0.118.0"],
  ["v0.118.0", "0.118.0"],
  ["=0.118.0", "0.118.0"],
  [" 0.118.0 ", "0.118.0"],
  ["0.121.0-linux-x64", "0.121.0-linux-x64"],
  ["0.118", "0.118.0"],
  ["~0.118.0", "0.118.0"],
  ["^0.118", "0.118.0"],
  ["^0.142.1", "0.142.5"],
  ["0.142.x", "0.142.5"],
  ["<0.120", "0.118.0"],
  [">=0.110 <0.118", "0.117.0"],
  ["0.117 || 0.118", "0.118.0"],
  ["0.116.0 - 0.118.0", "0.118.0"],
])("%s resolves to %s", (specifier, version) => {
  expect(resolveVersion(specifier)).toEqual({ kind: "exact", version });
});

it.each(["", "latest", "*", "x", ">=0.118", "0", ">0.120.0", "^0.169"])(
  "%s resolves to the newest release",
  (specifier) => {
    expect(resolveVersion(specifier)).toEqual({ kind: "newest" });
  },
);

it.each([
  "alpha",
  "next",
  "gpt-5.1-codex-mini",
  "${VERSION}",
  "$(cat .codex-version)",
  "git+https://github.com/openai/codex.git#v0.118.0",
  "https://example.com/codex-0.118.0.tgz",
  "./codex.tgz",
  "file:../codex",
  "github:openai/codex",
  "<0.1",
])("%s resolves to an unknown release", (specifier) => {
  expect(resolveVersion(specifier)).toEqual({ kind: "unknown" });
});

it("codexRelease resolves a range, a prerelease, and a tag", () => {
  expect(codexRelease("~0.118.0")).toBe("0.118.0");
  expect(codexRelease("0.121.0-alpha.2")).toBe("0.121.0");
  expect(codexRelease("latest")).toBe("9999.0.0");
});

it("the published releases are sorted", () => {
  const order = PUBLISHED_RELEASES.map((release) =>
    release
      .split(".")
      .map((part) => part.padStart(4, "0"))
      .join("."),
  );
  expect(order).toEqual([...order].sort());
});

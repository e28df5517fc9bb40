import { describe, expect, it } from "vitest";
import { sourceHashPairs } from "../../recordings/source-hashes.js";

const pairs = sourceHashPairs();

/** Hashes that compilers stored in lock files of public repositories. */
describe("sources and lock files in public repositories", () => {
  it("include at least 20 different pairs from at least 5 compilers", () => {
    expect(new Set(pairs.map(({ repository, path }) => `${repository}/${path}`)).size).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThanOrEqual(20);
    expect(new Set(pairs.map(({ compiler }) => compiler)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(pairs)("have the same hash: $repository $path ($compiler)", (pair) => {
    expect(pair.computed).toBe(pair.stored);
    expect(pair.stored).toMatch(/^[0-9a-f]{64}$/u);
    expect(pair.commit).toMatch(/^[0-9a-f]{40}$/u);
    expect(pair.lockPath).toBe(pair.path.replace(/\.md$/u, ".lock.yml"));
  });
});

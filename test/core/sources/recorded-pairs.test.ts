import { describe, expect, it } from "vitest";
import { sourceHashPairs } from "../../recordings/source-hashes.js";

const pairs = sourceHashPairs();

/** What every compiler that stores a hash agrees on, as found in public repositories. */
describe("sources and lock files in public repositories", () => {
  it("are at least 20 pairs of at least 5 compilers", () => {
    expect(new Set(pairs.map(({ repository, path }) => `${repository}/${path}`)).size).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThanOrEqual(20);
    expect(new Set(pairs.map(({ compiler }) => compiler)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(pairs)("$repository $path ($compiler) hashes to what its lock file says", (pair) => {
    expect(pair.computed).toBe(pair.stored);
    expect(pair.stored).toMatch(/^[0-9a-f]{64}$/u);
    expect(pair.commit).toMatch(/^[0-9a-f]{40}$/u);
    expect(pair.lockPath).toBe(pair.path.replace(/\.md$/u, ".lock.yml"));
  });
});

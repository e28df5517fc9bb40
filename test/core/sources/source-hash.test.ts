import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bodyHash,
  HASH_ALGORITHMS,
  hashedJson,
  hashOf,
  type HashAlgorithm,
  type SourceFile,
} from "../../../packages/core/src/sources/source-hash.js";
import { repositoryOf } from "../../support/repository.js";

const older: HashAlgorithm = {
  imports: "plain",
  escapesHtml: false,
  inlinesBody: true,
  importedBodies: "none",
};
const newer: HashAlgorithm = { ...older, imports: "uses", importedBodies: "repository" };

/** A source in a repository; `files` are paths below `.github/workflows`. */
function source(text: string, files: Readonly<Record<string, string>> = {}): SourceFile {
  const paths = Object.entries(files).map(([name, file]) => [`/repo/.github/workflows/${name}`, file]);
  return {
    path: "/repo/.github/workflows/test.md",
    text,
    repository: repositoryOf(Object.fromEntries(paths) as Record<string, string>),
  };
}

function hash(file: SourceFile, algorithm: HashAlgorithm = older): string | undefined {
  const json = hashedJson(file, algorithm);
  return json === undefined ? undefined : hashOf(json);
}

function json(file: SourceFile, algorithm: HashAlgorithm = older): unknown {
  return JSON.parse(hashedJson(file, algorithm) ?? "null");
}

/* From a public Go project that computes the hash itself (`ghOriginalHash`). */
it("a source's hash equals that of another implementation", () => {
  const text =
    "---\nname: Independent review\non: pull_request\ndescription: Original policy\nsteps:\n  - name: Load policy\n    run: echo old-policy\n---\nReview the change.\n";
  expect(hash(source(text))).toBe("25f559ca4eb71fc8fc48959f329c0325090b22bbc7905c2b7a0fdc85b2c7023c");
});

/* Normative vectors of upstream's frontmatter-hash-specification 1.0: FH-TV-* and FH-BFS-*. */
describe("the test vectors of the specification", () => {
  it.each([
    [
      "FH-TV-001",
      "---\n---\n\n# Empty Workflow\n",
      "4c8309afbcf816cd80c0824dce2b50047834b29e14b34b96953e88ae81048c46",
    ],
    [
      "FH-TV-002",
      "---\nengine: copilot\ndescription: Test workflow\non:\n  schedule: daily\n---\n\n# Test Workflow\n",
      "b9def9907e3328e2e03e8c47c315723df39788f251627313b1a984bb61b9cbce",
    ],
    [
      "FH-TV-003",
      "---\nengine: claude\ndescription: Complex workflow\ntracker-id: complex-test\ntimeout-minutes: 30\non:\n  schedule: daily\n  workflow_dispatch: true\npermissions:\n  contents: read\n  actions: read\ntools:\n  playwright:\n    version: v1.41.0\nlabels:\n  - test\n  - complex\nbots:\n  - copilot\n---\n\n# Complex Workflow\n",
      "8c63a05ef42cbfaff9be87a06257282cb4dcb952f71481d9d65ec3037003dbe8",
    ],
  ])("%s: a file without imports", (_name, text, expected) => {
    for (const algorithm of HASH_ALGORITHMS) expect(hash(source(text), algorithm)).toBe(expected);
  });

  it("FH-BFS-002: one import", () => {
    const file = source("---\nengine: copilot\nimports:\n  - ./helper.md\n---\n", {
      "helper.md": "---\ndescription: Helper agent\n---\n",
    });
    expect(hash(file)).toBe("3946bb0dc0698a31e37a1efc7012071939db1be2c8365f12f8a240bc01ba2e9e");
  });

  it("FH-BFS-003: a file that two others import", () => {
    const file = source("---\nengine: copilot\nimports:\n  - ./a.md\n  - ./b.md\n---\n", {
      "a.md": "---\ndescription: Agent A\nimports:\n  - ./shared.md\n---\n",
      "b.md": "---\ndescription: Agent B\nimports:\n  - ./shared.md\n---\n",
      "shared.md": "---\ndescription: Shared helper\n---\n",
    });
    expect(hash(file)).toBe("13f1c69f5761454beac63c7dc259fa212f020d3dab9e0dd04d2e1bdcc242b108");
  });

  it("FH-TV-NEG-001: more than 1 MiB of front matter", () => {
    const [most, more] = [1_048_576, 1_048_577].map((size) =>
      source(`---\n${"é".repeat(size / 2)}${"a".repeat(size % 2)}\n---\n`),
    );
    expect(hash(most!)).toMatch(/^[0-9a-f]{64}$/);
    expect(hash(more!)).toBeUndefined();
  });
});

it("hashOf gives the same SHA-256 hash as Node for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(hashOf(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    }),
  );
});

describe("the hashed JSON", () => {
  it("contains `- uses:` and `- path:` imports only for newer compilers", () => {
    const file = source(
      "---\non: push\nimports:\n  - uses: 'shared/a.md'\n    with:\n      x: 1\n  - path: shared/b.md\n---\n",
      {
        "shared/a.md": "---\na: 1\n---\n",
        "shared/b.md": "---\nb: 1\n---\n",
      },
    );
    expect(json(file, newer)).toMatchObject({
      imports: ["shared/a.md", "shared/b.md"],
      "imported-frontmatters": "a: 1\n---\nb: 1",
    });
    expect(json(file)).not.toHaveProperty("imports");
  });

  it("contains imports from the list `aw`, but no packages", () => {
    const file = source(
      "---\nimports:\n  aw:\n    - b.md\n  apm-packages:\n    - a.md\n    - c.md\non: push\n---\n",
      {
        "a.md": "---\na: 1\n---\n",
        "b.md": "---\nb: 1\n---\n",
        "c.md": "---\nc: 1\n---\n",
      },
    );
    expect(json(file)).toMatchObject({ imports: ["b.md"] });
  });

  it("contains each expression that reads `vars` or `env` once", () => {
    const body = "${{ vars.B }} ${{ github.actor }} ${{ env.A }} ${{ vars.B }} ${{ env.\nC }} ${{ vars.D";
    expect(json(source(`---\non: push\n---\n${body}`))).toMatchObject({
      "template-expressions": ["${{ env.A }}", "${{ vars.B }}"],
    });
  });

  it("contains expressions of imported bodies only for newer compilers", () => {
    const file = source(
      "---\non: push\nimports: \n  - shared/a.md\n---\n{{#runtime-import shared/b.md:2-2}} {{#import? shared/none.md}}",
      {
        "shared/a.md": "---\na: 1\n---\n${{ github.actor }}",
        "shared/b.md": "${{ github.a }}\n${{ github.b }}\n${{ github.c }}",
      },
    );
    expect(json(file, newer)).toMatchObject({
      "template-expressions": ["${{ github.actor }}", "${{ github.b }}"],
    });
    expect(json(file)).not.toHaveProperty("template-expressions");
  });

  it("contains the whole body with `inlined-imports: true`", () => {
    expect(json(source("---\non: push\ninlined-imports: true\n---\n\nBody ${{ env.A }}\n"))).toEqual({
      "frontmatter-text": "on: push\ninlined-imports: true",
      "body-text": "Body ${{ env.A }}",
    });
  });

  it("is escaped the way Go does it", () => {
    const file = source("---\nif: a && b < c\u2028\n---\n");
    expect(hashedJson(file, older)).toBe('{"frontmatter-text":"if: a && b < c"}');
    expect(hashedJson({ ...file, text: "---\na: \u2028b <\n---\n" }, { ...older, escapesHtml: true })).toBe(
      '{"frontmatter-text":"a: \\u2028b \\u003c"}',
    );
  });

  it("is the same with Windows line endings", () => {
    const text = "---\non: push\nimports:\n  - a.md\n---\n\n${{ env.A }}\n";
    const files = { "a.md": "---\na: 1\nb: 2\n---\n" };
    const windows = source(text.replaceAll("\n", "\r\n"), { "a.md": files["a.md"].replaceAll("\n", "\r\n") });
    for (const algorithm of HASH_ALGORITHMS) {
      expect(hash(windows, algorithm)).toBe(hash(source(text, files), algorithm));
    }
    expect(bodyHash(windows, "plain")).toBe(bodyHash(source(text, files), "plain"));
  });

  it("is undefined if the front matter is not closed", () => {
    expect(hash(source("---\non: push\n"))).toBeUndefined();
  });

  it("contains imports that import each other once", () => {
    const file = source("---\nimports:\n  - a.md\n---\n{{#import a.md}}", {
      "a.md": "---\nimports:\n  - b.md\n---\n{{#import a.md}}",
      "b.md": "---\nimports:\n  - a.md\n---\n",
    });
    expect(json(file, newer)).toMatchObject({ imports: ["a.md", "b.md"] });
  });
});

it("every change of a byte in an import's front matter changes every algorithm's hash", () => {
  const text = "---\non: push\nimports:\n  - a.md\n---\n";
  const imported = "---\na: 1\nb: <\n---\n";
  const before = HASH_ALGORITHMS.map((algorithm) => hash(source(text, { "a.md": imported }), algorithm));
  for (let index = 4; index < imported.length - 5; index++) {
    const changed = `${imported.slice(0, index)}x${imported.slice(index + 1)}`;
    const after = HASH_ALGORITHMS.map((algorithm) => hash(source(text, { "a.md": changed }), algorithm));
    expect(after.filter((value) => before.includes(value))).toEqual([]);
  }
});

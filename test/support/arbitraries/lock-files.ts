import fc from "fast-check";
import { generations, type Compiler } from "../generations.js";
import { lockFile, type LockFile } from "../lock-file.js";
import { command } from "../steps.js";
import { byteOrderMark, withCrlf } from "../workflow.js";
import { codexConfig } from "./codex-config.js";

const compilers = Object.keys(generations) as Compiler[];

const execute: fc.Arbitrary<LockFile["execute"]> = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 4 },
  {
    arbitrary: fc.record(
      {
        codex: fc.constantFrom(
          ...[command.plain, command.modelBefore, command.harness],
          `codex -c model_provider=openai exec "$INSTRUCTION"`,
          `codex exec -c 'model_providers.x={base_url="http://172.30.0.30:10000"}' x`,
        ),
        proxy: fc.constantFrom("none", "flag", "json"),
        wrapper: fc.constantFrom("sudo", "rootless", "retries"),
        env: fc.dictionary(
          fc.constantFrom("A", "GH_AW_MODEL_AGENT_CODEX"),
          fc.constantFrom("x", "a 'b'", ""),
        ),
      },
      { requiredKeys: [] },
    ),
    weight: 1,
  },
);

const provider = fc.record(
  {
    base_url: fc.constantFrom("http://172.30.0.30:10000", "https://api.openai.com/v1", "$NONE"),
    env_key: fc.constantFrom("CODEX_API_KEY", "UNSET"),
    name: fc.constantFrom("OpenAI AWF proxy", "", `"'\\é😀`),
    supports_websockets: fc.boolean(),
  },
  { requiredKeys: [] },
);

const defaults = fc.record(
  {
    history: fc.constant({ persistence: "none" }),
    model_provider: fc.constantFrom("openai-proxy", "openai", "missing"),
    model_providers: fc.dictionary(fc.constantFrom("openai-proxy", "other"), provider, { maxKeys: 2 }),
  },
  { requiredKeys: [] },
);

/** Properties in which lock files differ, for each generation; small files, so that thousands can be linted. */
const lockFileOptions: fc.Arbitrary<LockFile> = fc.record(
  {
    compiler: fc.constantFrom(...compilers),
    codex: fc.constantFrom("0.98.0", "0.121.0", "0.125.0", "0.159.3", "latest", undefined),
    awf: fc.constantFrom("v0.25.18", "v0.25.28", "v0.27.7", "v0.28.31", undefined),
    toml: codexConfig,
    detectionToml: codexConfig,
    defaults,
    execute,
    header: fc.boolean(),
    detection: fc.boolean(),
  },
  { requiredKeys: ["compiler"] },
) as fc.Arbitrary<LockFile>;

/** YAML that people may write, but not the compiler. */
const dress: fc.Arbitrary<(text: string) => string> = fc.constantFrom(
  (text) => text,
  (text) => text,
  withCrlf,
  (text) => byteOrderMark + text,
  (text) => text.replaceAll("      - name:", "      # a comment\n      - name:"),
  (text) =>
    text.replace("jobs:\n", "env: &env { A: b } # why\njobs:\n").replaceAll("  env:\n", "  env: # why\n"),
  (text) => text.replaceAll("    runs-on: ubuntu-latest\n", "    env: &e\n      A: '1'\n    runs-on: &r x\n"),
  (text) => text.trimEnd(),
  (text) => text.replaceAll("run: |\n", "run: |-\n"),
  (text) => text.replaceAll("run: |\n", "run: |+ # keep\n"),
);

/** A lock file as a compiler writes it, or similar. Codex may accept or reject its configuration. */
export const lockFiles: fc.Arbitrary<string> = fc
  .tuple(lockFileOptions, dress)
  .map(([options, change]) => change(lockFile(options)));

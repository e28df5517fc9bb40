import { describe, expect, test } from "vitest";
import { install, job, start } from "../../support/job.js";
import { outcomes } from "../../support/outcomes.js";

test("the keys of an associative array are several words in an order that is not known", () => {
  const lines = [
    "mkdir -p ~/.codex",
    "declare -A keys=([name]=p [base_url]=http://172.30.0.30:10000)",
    "{ echo 'model_provider = \"p\"'; echo '[model_providers.p]'",
    'for key in "${!keys[@]}"; do echo "$key = \\"${keys[$key]}\\""; done; } > ~/.codex/config.toml',
  ];
  const run = `- run: |\n${lines.map((line) => `    ${line}`).join("\n")}`;
  expect(outcomes(job([], install, run, start))).toEqual(["undetermined undeterminedFile"]);
});

describe("getopts", () => {
  const setup = (options: string, words: string): string => `- run: |
    version=latest; url=
    configure() {
      local OPTIND opt
      while getopts "${options}" opt; do
        case "$opt" in
          v) version=$OPTARG ;;
          u) url=$OPTARG ;;
          q) ;;
          *) return 2 ;;
        esac
      done
      shift $((OPTIND - 1))
      npm i -g "@openai/codex@$version"
      mkdir -p ~/.codex
      printf 'model_provider = "p"\\n[model_providers.p]\\nname = "%s"\\nbase_url = "%s"\\n' "$1" "$url" > ~/.codex/config.toml
    }
    configure ${words}`;

  test.each([
    ["-v 0.121.0 -u http://172.30.0.30:10000 name", []],
    ["-qv0.121.0 -uhttp://172.30.0.30:10000 -- name", []],
    ["-v 0.121.0 -q -u https://api.openai.com/v1 name", ["direct baseUrlDirect"]],
    ["-v 0.110.0 -u https://api.openai.com/v1 name", []],
    ["-v 0.121.0 -u http://172.30.0.30:10000 -x name", []],
  ])("%s", (words, expected) => {
    expect(outcomes(job([], setup("v:u:q", words), start))).toEqual(expected);
  });

  test("with words that are not known is not followed", () => {
    const words = '"$(./options)" -u https://api.openai.com/v1 name';
    expect(outcomes(job([], "- uses: actions/checkout@v4", setup("v:u:q", words), start))).toEqual([
      "undetermined undeterminedValue",
    ]);
  });
});

test("a variable may stand for another one", () => {
  const text =
    'model_provider=\\"p\\"\\n[model_providers.p]\\nname=\\"p\\"\\nbase_url=\\"http://172.30.0.30:10000\\"';
  const emits = (assigns: string): string => `- run: |
    emit() { local -n out=$1; ${assigns}; }
    emit config
    mkdir -p ~/.codex
    printf "\${config[*]}" > ~/.codex/config.toml`;
  expect(outcomes(job([], install, emits(`out="${text}"`), start))).toEqual([]);
  expect(outcomes(job([], install, emits(`out=("${text}")`), start))).toEqual([]);
  expect(outcomes(job([], install, emits(`out[0]="${text}"`), start))).toEqual([]);
  expect(outcomes(job([], install, emits(`out=none; echo "$out"`), start))).toEqual(["refused invalidToml"]);
});

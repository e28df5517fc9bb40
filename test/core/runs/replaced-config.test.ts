import { describe, expect, test } from "vitest";
import { install, script, start } from "../../support/job.js";
import { outcomesWithHome, withoutProvider } from "../../support/prepared-home.js";
import { provider } from "../../support/toml.js";

const checkout = "- uses: actions/checkout@v4";
const undetermined = [expect.stringMatching("^undetermined ")];

/** The outcomes if these script lines replace a configuration without a provider, with `in.toml` or otherwise. */
function replacedBy(...lines: readonly string[]): readonly string[] {
  const config = provider("http://172.30.0.30:10000").trimEnd().split("\n");
  const input = script("cat > in.toml << EOF", ...config, "EOF");
  return outcomesWithHome(install, withoutProvider, input, script(...lines), start);
}

describe("a configuration is replaced", () => {
  test.each([
    ["by `trap ... ERR`", `trap 'cp in.toml "$CODEX_HOME/config.toml"' ERR`, "set +e", "false", "true"],
    ["by `trap ... DEBUG`", `trap 'cp in.toml "$CODEX_HOME/config.toml"' DEBUG`, "true"],
    ["by the content of a folder", "mkdir d; mv in.toml d/config.toml", 'cp -r d/. "$CODEX_HOME"'],
    [
      "by the content of a folder, as a whole",
      "mkdir d; mv in.toml d/config.toml",
      "rm -r $CODEX_HOME; cp -r d/. $CODEX_HOME",
    ],
  ])("%s", (_, ...lines) => {
    expect(replacedBy(...lines)).toEqual([]);
  });

  test("by `trap ... ERR`, but not if no command fails", () => {
    const trap = `trap 'cp in.toml "$CODEX_HOME/config.toml"' ERR`;
    expect(replacedBy(trap, "false || true", "if false; then :; fi")).toEqual(["direct noProvider"]);
    expect(replacedBy(trap, "set +e", "curl https://example.com", "true")).toEqual([
      "undetermined undeterminedFile",
    ]);
  });

  test.each([
    ["by the commands of `>(...)`", `tee >(cat > "$CODEX_HOME/config.toml") < in.toml`, "sleep 1"],
    ["by a coprocess", `coproc { cat > "$CODEX_HOME/config.toml"; }`, "cat in.toml >&${COPROC[1]}"],
    ["through `<>`", `exec 3<> "$CODEX_HOME/config.toml"`, "cat in.toml >&3"],
    [
      "by `cp --parents`",
      "mkdir -p x/home; cp in.toml x/home/config.toml; cd x; cp --parents home/config.toml /tmp",
    ],
    ["by `trap ... USR1`", `trap 'cp in.toml "$CODEX_HOME/config.toml"' USR1`, "kill -USR1 $$"],
    ["by `trap ... RETURN`", "set -T", `trap 'cp in.toml "$CODEX_HOME/config.toml"' RETURN`, "f() { :; }; f"],
    ["by a program that `sed` runs", "sed -n '1e cp in.toml /tmp/home/config.toml' in.toml"],
    ["by a program that `tar` runs", "tar -xf x.tar --to-command='cat > /tmp/home/config.toml'"],
    ["by a program that `find` runs", "find . -name in.toml -execdir cp {} /tmp/home/config.toml ';'"],
    ["by `find -fprintf`", `find . -name in.toml -fprintf "$CODEX_HOME/config.toml" 'x'`],
    ["by an alias of Git", "git -c alias.cfg='!cp in.toml /tmp/home/config.toml' cfg"],
    ["by `git diff --output`", 'git diff --output="$CODEX_HOME/config.toml"'],
    ["by `sort -n -o`", 'sort -n -o "$CODEX_HOME/config.toml" in.toml'],
    ["by `uniq`", 'uniq in.toml "$CODEX_HOME/config.toml"'],
    ["by OpenSSL", 'openssl base64 -d -in in.toml -out "$CODEX_HOME/config.toml"'],
    ["by an interactive shell", "echo 'cp in.toml /tmp/home/config.toml' > ~/.bashrc", "bash -ic true"],
    [
      "by Git with `CODEX_HOME` as its work tree",
      'git --work-tree="$CODEX_HOME" checkout main -- config.toml',
    ],
  ])("%s, which makes the run undetermined", (_, ...lines) => {
    expect(replacedBy(...lines)).toEqual(undetermined);
  });

  test("in a folder that a file of the checkout may name, which makes the run undetermined", () => {
    const exports = `- run: cat .github/agent.env >> "$GITHUB_ENV"`;
    const others = "- run: |\n    mkdir -p /tmp/other\n    touch /tmp/other/x";
    expect(outcomesWithHome(install, checkout, withoutProvider, exports, others, start)).toEqual(
      undetermined,
    );
  });

  test("by the content of a folder of the checkout, which makes the run undetermined", () => {
    const copies = `- run: cp -r .github/codex/. "$CODEX_HOME"`;
    expect(outcomesWithHome(install, checkout, withoutProvider, copies, start)).toEqual(undetermined);
  });
});

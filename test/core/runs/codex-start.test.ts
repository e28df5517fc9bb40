import { findCodexRuns, parseWorkflow } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { runsOf } from "./runs-of.js";

const awf = "awf --enable-api-proxy --";

describe("a Codex run", () => {
  test.each([
    ["plain", `${awf} codex exec "$PROMPT"`],
    ["with options before `exec`", `${awf} codex -c a=b --model x exec "$PROMPT"`],
    ["by its short name", `${awf} codex --oss -c a=b e x`],
    ["with a path", `sudo -E /usr/local/bin/awf --enable-api-proxy --env-all -- /usr/bin/codex exec x`],
    ["in a single argument", `${awf} 'cd /x && codex exec y'`],
    ["in a script", `${awf} /bin/bash -c 'set -e; codex exec x 2>&1 | tee log'`],
    ["in a script in double quotes", `${awf} bash -lc "codex exec \\"\\$PROMPT\\""`],
    ["in a script in a script", `bash -c '${awf} bash -c "codex exec x"'`],
    ["with a conditional option", `${awf} bash -c 'codex \${M:+-c model="$M" }exec x'`],
    ["with a conditional option joined to `exec`", `${awf} bash -c 'codex exec\${M:+ --model "$M"} x'`],
    [
      "through its harness",
      `${awf} bash -c '"$NODE" \${RUNNER_TEMP}/gh-aw/actions/codex_harness.cjs codex exec x'`,
    ],
    ["after `env` and `timeout`", `${awf} env A=b timeout -k 5 60 codex exec x`],
    [
      "through a retry script",
      `A=b \\\nbash "\${RUNNER_TEMP}/run_awf_with_startup_retries.sh" -- \\\n  awf --enable-api-proxy --env-all -- codex exec x`,
    ],
    [
      "through a retry script and `sudo`",
      `bash /x/run_awf_with_startup_retries.sh -- sudo -E ${awf} codex exec x`,
    ],
    ["in a loop", `for i in 1 2 3; do ${awf} codex exec x && break; done`],
    ["in the condition of a loop", `until ${awf} codex exec x; do sleep 1; done`],
    ["through a function", `retry() { "$@"; }\nretry ${awf} bash -c 'codex exec "$P"'`],
    ["with a prompt that looks like an option", `${awf} codex exec -- --help`],
    ["for a review", `${awf} codex review --base origin/main`],
    ["for a review with options", `${awf} codex -c a=b review --title exec -c c=d "$PROMPT"`],
    ["through npx", `${awf} npx -y @openai/codex@0.121.0 exec x`],
    ["of threat-detect", `${awf} threat-detect --engine codex --output x y`],
    ["of threat-detect, with an equals sign", `${awf} threat-detect --engine=codex y`],
    [
      "of threat-detect, through an array",
      `${awf} bash -c 'args=(--engine codex); [ -n "$M" ] && args+=(--model "$M"); "\${T}/threat-detect" "\${args[@]}" y'`,
    ],
    ["without `--`", `awf --enable-api-proxy --allow-domains x codex exec y`],
    ["under a condition", `if [ -f /x ]; then ${awf} codex exec x; else echo no; fi`],
    ["in a function", `run() { ${awf} codex exec x; }\nrun`],
  ])("is found: %s", (_, script) => {
    expect(runsOf(script)).toHaveLength(1);
  });

  test.each([
    ["outside AWF", `codex exec x`],
    ["that is an argument of another command", `${awf} echo codex exec x`],
    ["through a script that only resembles the harness", `${awf} node my_codex_harness.cjs codex exec x`],
    ["of another program with an engine", `${awf} detect --engine codex x`],
    ["whose subcommand is an option's value", `${awf} codex -m exec --oss`],
    ["after the end of AWF's command", `awf --enable-api-proxy --env-all -- export A=b && codex exec x`],
    ["that is only installed", `${awf} npm install -g @openai/codex@0.121.0`],
    ["that only logs in", `${awf} codex login --with-api-key`],
    ["that only prints its help", `${awf} codex exec --help`],
    ["that only prints its help, with a short option", `${awf} codex exec -h`],
    ["that only prints its version", `${awf} codex --version exec`],
    ["that only prints its version, with a short option", `${awf} codex -V exec hi`],
    ["that is interactive, because `exec` counts as an image", `${awf} codex -i a.png exec "$PROMPT"`],
    ["that is another engine's", `${awf} bash -c 'claude -p "use codex exec"'`],
    ["of threat-detect with another engine", `${awf} threat-detect --engine copilot codex`],
    ["in a comment", `# ${awf} codex exec x\necho done`],
    ["in a here-document", `cat > prompt.txt << 'EOF'\n${awf} codex exec x\nEOF`],
    [
      "in a list of domains or models",
      `awf --allow-domains codex.example,codex --model codex -- claude -p x`,
    ],
    ["of AWF's logs", `awf logs summary codex exec`],
    ["that is only looked for", `command -v awf --env-all -- codex exec; which codex exec`],
    ["after the script's end", `exit 0\n${awf} codex exec x`],
  ])("is not found: %s", (_, script) => {
    expect(runsOf(script)).toEqual([]);
  });

  test("is found if a wrapper starts it and the step sets `CODEX_HOME`", () => {
    const script = `${awf.replace(" --", " --env-all --")} bash -c 'export A=b && /opt/my-codex exec "$PROMPT"'`;
    expect(runsOf(script)).toEqual([]);
    expect(runsOf(script, { CODEX_HOME: "/x" })).toMatchObject([
      { starter: "wrapper", configPath: "/x/config.toml" },
    ]);
    expect(runsOf(`${awf} claude -p x`, { CODEX_HOME: "/x" })).toEqual([]);
    expect(runsOf(`${awf} codex --version`, { CODEX_HOME: "/x" })).toEqual([]);
    expect(runsOf(`${awf} bash -c 'codex login --with-api-key'`, { CODEX_HOME: "/x" })).toEqual([]);
    expect(runsOf(`${awf} threat-detect --engine claude`, { CODEX_HOME: "/x" })).toEqual([]);
  });

  test.each([
    ["another program", "/opt/my-codex exec"],
    ["another program with an engine's name as argument", "/opt/run claude"],
    ["a script", "bash /opt/run.sh"],
    ["a program with an option like Bash's", "/opt/run -c x"],
    ["Codex's harness", "node /x/codex_harness.cjs x"],
    ["Codex without arguments", "codex"],
    ["another subcommand", "codex helpful"],
    ["a program after commands that prepare it", "bash -c 'mkdir /x; cd /x; ./run; ls'"],
  ])("is assumed in a step with `CODEX_HOME` that starts %s", (_, command) => {
    expect(runsOf(`${awf} ${command}`, { CODEX_HOME: "/x" })).toMatchObject([{ starter: "wrapper" }]);
  });

  test.each([
    ["another engine", "/usr/bin/claude -p x"],
    ["another engine's harness", "node /x/claude_harness.cjs x"],
    ["another engine after a program", "bash -c '/opt/tool; claude -p x; /opt/tool'"],
    ["small tools", "bash -c 'mkdir /x; echo y | tee /z'"],
    ["a shell that does nothing", "sh -c 'true'"],
    ["Codex's help", "codex help"],
    ["threat detection with another engine", "bash -c 'threat-detect --engine claude; /opt/tool'"],
  ])("is not assumed in a step with `CODEX_HOME` that starts %s", (_, command) => {
    expect(runsOf(`${awf} ${command}`, { CODEX_HOME: "/x" })).toEqual([]);
  });

  test("is the direct call if the same step also has a wrapper", () => {
    const script = `${awf} bash -c '/opt/tool; codex exec x; /opt/tool'`;
    expect(runsOf(script, { CODEX_HOME: "/x" })).toMatchObject([{ starter: "codex" }]);
    expect(runsOf(`${awf} threat-detect --engine codex x`)).toMatchObject([
      { starter: "threat-detect", args: [] },
    ]);
  });

  test("counts once in a loop, or has a way for each iteration that differs", () => {
    const loop = (values: string, script: string): number => {
      const [run] = runsOf(`mkdir -p ~/.codex; for i in ${values}; do ${script}; done`);
      return run ? Math.max(1, run.ways.length) : 0;
    };
    expect(loop("1 2", `${awf} codex exec x`)).toBe(1);
    expect(loop("1 2", `${awf} codex exec $i`)).toBe(2);
    expect(loop("/1 /2", `CODEX_HOME=$i ${awf.replace(" --", " --env-all --")} codex exec x`)).toBe(2);
    expect(loop("1 2", `npm i @openai/codex@0.12$i.0; ${awf} codex exec x`)).toBe(2);
    expect(loop("1 2", `echo "[a$i]" > ~/.codex/config.toml; ${awf} codex exec x`)).toBe(2);
    expect(runsOf(`${awf} codex exec x\n${awf} codex exec x`)).toHaveLength(2);
    expect(runsOf([`${awf} codex exec x`, `${awf} codex exec x`])).toHaveLength(2);
  });

  test("points to the word that starts Codex", () => {
    const text = `jobs:\n  a:\n    steps:\n      - run: "${awf} bash -c 'codex exec \\"x\\"'"\n`;
    const [run] = findCodexRuns(parseWorkflow(text));
    expect(text.slice(run?.span.start, run?.span.end)).toBe("codex");
    expect(run?.span.start).toBe(text.indexOf("codex exec"));
  });

  test("is not found in a step that never runs, or whose shell is not Bash", () => {
    const step = (more: string): string =>
      `jobs:\n  a:\n    steps:\n      - run: ${awf} codex exec x\n        ${more}\n`;
    expect(findCodexRuns(parseWorkflow(step("name: b")))).toHaveLength(1);
    expect(findCodexRuns(parseWorkflow(step("if: false")))).toEqual([]);
    expect(findCodexRuns(parseWorkflow(step("if: ${{ false }}")))).toEqual([]);
    expect(findCodexRuns(parseWorkflow(step('if: " false "')))).toEqual([]);
    expect(findCodexRuns(parseWorkflow(step("if: always() || false")))).toHaveLength(1);
    expect(findCodexRuns(parseWorkflow(step("if: false || always()")))).toHaveLength(1);
    expect(findCodexRuns(parseWorkflow(step("if: ${{ falsehood }}")))).toHaveLength(1);
    expect(findCodexRuns(parseWorkflow(step("shell: sh")))).toHaveLength(1);
    expect(findCodexRuns(parseWorkflow(step("shell: sudo  -E  bash  {0}")))).toHaveLength(1);
    expect(findCodexRuns(parseWorkflow(step("shell: pwsh")))).toEqual([]);
    expect(findCodexRuns(parseWorkflow(step("if: ${{  false  }}")))).toEqual([]);
    expect(findCodexRuns(parseWorkflow(step("shell: bash --noprofile {0}")))).toHaveLength(1);
    expect(findCodexRuns(parseWorkflow(step("shell: /bin/bash -e {0}")))).toHaveLength(1);
    const never = step("name: b").replace("    steps:", "    if: false\n    steps:");
    expect(findCodexRuns(parseWorkflow(never))).toEqual([]);
  });
});

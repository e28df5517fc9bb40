import { diagnose } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { history, providerBlock } from "../../support/toml.js";

const outcomes = ["direct", "undetermined", "websocket", "refused", "missingKey", "wrongAddress"] as const;

/** The findings of a hand-written job whose only script writes config.toml and starts Codex. */
function found(script: string, env: Readonly<Record<string, string>> = {}, codex = "0.121.0"): string {
  const variables = Object.entries(env).map(([name, value]) => `\n      ${name}: ${value}`);
  const lines = `npm install -g @openai/codex@${codex}\nmkdir -p ~/.codex\n${script}`.split("\n");
  const text = `on:\n  workflow_dispatch:\n    inputs:\n      extra: { type: string }\njobs:\n  agent:\n    runs-on: ubuntu-latest${
    variables.length > 0 ? `\n    env:${variables.join("")}` : ""
  }\n    steps:\n      - run: |\n${lines.map((line) => `          ${line}`).join("\n")}\n`;
  return diagnose(text, { outcomes })
    .map(({ kind, outcome }) => (outcome === "undetermined" ? outcome : kind))
    .join(" ");
}

const write = (toml: string): string => `cat > ~/.codex/config.toml << EOF\n${toml}EOF\n`;
const start = (args: string): string => `awf --enable-api-proxy -- codex exec ${args}`;

const P = { P: "${{ vars.P }}" };
const flags =
  "-c model_providers.p.name=p -c model_providers.p.base_url=http://172.30.0.30:10000 -c model_providers.p.env_key=OPENAI_API_KEY";

describe("an unknown part of Codex's command line", () => {
  test.each([
    ['-c model_provider="$P" hi', "undetermined"],
    [`-c model_provider="$P" ${flags} hi`, "undetermined"],
    [`-c model_provider=p ${flags} -c model="$P" hi`, ""],
    [`-c model_provider=p ${flags.replace("http://172.30.0.30:10000", '"$P"')} hi`, ""],
    [`-c model_provider=p ${flags.replace("10000", '"$P"')} hi`, ""],
    [`-c model_provider=p ${flags.replace("172.30.0.30", '"$P"')} hi`, ""],
    [`-c model_provider=p ${flags.replace("OPENAI_API_KEY", '"$P"')} hi`, "undetermined"],
    [`-c model_provider=p ${flags} -c sandbox_mode="$P" hi`, ""],
    ['-c model_reasoning_effort="$P" hi', "noProvider"],
    ['-c "$P" hi', "undetermined"],
    ["-c $P hi", "undetermined"],
    ['-c "$P=x" hi', "noProvider"],
    ['--config="model_provider=$P" hi', "undetermined"],
    ['--model "$P" hi', "noProvider"],
    ["$P hi", "undetermined"],
    ['hi "$P"', "undetermined"],
    ['"$P"', "noProvider"],
    ['resume last "$P"', "noProvider"],
    ['--profile "$P" hi', "undefinedProfile"],
    [`-c model_provider=p ${flags} $P hi`, ""],
    ["${{ vars.EXTRA }} hi", "undetermined"],
    ['-c model_provider="${{ vars.P }}" hi', "undetermined"],
    ['-c model="${{ vars.P }}" hi', "noProvider"],
    ['"${{ github.event.issue.title }}"', "noProvider"],
    ['"Look at ${{ github.event.issue.title }}, then $P"', "noProvider"],
  ])("is judged by every value that it may have: %s", (args, kinds) => {
    expect(found(`${write(history)}${start(args)}`, P)).toBe(kinds);
  });

  test("is judged the same way before `exec`", () => {
    const script = (words: string): string => `${write(history)}awf --enable-api-proxy -- codex ${words}`;
    expect(found(script("$P exec hi"), P)).toBe("undetermined");
    expect(found(script('-c model_provider="$P" exec hi'), P)).toBe("undetermined");
    expect(found(script('-c model="$P" exec hi'), P)).toBe("noProvider");
  });
});

describe("an unknown part of config.toml", () => {
  const [selection = "", ...table] = providerBlock.split("\n");
  test.each([
    ["the selected provider", providerBlock.replace('"openai-proxy"', '"$P"'), "undetermined"],
    [
      "the provider's id, in both its selection and its definition",
      providerBlock.replaceAll("openai-proxy", "$P"),
      "",
    ],
    [
      "the provider's id, only in its definition",
      providerBlock.replace("[model_providers.openai-proxy]", "[model_providers.$P]"),
      "undetermined",
    ],
    ["the provider's name", providerBlock.replace(/^name = .*$/m, 'name = "$P"'), ""],
    ["the base URL", providerBlock.replace("http://172.30.0.30:10000", "$P"), ""],
    ["the port of AWF's proxy", providerBlock.replace("10000", "$P"), ""],
    [
      "a path at api.openai.com",
      providerBlock.replace("http://172.30.0.30:10000", "https://api.openai.com/$P"),
      "baseUrlDirect",
    ],
    ["the model", `model = "$P"\n${history}`, "noProvider"],
    ["whether WebSockets are on", providerBlock.replace("= false", "= $P"), ""],
    ["a value of an enumeration", `sandbox_mode = "$P"\n${history}`, "noProvider"],
    ["a number", `${history}max_bytes = $P\n`, "noProvider"],
    ["a boolean", `check_for_update_on_startup = $P\n${history}`, "noProvider"],
    [
      "the name of a server",
      `${history}\n[mcp_servers.$P]\ncommand = "x"\n[mcp_servers.$Q]\ncommand = "y"\n`,
      "noProvider",
    ],
    ["lines at the top", `$P\n${history}`, "undetermined"],
    ["lines below a table", `${history}$P\n`, "noProvider"],
    ["lines below a selection", `${selection}\n${history}$P\n`, "undetermined"],
    ["lines above a working provider", `$P\n${providerBlock}`, ""],
    ["a comment", `# $P\n${history}`, "noProvider"],
    ["a key", `$P = "openai-proxy"\n${table.join("\n")}`, "undetermined"],
    ["a part of the line with a TOML error", `model = $P x\n${history}`, "undetermined"],
    ["a part of a line other than the one with a TOML error", `model = "$P"\n[[[\n`, "invalidToml"],
  ])("is judged by every value that it may have: %s", (_, toml, kinds) => {
    expect(found(`${write(toml)}${start("hi")}`, { ...P, Q: "${{ vars.Q }}" })).toBe(kinds);
  });

  test("equals the same unknown part of the command line", () => {
    const toml = providerBlock.replace("[model_providers.openai-proxy]", "[model_providers.$P]");
    expect(found(`${write(toml)}${start('-c model_provider="$P" hi')}`, P)).toBe("");
  });

  test("does not suppress a finding if Codex ignores config.toml", () => {
    expect(found(`${write("$P\n")}${start("--ignore-user-config hi")}`, P, "0.141.0")).toBe("noProvider");
    expect(found(`${write("$P\n")}${start("hi")}`, P, "0.141.0")).toBe("undetermined");
  });
});

test("the event name is known if the workflow has only one trigger", () => {
  const script = `if [ "$GITHUB_EVENT_NAME" = push ]; then\n${write(providerBlock)}else\n${write(history)}fi\n${start("hi")}`;
  expect(found(script)).toBe("noProvider");
});

describe("a `CODEX_HOME`", () => {
  test.each([
    ["that no step creates is missing", "/tmp/cx", "", "missingHome"],
    ["that a step creates exists", "/tmp/cx", "mkdir -p /tmp/cx\n", "noProvider"],
    ["that the image may contain is undetermined", "/opt/cx", "", "undetermined"],
    ["that is a relative path is undetermined", "cx", "", "undetermined"],
  ])("%s", (_, home, script, kinds) => {
    expect(
      found(`${script}${start("hi").replace("--enable", "--env-all --enable")}`, { CODEX_HOME: home }),
    ).toBe(kinds);
  });
});

describe("a nested script with an unknown part", () => {
  const expression = "${{ vars.P }}";
  test.each([
    [
      `script -qc "awf --enable-api-proxy -- codex exec -c model_provider=${expression} hi" /dev/null`,
      "undetermined",
    ],
    [`script -qc "awf --enable-api-proxy -- codex exec -c model=${expression} hi" /dev/null`, "noProvider"],
    [`eval "awf --enable-api-proxy -- codex exec -c model_provider=$P hi"`, "undetermined"],
    [
      `cat > /tmp/run.sh << EOF\nawf --enable-api-proxy -- codex exec -c model_provider=$P hi\nEOF\nbash /tmp/run.sh`,
      "undetermined",
    ],
    [
      `cat > /tmp/run.sh << EOF\nawf --enable-api-proxy -- codex exec -c model=$P hi\nEOF\nbash /tmp/run.sh`,
      "noProvider",
    ],
  ])("is judged by every value that the part may have: %s", (script, kinds) => {
    expect(found(`${write(history)}${script}`, P)).toBe(kinds);
  });
});

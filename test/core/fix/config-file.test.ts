import { applyEdits, diagnose, type DiagnoseOptions } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fix } from "../../support/fix.js";
import { start, stepWith, write } from "./config-step.js";
import { history, providerBlock } from "../../support/toml.js";

function scriptOf(text: string): string {
  const { jobs } = parse(text) as { jobs: { a: { steps: [{ run: string }] } } };
  return jobs.a.steps[0].run.replace("mkdir -p ~/.codex\n", "").replace(`${start}\n`, "");
}

function fixedScript(script: string, options: DiagnoseOptions = {}): string {
  const text = stepWith(script);
  const fixed = fix(text, options);
  expect(diagnose(fixed, options)).toEqual([]);
  return scriptOf(fixed);
}

describe("the provider block", () => {
  test("is inserted at the top of the here-document", () => {
    expect(fixedScript(write(history))).toBe(write(`${providerBlock}\n${history}`));
  });

  test("is inserted after root keys, which would otherwise become part of its table", () => {
    const keys = '# keys\nmodel = "gpt-5"\n\n';
    expect(fixedScript(write(`${keys}${history}`))).toBe(write(`${keys}${providerBlock}\n${history}`));
    expect(fixedScript(write(keys))).toBe(write(`${keys}\n${providerBlock}`));
  });

  test("is inserted into an empty here-document", () => {
    expect(fixedScript(write(""))).toBe(write(providerBlock));
  });

  test("is escaped for the shell", () => {
    const options: DiagnoseOptions = { providerName: 'a "$X" `b` \\' };
    const name = String.raw`name = "a \"$X\" ` + "`b`" + String.raw` \\"`;
    expect(fixedScript(write(history, "<<", "'EOF'"), options)).toContain(`${name}\n`);
    expect(fixedScript(write(history), options)).toContain(`${name.replace(/[$`\\]/g, "\\$&")}\n`);
    expect(fixedScript(write(`\t${history.trimEnd()}\n\t`, "<<-"), options)).toContain("model_provider");
  });

  test("is inserted into the text of other commands that write the file", () => {
    for (const script of [
      `tee ~/.codex/config.toml << 'EOF' > /dev/null\n${history}EOF\n`,
      `cat << EOF > /tmp/x\n${history}EOF\ncp /tmp/x "$HOME/.codex/config.toml"\n`,
      `cat << EOF > /tmp/x\n${history}EOF\n{ cat /tmp/x; date '+# %s'; } > ~/.codex/config.toml\n`,
      `printf '%s\\n' '${history.trimEnd()}' > ~/.codex/config.toml\n`,
    ]) {
      expect(fixedScript(script)).toContain('model_provider = "openai-proxy"');
    }
  });

  test("also takes effect if the file is overwritten later", () => {
    const text = stepWith(`${write(history)}cat > ~/.codex/config.toml << 'EOF'\n[a]\nb = "c"\nEOF\n`);
    expect(diagnose(text)).toMatchObject([{ kind: "noProvider" }]);
    expect(diagnose(fix(text))).toEqual([]);
  });

  test("is not inserted into a file with unknown content", () => {
    const text = stepWith(
      `${write(history)}curl -o /tmp/config.toml https://example.com\nmv -f /tmp/config.toml ~/.codex/config.toml\n`,
    );
    expect(diagnose(text, { outcomes: ["direct", "undetermined"] })).toMatchObject([
      { outcome: "undetermined", kind: "undeterminedFile" },
    ]);
    expect(fix(text)).toBe(text);
  });

  test("is replaced by flags if gh-aw's filter would drop it", () => {
    const filter = "awk '/skip_openai_proxy/' /a.toml > ~/.codex/config.toml\n";
    const text = stepWith(`${write(history).replace("~/.codex/config.toml", "/a.toml")}${filter}`);
    expect(fix(text)).toContain('exec -c model_provider="openai-proxy" -c ');
    expect(diagnose(fix(text))).toEqual([]);
    const mine = providerBlock.replaceAll("openai-proxy", "mine").replace(/^model_provider.*\n/, "");
    const other = stepWith(
      `${write(mine.replace(/^base_url.*\n/m, "")).replace("~/.codex/config.toml", "/a.toml")}${filter}`,
    ).replace("exec x", "exec -c model_provider=mine x");
    expect(fix(other)).toContain('base_url = "http://172.30.0.30:10000"\n');
  });

  test("leaves comments, blank lines, and line endings unchanged", () => {
    const text = stepWith(write(`# a\n\n${history}\n# b\n`)).replaceAll("\n", "\r\n");
    const added = `          ${`${providerBlock}\n`.trimEnd().replaceAll("\n", "\n          ")}\n\n`
      .replace(/ +\n/g, "\n")
      .replaceAll("\n", "\r\n");
    expect(fix(text)).toBe(text.replace("          [history]", `${added}          [history]`));
  });
});

describe("a misplaced selection", () => {
  const table = providerBlock.slice(providerBlock.indexOf("["));

  test("moves to the top with its comment", () => {
    const line = 'model_provider = "openai-proxy" # why\n';
    expect(fixedScript(write(`${history}  ${line}\n${table}`))).toBe(write(`${line}${history}\n${table}`));
  });

  test("inside an inline table is kept, and repeated at the top", () => {
    const toml = `history = { persistence = "none", model_provider = "openai-proxy" }\n${table}`;
    const [finding] = diagnose(stepWith(write(toml)));
    expect(finding).toMatchObject({ kind: "misplacedSelection", data: { table: "history" } });
    expect(fixedScript(write(toml))).toBe(write(`model_provider = "openai-proxy"\n${toml}`));
    const lines = toml.replace("{", "{\n").replace(", ", ",\n  ").replace(" }", "\n}");
    expect(lines).toContain('\n  model_provider = "openai-proxy"\n}');
    expect(fixedScript(write(lines))).toBe(write(`model_provider = "openai-proxy"\n${lines}`));
  });
});

describe("a provider that is not selected", () => {
  const table = (id: string): string =>
    providerBlock.slice(providerBlock.indexOf("[")).replace("openai-proxy", id);

  test("is selected", () => {
    expect(fixedScript(write(table("mine")))).toBe(write(`model_provider = "mine"\n${table("mine")}`));
  });

  test("is selected instead of the built-in one", () => {
    const toml = `model_provider = "openai"\n${table("mine")}`;
    expect(fixedScript(write(toml))).toBe(write(toml.replace('"openai"', '"mine"')));
  });

  test("is reported and fixed at the flag that selects the built-in one", () => {
    const text = stepWith(write(providerBlock)).replace("exec x", "exec -c model_provider=openai x");
    const [finding] = diagnose(text);
    expect(finding).toMatchObject({ kind: "notSelected", data: { provider: "openai-proxy" } });
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe("model_provider=openai");
    expect(finding?.fix).toHaveLength(1);
    expect(applyEdits(text, finding?.fix ?? [])).toBe(
      text.replace("model_provider=openai ", 'model_provider="openai-proxy" '),
    );
  });

  test("is only suggested if there are several", () => {
    const [finding] = diagnose(stepWith(write(`${table("a")}${table("b")}`)));
    expect(finding?.fix).toBeUndefined();
    expect(finding?.suggestions.map(({ title }) => title)).toEqual([
      "Select model provider `a` in config.toml.",
      "Select model provider `a` on the command line.",
      "Select model provider `b` in config.toml.",
      "Select model provider `b` on the command line.",
    ]);
  });
});

describe("a base URL", () => {
  const toml = (baseUrl: string): string =>
    providerBlock.replace('base_url = "http://172.30.0.30:10000"\n', baseUrl);

  test("that is missing is added below the table's header", () => {
    const [finding] = diagnose(stepWith(write(toml(""))));
    expect(finding).toMatchObject({ kind: "baseUrlMissing", data: { provider: "openai-proxy" } });
    expect(fixedScript(write(toml("")))).toContain(
      '[model_providers.openai-proxy]\nbase_url = "http://172.30.0.30:10000"\n',
    );
    const windows = stepWith(write(toml(""))).replaceAll("\n", "\r\n");
    expect(fix(windows)).toContain(
      '[model_providers.openai-proxy]\r\n          base_url = "http://172.30.0.30:10000"\r\n',
    );
  });

  test("that is missing is set on the command line if no line can be added below the header", () => {
    const flag = '-c model_providers.mine.base_url="http://172.30.0.30:10000"';
    const dotted = 'model_provider = "mine"\nmodel_providers.mine.name = "Mine"\n';
    expect(fix(stepWith(write(dotted)))).toBe(stepWith(write(dotted)).replace("exec x", `exec ${flag} x`));
    const open = stepWith(
      `printf '%s' 'model_provider = "mine"\n[model_providers.mine]' > ~/.codex/config.toml\n`,
    ).replace("exec x", "exec -c model_providers.mine.name=Mine x");
    expect(fix(open)).toBe(open.replace("exec -c", `exec ${flag} -c`));
  });

  test("of OpenAI is replaced, but not the rest of its line", () => {
    const direct = 'base_url   =  "https://api.openai.com/v1"  # x\n';
    const [finding] = diagnose(stepWith(write(toml(direct))));
    expect(finding).toMatchObject({ kind: "baseUrlDirect", data: { baseUrl: "https://api.openai.com/v1" } });
    expect(fixedScript(write(toml(direct)))).toContain('base_url   =  "http://172.30.0.30:10000"  # x\n');
  });

  test("ends in `/v1` for an older AWF, and has Copilot's port for a Copilot model", () => {
    const base = (more: string): string => `${write(history)}${more}`;
    const old = stepWith(base(""))
      .replace("exec x", "exec x")
      .replace("awf --", "awf --image-tag 0.25.24 --env-all --");
    expect(fix(old)).toContain('base_url = "http://172.30.0.30:10000/v1"');
    const copilot = stepWith(base("")).replace("exec x", 'exec --model copilot/gpt-5 "x"');
    expect(fix(copilot)).toContain('base_url = "http://172.30.0.30:10002"');
  });
});

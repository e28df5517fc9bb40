import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { executeCodex, installCodex } from "../../support/steps.js";
import { workflow } from "../../support/workflow.js";
import { at, first, header } from "./first-run.js";

describe("the version of Codex", () => {
  test("comes from the job's own install", () => {
    const text = lockFile({ codex: "0.121.0" });
    const { codex } = first(text);
    expect(codex).toMatchObject({ value: "0.121.0", because: "Job `agent` installs it." });
    expect(at(text, codex.span)).toBe("@openai/codex@0.121.0");
    expect(codex.span?.start).toBe(text.indexOf("@openai/codex"));
  });

  test("comes from another job's install if its own job has none", () => {
    const text = workflow({ header, jobs: { setup: [installCodex("0.130.0")], agent: [executeCodex()] } });
    expect(first(text).codex).toMatchObject({ value: "0.130.0", because: "Job `setup` installs it." });
  });

  test("comes from the package that npx fetches", () => {
    const codex = 'npx @openai/codex@0.125.0 exec "$INSTRUCTION"';
    const text = workflow({ header, jobs: { agent: [installCodex("0.121.0"), executeCodex({ codex })] } });
    const run = first(text);
    expect(run.codex).toMatchObject({ value: "0.125.0", because: "Job `agent` fetches and starts it." });
    expect(at(text, run.codex.span)).toBe("@openai/codex@0.125.0");
  });

  test.each([
    ["latest", "Job `agent` installs it; the version depends on the day of the run."],
    ["${{ vars.CODEX_VERSION }}", "Job `agent` installs it; the version is known only at run time."],
  ])("is shown as %s, but the newest is assumed", (codex, because) => {
    const run = first(lockFile({ codex }));
    expect(run.codex).toMatchObject({ value: codex, because });
    expect(run.unknowns).toContain("The Codex version. The newest is assumed.");
  });

  test("is `latest` if an undeclared input determines it, which is empty", () => {
    expect(first(lockFile({ codex: "${{ inputs.codex }}" })).codex).toMatchObject({
      value: "latest",
      because: "The file names it without a version, so npm takes the newest.",
    });
  });

  test("is unknown if a variable of the repository determines it", () => {
    expect(first(lockFile({ codex: "${{ vars.CODEX }}" })).codex).toMatchObject({
      because: "Job `agent` installs it; the version is known only at run time.",
    });
  });

  test("is `latest` if nothing installs Codex", () => {
    const text = workflow({ header, jobs: { agent: [executeCodex()] } });
    expect(first(text).codex).toEqual({
      value: "latest",
      because: "Nothing in this file installs Codex.",
      span: undefined,
    });
  });
});

describe("the version of AWF", () => {
  test("comes from the install", () => {
    const text = lockFile({ awf: "v0.25.28" });
    const { awf } = first(text);
    expect(awf).toMatchObject({ value: "v0.25.28", because: "Job `agent` installs it." });
    expect(at(text, awf.span)).toBe("v0.25.28");
  });

  test("comes from gh-aw's variable", () => {
    const setup = { name: "Set up", run: "true\ntrue", env: { GH_AW_INFO_AWF_VERSION: "v0.26.0" } };
    const text = workflow({ header, jobs: { activation: [setup], agent: [executeCodex()] } });
    const { awf } = first(text);
    expect(awf).toMatchObject({
      value: "v0.26.0",
      because: "`GH_AW_INFO_AWF_VERSION` in job `activation` names it.",
    });
    expect(at(text, awf.span)).toContain("v0.26.0");
  });

  test("comes from the image's tag, or is unknown without one", () => {
    const text = workflow({ header, jobs: { agent: [executeCodex({ awf: "v0.25.30" })] } });
    const { awf } = first(text);
    expect(awf.because).toBe("The tag of its container image (`--image-tag`) names it.");
    expect(at(text, awf.span)).toBe("0.25.30");
    expect(first(text.replace("--image-tag 0.25.30", "")).awf.value).toBe("unknown");
  });
});

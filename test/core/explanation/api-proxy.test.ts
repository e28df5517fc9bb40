import { describe, expect, test } from "vitest";
import { lockFile } from "../../support/lock-file.js";
import { at, first } from "./first-run.js";

describe("the API proxy", () => {
  test.each([
    ["v0.69.0", "on", "AWF's command line has `--enable-api-proxy`.", "--enable-api-proxy"],
    [
      ...(["v0.71.3", "on"] as const),
      "`apiProxy.enabled` is true in AWF's configuration, `${RUNNER_TEMP}/gh-aw/awf-config.json`.",
      "apiProxy",
    ],
    [
      ...(["v0.43.0", "off"] as const),
      "AWF's command line has no `--enable-api-proxy`, has no `--config`, and AWF v0.13.0 does not start it by itself.",
      undefined,
    ],
  ] as const)("in a lock file of gh-aw %s is %s: %s", (compiler, value, because, place) => {
    const text = lockFile({ compiler });
    const { apiProxy } = first(text);
    expect(apiProxy).toMatchObject({ value, because });
    expect(at(text, apiProxy.span)).toBe(place);
  });

  test("is always started by a new AWF", () => {
    const { apiProxy, outcome } = first(lockFile({ compiler: "v0.43.0", awf: "v0.27.32" }));
    expect(apiProxy.because).toBe("AWF v0.27.32 always starts it, like every version from v0.27.32 on.");
    expect(outcome.kind).toBe("direct");
  });
});

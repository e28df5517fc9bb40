import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";

describe("Codex's version", () => {
  it.each([undefined, "", "latest", "next", "${{ inputs.version }}", "0.118.0.1"])(
    "counts as the newest if it pins nothing: %j",
    (codexVersion) => {
      expect(codexOutcome(codexVersion === undefined ? {} : { codexVersion }).outcome).toBe("direct");
    },
  );

  it.each(["^0.118.0", "0.118", "0.118.x"])(
    "counts as the release that npm installs for a range: %j",
    (codexVersion) => {
      expect(codexOutcome({ codexVersion }).outcome).toBe("websocket");
    },
  );

  it.each(["0.118.0", "v0.118.0", " 0.118.0 ", "0.118.0-linux-x64", "0.118.0-alpha.2", "0.118.7"])(
    "counts as the release that it names: %j",
    (codexVersion) => {
      expect(codexOutcome({ codexVersion }).outcome).toBe("websocket");
    },
  );
});

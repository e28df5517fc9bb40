import { describe, expect, it } from "vitest";
import { codexOutcome } from "../../../../packages/core/src/codex/outcome/index.js";

describe("Codex's version", () => {
  it.each([undefined, "", "latest", "next", "${{ inputs.version }}", "0.118.0.1"])(
    "reads as the newest where it pins nothing: %j",
    (codexVersion) => {
      expect(codexOutcome(codexVersion === undefined ? {} : { codexVersion }).outcome).toBe("direct");
    },
  );

  it.each(["^0.118.0", "0.118", "0.118.x"])(
    "reads as the release that npm takes of a range: %j",
    (codexVersion) => {
      expect(codexOutcome({ codexVersion }).outcome).toBe("websocket");
    },
  );

  it.each(["0.118.0", "v0.118.0", " 0.118.0 ", "0.118.0-linux-x64", "0.118.0-alpha.2", "0.118.7"])(
    "reads as that release: %j",
    (codexVersion) => {
      expect(codexOutcome({ codexVersion }).outcome).toBe("websocket");
    },
  );
});

import { describe, expect, test } from "vitest";
import { stepWith, write } from "../fix/config-step.js";
import { history, providerBlock } from "../../support/toml.js";
import { kinds } from "./found.js";

describe("a `model_provider` below a table header", () => {
  const table = providerBlock.slice(providerBlock.indexOf("["));

  test.each([
    ["is a misplaced selection", `${history}model_provider = "openai-proxy"\n${table}`, "misplacedSelection"],
    [
      "is not a misplaced selection if the provider is not defined",
      `${history}model_provider = "x"\n${table}`,
      "notSelected",
    ],
    [
      "is not a misplaced selection if it is not a string",
      `${history}model_provider = 1\n${table}`,
      "notSelected",
    ],
    [
      "is not a misplaced selection in a profile",
      `[profiles.p]\nmodel_provider = "openai-proxy"\n${table}`,
      "notSelected",
    ],
    [
      "is a misplaced selection in a table whose name only resembles `profiles`",
      `[profil.p]\nmodel_provider = "openai-proxy"\n${table}`,
      "misplacedSelection",
    ],
  ])("%s", (_, toml, kind) => {
    expect(kinds(stepWith(write(toml), "0.121.0"))).toEqual([kind]);
  });
});

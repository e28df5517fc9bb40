import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { stabilityPage } from "./stability/page.js";

// `npm run docs` writes it.
test("the page about what is stable has each message with its data", async () => {
  const path = "docs/stability.md";
  const page = await format(stabilityPage(), { ...(await resolveConfig(path)), filepath: path });
  await expect(page).toMatchFileSnapshot(`../../${path}`);
});

import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { stabilityPage } from "./stability/page.js";

// `npm run docs` writes it.
test("docs/stability.md lists each message with its data", async () => {
  const path = "docs/stability.md";
  const page = await format(stabilityPage(), { ...(await resolveConfig(path)), filepath: path });
  await expect(page).toMatchFileSnapshot(`../../${path}`);
});

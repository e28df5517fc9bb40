import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { compatibilityPage } from "./compatibility/page.js";

// `npm run docs` writes it.
test("docs/compatibility.md matches the releases' data and the model", async () => {
  const path = "docs/compatibility.md";
  const page = await format(compatibilityPage(), { ...(await resolveConfig(path)), filepath: path });
  await expect(page).toMatchFileSnapshot(`../../${path}`);
});

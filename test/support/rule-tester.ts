import { RuleTester } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { describe, it } from "vitest";

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

/** Runs a rule on lock files, in our language. */
export const ruleTester = new RuleTester({ plugins: { "gh-aw": ghAw }, language: "gh-aw/workflow" });

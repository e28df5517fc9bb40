import type { DirectFault } from "../faults/index.js";
import { baseUrlFixes, defineProviderFixes, selectProviderFixes } from "./fix-targets.js";
import { codexHomeFixes } from "./codex-home.js";
import { moveToRoot } from "./config-file.js";
import type { Fix, FixContext } from "./fix.js";

/** The fixes of a run that goes to api.openai.com. */
export function directFixes(fault: DirectFault, context: FixContext): readonly Fix[] {
  const { config } = context;
  switch (fault.kind) {
    case "noProvider":
      return [...defineProviderFixes(context), ...codexHomeFixes(context)];
    case "misplacedSelection": {
      const move: Fix = {
        suggestionTitle: undefined,
        edits: () => config && moveToRoot(config.text, fault.key),
      };
      return [move, ...selectProviderFixes(context, fault.provider, true)];
    }
    case "notSelected":
      return [fault.provider, ...fault.others].flatMap((id) =>
        selectProviderFixes(context, id, fault.others.length === 0),
      );
    case "baseUrlMissing":
    case "baseUrlDirect":
      return fault.provider === "openai"
        ? defineProviderFixes(context)
        : baseUrlFixes(context, fault.provider, true);
  }
}

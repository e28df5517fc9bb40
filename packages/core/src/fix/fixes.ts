import type { Fault } from "../faults/index.js";
import { addressFixes } from "./address-fixes.js";
import { directFixes } from "./direct-fixes.js";
import { refusalFixes } from "./refusal-fixes.js";
import type { Fix, FixContext } from "./fix.js";
import { websocketFixes } from "./websocket-fixes.js";

/** The fixes of a fault, the best first. Whether one makes the run reach the proxy is to be judged. */
export function fixesFor(fault: Fault, context: FixContext): readonly Fix[] {
  switch (fault.kind) {
    case "websocket":
      return websocketFixes(fault, context);
    case "misaddressed":
      return addressFixes(fault, context);
    case "refused":
      return refusalFixes(fault, context);
    default:
      return directFixes(fault, context);
  }
}

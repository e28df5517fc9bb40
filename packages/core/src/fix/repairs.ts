import type { Fault } from "../faults/index.js";
import { addressRepairs } from "./address-repairs.js";
import { directRepairs } from "./direct-repairs.js";
import { refusalRepairs } from "./refusal-repairs.js";
import type { Repair, RepairContext } from "./repair.js";
import { websocketRepairs } from "./websocket-repairs.js";

/** The repairs of a fault, the best first. Whether one makes the run reach the proxy is to be judged. */
export function repairsOf(fault: Fault, context: RepairContext): readonly Repair[] {
  switch (fault.kind) {
    case "websocket":
      return websocketRepairs(fault, context);
    case "misaddressed":
      return addressRepairs(fault, context);
    case "refused":
      return refusalRepairs(fault, context);
    default:
      return directRepairs(fault, context);
  }
}

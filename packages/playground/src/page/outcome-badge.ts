import type { RunExplanation } from "@gh-aw-lint/core";
import { element } from "./element.js";

type Kind = RunExplanation["outcome"]["kind"];

const BADGES: Readonly<Record<Kind, readonly [tone: "good" | "bad" | "warn" | "neutral", label: string]>> = {
  proxied: ["good", "Through the proxy"],
  unguarded: ["neutral", "No API proxy"],
  notInstalled: ["bad", "Not installed"],
  direct: ["bad", "Bypasses the proxy: 401"],
  undetermined: ["warn", "Undetermined"],
  websocket: ["warn", "WebSocket first"],
  refused: ["bad", "Rejected by Codex"],
  missingKey: ["bad", "No key"],
  wrongAddress: ["bad", "No answer"],
};

/** The outcome of a run, in one or two words. */
export function outcomeBadge(kind: Kind): HTMLElement {
  const [tone, label] = BADGES[kind];
  return element("span", { class: `badge ${tone}` }, label);
}

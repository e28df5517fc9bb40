import type { RefusedReason, WebsocketReason } from "../codex/outcome/index.js";
import { lineFeedAfter, lineStart, type Span } from "../text/index.js";
import type { AddressFault } from "./address-fault.js";
import { locationOf } from "./config-text.js";
import { directFault, type DirectFault } from "./direct-fault.js";
import type { Judgement } from "./judgement.js";

/** What prevents a run from using AWF's API proxy over plain HTTP. */
export type Fault = DirectFault | WebsocketFault | RefusedFault | AddressFault;

/** Codex first tries a WebSocket at the proxy. */
export interface WebsocketFault {
  readonly kind: "websocket";
  readonly reason: WebsocketReason;
  readonly location: Span | undefined;
}

/** Codex does not load its configuration, or cannot send requests with it. */
export interface RefusedFault {
  readonly kind: "refused";
  readonly reason: RefusedReason;
  readonly location: Span | undefined;
}

/** The fault of a judgement; `undefined` if there is none, as for the outcome `proxied`. */
export function findFault(judgement: Judgement): Fault | undefined {
  const { outcome, reason, config } = judgement;
  const text = config?.text.text ?? "";
  switch (outcome) {
    case "proxied":
      return undefined;
    case "direct":
      return directFault(reason, config);
    case "websocket":
      return { kind: "websocket", reason, location: locationOf(text, reason) };
    case "refused":
      // A key that the shell fills in has a fault of its own (`findExpandedEnvKey`).
      return reason.kind === "missingEnvironmentVariable" && restsOnGuess(judgement)
        ? undefined
        : { kind: "refused", reason, location: locationOf(text, reason) };
  }
}

/** Whether an outcome depends on a value that only the running shell knows, and that a placeholder replaced. */
export function restsOnGuess({ reason, config }: Judgement): boolean {
  if (!config) return false;
  const { text } = config.text;
  const location = locationOf(text, reason);
  if (location && holdsGuess(text, location, config.guesses)) return true;
  // The provider may be defined under an id that the shell fills in.
  return reason.kind === "undefinedProvider" && config.guesses.some((guess) => isInHeader(text, guess));
}

function isInHeader(text: string, { start }: Span): boolean {
  return /^\s*\[/.test(text.slice(lineStart(text, start), start));
}

/** Whether a line of `location` holds a placeholder. */
function holdsGuess(text: string, location: Span, guesses: readonly Span[]): boolean {
  const start = lineStart(text, location.start);
  const end = lineFeedAfter(text, location.end);
  return guesses.some((guess) => guess.start <= end && guess.end >= start);
}

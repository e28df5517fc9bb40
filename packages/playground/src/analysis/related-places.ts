import {
  diagnoseWorkflow,
  misplacedKeys,
  parseWorkflow,
  uninstallableVersions,
  unpinnedInstalls,
  type FindingOutcome,
  type Notice,
  type Span,
} from "@gh-aw-lint/core";
import type { Linter } from "eslint/universal";

/** What exactly a message that is reported at `start` is about; `undefined` where that is the report's own place. */
export type PlaceFinder = (message: Linter.LintMessage, start: number) => Span | undefined;

const OUTCOMES: readonly FindingOutcome[] = [
  "direct",
  "undetermined",
  "websocket",
  "refused",
  "missingKey",
  "wrongAddress",
];

/** Finds for ESLint's messages about a text what core knows of them, and ESLint does not hand on. */
export function relatedPlaces(text: string): PlaceFinder {
  const workflow = parseWorkflow(text);
  const notices: readonly Notice[] = [
    ...diagnoseWorkflow(workflow, { outcomes: OUTCOMES }),
    ...misplacedKeys(workflow),
    ...uninstallableVersions(workflow),
    ...unpinnedInstalls(workflow),
  ].filter(({ related }) => related);
  return ({ messageId, message }, start) => {
    const found = notices.filter(({ kind, span }) => kind === messageId && span.start === start);
    // Several may be reported at the start of one command; each remedy names its own place.
    return (found.find(({ data }) => message.includes(data.remedy ?? "")) ?? found[0])?.related;
  };
}

import type { MessageData } from "@gh-aw-lint/core";

/** The part of an ESLint message that identifies its report. */
interface Message {
  readonly ruleId: string | null;
  readonly messageId?: string | undefined;
  readonly line: number;
  readonly column: number;
}

/**
 * The data of the reports, in order, for the file that ESLint is linting, because ESLint itself keeps only the final text;
 * `undefined` without a processor.
 */
let current: Map<string, MessageData[]> | undefined;

/** Starts a file. In each thread, ESLint lints one file after the other, synchronously. */
export function collectData(): void {
  current = new Map();
}

/** Stores the data of a report until the file's messages are complete. */
export function keepData(message: Message, data: MessageData): void {
  const key = keyOf(message);
  current?.set(key, [...(current.get(key) ?? []), data]);
}

/** Returns the messages, each with the data of its report, and ends the file. */
export function withData<M extends Message>(messages: readonly M[]): M[] {
  const kept = current;
  current = undefined;
  return messages.map((message) => {
    const data = kept?.get(keyOf(message))?.shift();
    return data ? { ...message, data } : message;
  });
}

function keyOf({ ruleId, messageId, line, column }: Message): string {
  return JSON.stringify([ruleId, messageId, line, column]);
}

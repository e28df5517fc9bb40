import type { MessageData } from "@gh-aw-lint/core";

/** A message of ESLint, as far as it tells which report it came from. */
interface Message {
  readonly ruleId: string | null;
  readonly messageId?: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** ESLint itself keeps only the finished sentence: the data by report, in their order, for the file that ESLint is linting; `undefined` where no processor is at work. */
let current: Map<string, MessageData[]> | undefined;

/** Begins a file. In each thread ESLint lints one after the other, without a pause. */
export function collectData(): void {
  current = new Map();
}

/** Keeps the data of a report until the file's messages are complete. */
export function keepData(message: Message, data: MessageData): void {
  const key = keyOf(message);
  current?.set(key, [...(current.get(key) ?? []), data]);
}

/** The same messages, each with the data of its report; ends the file. */
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

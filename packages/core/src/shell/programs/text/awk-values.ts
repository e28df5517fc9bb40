/** A text, and whether AWK takes it for a number: what is read may look like one. */
export interface AwkValue {
  readonly text: string;
  readonly kind: "number" | "text" | "read" | "unset";
}

/** A line that a program reads, and may change. */
export interface AwkRecord {
  readonly line: string;
  readonly fields: readonly string[];
  /** From 1. */
  readonly number: number;
}

/** What a program knows while it runs. */
export interface Memory {
  readonly variables: Map<string, AwkValue>;
  /** The value of a variable of the environment; `undefined` if it is not known. */
  readonly environment: (name: string) => string | undefined;
  /** Whether the result depends on what this model does not know. */
  isUnsure: boolean;
}

export const UNSET: AwkValue = { text: "", kind: "unset" };

export const asText = (text: string): AwkValue => ({ text, kind: "text" });

export const asNumber = (number: number): AwkValue => ({ text: String(number), kind: "number" });

/** Whether a value holds as a condition. */
export function isTrue(value: AwkValue, memory: Memory): boolean {
  const number = numberIn(value, memory);
  return number === undefined ? value.text !== "" : number !== 0;
}

/** The number that a value is compared as; `undefined` if it is compared as a text. */
export function numberIn({ text, kind }: AwkValue, memory: Memory): number | undefined {
  if (kind === "unset") return 0;
  if (kind === "text") return undefined;
  if (/^[ \t]*[-+]?\d{1,15}[ \t]*$/.test(text)) return Number(text);
  // Versions of AWK differ in what else looks like a number.
  if (LIKE_NUMBER.test(text)) memory.isUnsure = true;
  return undefined;
}

const LIKE_NUMBER =
  /^\s*[-+]?(?:(?:\d+(?:\.\d+)?|\.\d+)\.?(?:e[-+]?\d*)?|0x[\da-f.]*|inf(?:inity)?|nan)\s*$/i;

import type { Unknown } from "../values/value.js";

/** An exit status from 0 to 255, or what makes it unknown. */
export type Status = number | Unknown;

export function isSuccess(status: Status): boolean | undefined {
  return typeof status === "number" ? status === 0 : undefined;
}

export function statusSignature(status: Status): string {
  return typeof status === "number" ? String(status) : `\0${status.id}`;
}

export function statusOf(holds: boolean): Status {
  return holds ? 0 : 1;
}

import { boundedId } from "../values/bounded-names.js";
import { textValue, type Unknown, unknownValue, type Value } from "../values/value.js";

/** An exit status from 0 to 255, or an unknown one. */
export type Status = number | Unknown;

/** Whether a status means success; `undefined` if it is unknown. */
export function isSuccess(status: Status): boolean | undefined {
  return typeof status === "number" ? status === 0 : undefined;
}

/** A text that is equal for equal statuses. */
export function statusSignature(status: Status): string {
  return typeof status === "number" ? String(status) : `\0${status.id}`;
}

/** The status of a condition: 0 if it holds, otherwise 1. */
export function statusOf(holds: boolean): Status {
  return holds ? 0 : 1;
}

/** A status as the text that `$?` gives for it; an unknown one has the same name as the program's output. */
export function valueOfStatus(status: Status): Value {
  return typeof status === "number"
    ? textValue(String(status), { start: 0, end: 0 })
    : unknownValue({
        ...status,
        id: boundedId(`$? of ${status.id}`),
        label: "$?",
        integer: "never empty",
      });
}

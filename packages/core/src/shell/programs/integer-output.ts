import type { CommandCall } from "../command-call.js";
import type { Integer } from "../values/value.js";

/** How certain it is that a program that is not modelled prints a decimal integer; `undefined` if it may print any text. */
export function integerPrintedBy({ name, words }: CommandCall): Integer | undefined {
  if (words.some(({ isKnown, maySplit }, index) => index > 0 && maySplit && !isKnown)) return undefined;
  const values = words.slice(1).map(({ value }) => value);
  const has = (pattern: RegExp): boolean => values.some((value) => pattern.test(value));
  switch (name) {
    case "date":
      // Others may have a leading 0, which makes a number octal.
      return values.every((value) => /^(?:\+%(?:s|Y|u|w|-[dHMSmj])|-u|--utc)$/.test(value)) && has(/^\+/)
        ? "never empty"
        : has(/^\+%(?:s|Y)$/)
          ? "may be empty"
          : undefined;
    case "nproc":
      return values.length === 0 ? "never empty" : "may be empty";
    case "id":
      return values.length === 1 && has(/^-(?:u|g)$/) ? "never empty" : undefined;
    case "stat":
      return values.length === 3 &&
        /^(?:-c|--format)$/.test(values[0] ?? "") &&
        /^%[sYWXZug]$/.test(values[1] ?? "")
        ? "may be empty"
        : undefined;
    case "expr":
      return values.length === 3 && /^(?:[-+*/%<>=]|[<>!]=)$/.test(values[1] ?? "")
        ? "may be empty"
        : undefined;
    default:
      return undefined;
  }
}

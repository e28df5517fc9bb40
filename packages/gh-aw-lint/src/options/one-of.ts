import { InvalidArgumentError, Option } from "commander";
import { didYouMean } from "../did-you-mean.js";

/** An option with a fixed set of values; an error for another value suggests the closest one. */
export function oneOf(flags: string, description: string, values: readonly string[]): Option {
  const option = new Option(flags, description).choices(values);
  return option.argParser((value: string) => {
    if (values.includes(value)) return value;
    throw new InvalidArgumentError(`Allowed choices are ${values.join(", ")}.${didYouMean(value, values)}`);
  });
}

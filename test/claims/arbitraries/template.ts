import fc from "fast-check";

/** A text with generated parts: `` template`cat ${file} > ${file}` ``. */
export function template(
  strings: TemplateStringsArray,
  ...parts: readonly fc.Arbitrary<string>[]
): fc.Arbitrary<string> {
  return fc
    .tuple(...parts)
    .map((texts) => strings.map((text, index) => text + (texts[index] ?? "")).join(""));
}

/** One of some texts and generated texts, each as likely as the others. */
export function oneOf(...choices: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  return fc.oneof(...choices.map((choice) => (typeof choice === "string" ? fc.constant(choice) : choice)));
}

/** A text that occurs once in this many cases; otherwise, the empty text. */
export function sometimes(
  text: string | fc.Arbitrary<string>,
  { oneIn }: { readonly oneIn: number },
): fc.Arbitrary<string> {
  const there = typeof text === "string" ? fc.constant(text) : text;
  return fc.oneof({ arbitrary: there, weight: 1 }, { arbitrary: fc.constant(""), weight: oneIn - 1 });
}

/** Joins texts with a separator. */
export function several(
  text: fc.Arbitrary<string>,
  { from = 1, to, between = "" }: { readonly from?: number; readonly to: number; readonly between?: string },
): fc.Arbitrary<string> {
  return fc.array(text, { minLength: from, maxLength: to }).map((texts) => texts.join(between));
}

/** A word in single quotes; GitHub inserts expressions before the shell sees the quotes. */
export function quoted(text: string): string {
  const parts = text.split(/(\$\{\{.*?\}\})/s);
  return `'${parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll("'", "'\\''"))).join("")}'`;
}

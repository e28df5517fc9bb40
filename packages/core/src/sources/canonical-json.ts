type Value = string | readonly string[];

/** JSON without blanks and with sorted keys, byte for byte as gh-aw's compiler writes it (Go's `encoding/json`). */
export function canonicalJson(fields: Readonly<Record<string, Value>>, escapesHtml: boolean): string {
  const text = (value: string): string => goString(value, escapesHtml);
  const pairs = Object.entries(fields)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(
      ([key, value]) =>
        `${text(key)}:${typeof value === "string" ? text(value) : `[${value.map(text).join(",")}]`}`,
    );
  return `{${pairs.join(",")}}`;
}

/** Go always escapes U+2028 and U+2029, and `json.Marshal` also escapes `<`, `>` and `&`. */
function goString(text: string, escapesHtml: boolean): string {
  const json = JSON.stringify(text);
  return json.replace(escapesHtml ? /[<>&\u2028\u2029]/g : /[\u2028\u2029]/g, escapeUnit);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Compares two texts by code points, like Go, which compares UTF-8 bytes. JavaScript compares UTF-16 code units. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Surrogates rank last: they form code points beyond those of a single code unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

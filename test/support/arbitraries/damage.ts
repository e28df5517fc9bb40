import fc from "fast-check";

type Damage = (text: string) => string;

/** Texts that break the languages nested in a lock file, or the file's own text. */
const fragment = fc.oneof(
  fc.constantFrom(
    "'",
    '"',
    "`",
    "\\",
    "\\\n",
    "$",
    "$(",
    "${",
    "${{",
    "}}",
    "#",
    ":",
    ": ",
    "- ",
    "? ",
    "|",
    ">",
    ">>",
    "&",
    "*",
    "&a ",
    "*a",
    "!!",
    "%",
    "@",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    "=",
    ";",
    "<<",
    "<< EOF\n",
    "EOF\n",
    "---\n",
    "\t",
    "\0",
    "\r",
    "\n",
    "\n\n",
    "\v",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "\uFFFD",
    "\u00A0",
    "\x1B",
    " ",
    "      ",
    "\uD800",
    "\uDC00",
    "😀",
    "é",
    "__proto__",
    "codex exec",
    "awf -- codex exec",
    "eslint-disable",
    "'\\''",
    '"""',
    "'''",
    "[model_providers]\n",
    "model_provider = 1\n",
    "if true; then\n",
    "fi\n",
    "esac",
    "done",
    "))",
  ),
  fc.string({ unit: "binary", maxLength: 3 }),
);

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * text.length);

const flip = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([where, bits]): Damage => (text) => {
  const offset = at(text, where);
  return text.slice(0, offset) + String.fromCharCode(text.charCodeAt(offset) ^ bits) + text.slice(offset + 1);
});

const insert = fc.tuple(place, fragment).map(
  ([where, added]): Damage =>
    (text) =>
      text.slice(0, at(text, where)) + added + text.slice(at(text, where)),
);

const cut = fc.tuple(place, fc.nat({ max: 40 })).map(
  ([where, length]): Damage =>
    (text) =>
      text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
);

const truncate = place.map(
  (where): Damage =>
    (text) =>
      text.slice(0, at(text, where)),
);
const behead = place.map(
  (where): Damage =>
    (text) =>
      text.slice(at(text, where)),
);

function changeLines(change: (lines: string[], one: number, other: number) => void): fc.Arbitrary<Damage> {
  return fc.tuple(place, place).map(([one, other]): Damage => (text) => {
    const lines = text.split("\n");
    change(lines, Math.floor(one * lines.length), Math.floor(other * lines.length));
    return lines.join("\n");
  });
}

const drop = changeLines((lines, one) => lines.splice(one, 1));
const duplicate = changeLines((lines, one, other) => lines.splice(other, 0, lines[one] ?? ""));
const swap = changeLines((lines, one, other) => {
  [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
});
const indent = changeLines((lines, one) => lines.splice(one, 1, ` ${lines[one] ?? ""}`));
const dedent = changeLines((lines, one) => lines.splice(one, 1, (lines[one] ?? "").replace(/^ {1,2}/, "")));

const damage = fc.oneof(
  ...[flip, cut, drop, duplicate, swap, indent, dedent].map((arbitrary) => ({ arbitrary, weight: 3 })),
  { arbitrary: insert, weight: 8 },
  { arbitrary: truncate, weight: 1 },
  { arbitrary: behead, weight: 1 },
);

/** Damaged variants of texts. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(damage, { minLength: 1, maxLength: 4 }))
    .map(([text, damages]) => damages.reduce((damagedText, change) => change(damagedText), text));
}

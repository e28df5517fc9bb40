import fc from "fast-check";

/** The variables that generated scripts find: two with a value, one empty; `UNSET` is never set. */
export const scriptEnvironment = { X: "x", Y: "two words", EMPTY: "" } as const;

const file = fc.constantFrom("a", "b", "c", "dir/d").map((name) => `"$D/${name}"`);

// No `$` is on its own: the model does not follow an expansion split over joined lines (`$\` and `NAME` below).
const fragment = fc.constantFrom(
  "plain",
  " ",
  "  indented",
  '"quoted"',
  "'single'",
  "#",
  "=",
  "[table]",
  "é😀",
  "\t",
  "$X",
  "${Y}",
  "$EMPTY",
  "${EMPTY:-default}",
  "${X:+set}",
  "${EMPTY-unset}",
  "${EMPTY:+never}",
  "\\$X",
  "\\${Y}",
  "\\`",
  "\\\\",
  '\\"',
  "\\n",
  "$.",
  "\\\\\\$X",
);
const line = fc.array(fragment, { maxLength: 5 }).map((fragments) => fragments.join(""));
/** Lines of a here-document; one may end with a backslash, which joins it to the next. */
const body = fc
  .array(fc.tuple(fc.constantFrom("", "\t", "\t\t", " "), line, fc.constantFrom("", "", "", "\\")), {
    maxLength: 4,
  })
  .map((lines) => lines.map((parts) => `${parts.join("")}\n`).join(""));

const hereDocument = fc
  .record({
    operator: fc.constantFrom("<<", "<<-"),
    delimiter: fc.constantFrom("EOF", "'EOF'", '"EOF"', "\\EOF", "E_$X"),
    body,
  })
  .map(({ operator, delimiter, body: text }) => {
    const end = delimiter.replace(/['"\\]/g, "");
    // A backslash on the last line would join the closing delimiter to it.
    const safe = text.replace(/\\+\n$/, "\n");
    return { redirection: `${operator} ${delimiter}`, rest: `\n${safe}${end}\n` };
  });

const word = fc.constantFrom(
  "one",
  '"$X"',
  "$Y",
  "'$X'",
  '"\\$X \\" \\\\"',
  "a\\ b",
  "$EMPTY",
  '""',
  "${EMPTY:-d e}",
  "~x",
);
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(" "));

const simple: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(file, hereDocument).map(([to, document]) => `cat > ${to} ${document.redirection}${document.rest}`),
  fc
    .tuple(file, hereDocument)
    .map(([to, document]) => `cat ${document.redirection} >> ${to}${document.rest}`),
  fc
    .tuple(file, hereDocument)
    .map(([to, document]) => `tee -a ${to} ${document.redirection} > /dev/null${document.rest}`),
  fc
    .tuple(words, fc.constantFrom(">", ">>"), file)
    .map(([list, operator, to]) => `echo ${list} ${operator} ${to}\n`),
  fc.tuple(words, file).map(([list, to]) => `printf '%s\\n' ${list} >> ${to}\n`),
  fc
    .tuple(fc.constantFrom("%s, %s\\n", "a\\tb\\\\ %% %s.", "x\\n", "%s"), words, file)
    .map(([format, list, to]) => `printf '${format}' ${list} >> ${to}\n`),
  fc.tuple(words, file).map(([list, to]) => `echo -e 'a\\nb\\tc' ${list} > ${to}\n`),
  fc
    .tuple(words, file)
    .map(([list, to]) => `f() { shift; printf '%s|%s\\n' "$1" "$@"; }; f ${list} > ${to}\n`),
  fc.tuple(words, file).map(([list, to]) => `bash -c 'echo "$@" "$1"' _ ${list} > ${to}\n`),
  fc.tuple(words, file).map(([list, to]) => `echo ${list} | bash -c 'cat; echo x' >> ${to}\n`),
  fc.tuple(words, file, file).map(([list, first, second]) => `echo -n ${list} | tee ${first} > ${second}\n`),
  fc
    .tuple(file, file, fc.constantFrom(">", ">>"))
    .filter(([from, to]) => from !== to)
    .map(([from, to, operator]) => `cat ${from} ${operator} ${to}\n`),
  fc
    .tuple(file, file, file)
    .filter(([a, b, to]) => a !== to && b !== to)
    .map(([a, b, to]) => `cat ${a} ${b} > ${to}\n`),
  fc
    .tuple(fc.constantFrom("cp", "mv", "cp -f"), file, file)
    .filter(([, from, to]) => from !== to)
    .map(([program, from, to]) => `${program} ${from} ${to}\n`),
  file.map((name) => `rm -f ${name}\n`),
  fc.constantFrom("X=other\n", "EMPTY=full\n", "export Y=z\n", 'X="$X$X"\n', "unset X\n"),
);

const condition = fc.constantFrom(
  '[ "$X" = "x" ]',
  '[ "$X" != "x" ]',
  '[ -n "$EMPTY" ]',
  '[ -z "$EMPTY" ]',
  "true",
  "false",
  "! true",
  '[[ "$Y" == "two words" ]]',
  '[ -f "$D/a" ]',
  '[ -d "$D/none" ]',
  "[[ $X == x* && -n $Y ]]",
  'test "$X" = "$Y"',
);

/** A file that no other command uses: the model does not follow moves of an open file. */
const groupFile = '"$D/e"';

/** A command of any kind, as lines of a script. */
export const command: fc.Arbitrary<string> = fc.letrec<{ command: string }>((tie) => ({
  command: fc.oneof(
    { maxDepth: 2, depthIdentifier: "script" },
    { arbitrary: simple, weight: 6 },
    {
      arbitrary: fc
        .tuple(condition, tie("command"), tie("command"))
        .map(([test, yes, no]) => `if ${test}; then\n${yes}else\n${no}fi\n`),
      weight: 1,
    },
    {
      arbitrary: fc.tuple(condition, tie("command")).map(([test, yes]) => `if ${test}; then\n${yes}fi\n`),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(condition, fc.constantFrom("&&", "||"), tie("command"))
        .map(([test, operator, then]) => `${test} ${operator} {\n${then}}\n`),
      weight: 1,
    },
    {
      arbitrary: fc
        .tuple(tie("command"), words)
        .map(([first, list]) => `{\n${first}echo ${list}\n} >> ${groupFile}\n`),
      weight: 1,
    },
    { arbitrary: tie("command").map((inner) => `(\n${inner})\n`), weight: 1 },
    { arbitrary: tie("command").map((inner) => `bash -c '${inner.replaceAll("'", "'\\''")}'\n`), weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom("", "$EMPTY", "p q", '"$X" $Y'), tie("command"), file)
        .map(([list, inner, to]) => `for i in ${list}; do\n${inner}echo "$i" >> ${to}\ndone\n`),
      weight: 1,
    },
  ),
})).command;

/** A script of one to six commands. */
export const script = fc.array(command, { minLength: 1, maxLength: 6 }).map((commands) => commands.join(""));

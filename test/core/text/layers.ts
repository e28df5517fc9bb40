import { deriveText, type MappedText, type Span } from "../../../packages/core/src/text/index.js";

/** A text whose lines are all indented by two spaces. */
export function indentedText(parent: MappedText, span: Span): MappedText {
  const builder = deriveText(parent, span, (text, wholeLines) =>
    wholeLines ? text.replace(/^(?=[^])/gm, "  ") : text.replaceAll("\n", "\n  "),
  );
  let start = span.start;
  while (start < span.end) {
    const end = parent.text.indexOf("\n", start) + 1;
    builder.copy(start + 2, end);
    start = end;
  }
  return builder.build();
}

/** The text inside double quotes, with the escapes `\n`, `\"` and `\\`; `span` includes the quotes. */
export function quotedText(parent: MappedText, span: Span): MappedText {
  const inside = { start: span.start + 1, end: span.end - 1 };
  const builder = deriveText(parent, inside, (text) =>
    text.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n"),
  );
  let position = inside.start;
  while (position < inside.end) {
    if (parent.text[position] === "\\") {
      const escaped = parent.text[position + 1] ?? "";
      builder.replace(position, position + 2, escaped === "n" ? "\n" : escaped);
      position += 2;
    } else {
      builder.copy(position, position + 1);
      position += 1;
    }
  }
  return builder.build();
}

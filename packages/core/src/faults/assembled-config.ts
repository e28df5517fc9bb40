import { joinTexts, type MappedText, type Span } from "../text/index.js";
import type { Content } from "../shell/index.js";
import { firstTableOffset } from "../toml/index.js";

/** One config.toml as it may stand when Codex reads it. */
export interface AssembledConfig {
  /** What is known of it, in order; what is not is left out. */
  readonly text: MappedText;
  /**
   * The program whose output may change which provider is selected: it may hold root keys. `undefined`
   * if nothing is missing, or what is missing can only hold tables and keys of tables.
   */
  readonly uncertain: string | undefined;
  /** The parts of the text whose value only the running shell knows. */
  readonly guesses: readonly Span[];
  /**
   * The first line of the command whose text is the top of the file; `undefined` where that text does not
   * stand in the lock file.
   */
  readonly opening: Span | undefined;
  /** The text of another format that a program made it from, such as `GH_AW_CODEX_CONFIG_JSON`. */
  readonly sourceJson: MappedText | undefined;
  /** The first program that wrote a part of it which is not known. */
  readonly writer: string | undefined;
}

export function assembleConfig(content: Content): AssembledConfig {
  const texts: MappedText[] = [];
  const guesses: Span[] = [];
  let known = "";
  let uncertain: string | undefined;
  for (const part of content) {
    if (part.kind === "unknown") {
      // Nothing behind a table header can be a root key any more.
      if (firstTableOffset(known) === undefined) uncertain ??= part.program;
      continue;
    }
    for (const guess of part.expanded.guesses) {
      guesses.push({ start: guess.start + known.length, end: guess.end + known.length });
    }
    texts.push(part.expanded.text);
    known += part.expanded.text.text;
  }
  const text = joinTexts(texts);
  const [first] = content;
  const standsInFile = first?.kind === "known" && text.edit(0, 0, "\n") !== undefined;
  return {
    text,
    uncertain,
    guesses,
    opening: standsInFile ? first.origin : undefined,
    sourceJson: first?.kind === "known" ? first.sourceJson : undefined,
    writer: content.find((part) => part.kind === "unknown")?.program,
  };
}

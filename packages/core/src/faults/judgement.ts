import type { OutcomeResult } from "../codex/outcome/index.js";
import type { Content, Guess, Unknown } from "../shell/index.js";
import { joinTexts, type MappedText, memoizeByObject, once, type Span } from "../text/index.js";

/** One possible content of config.toml when Codex reads it. */
export interface AssembledConfig {
  /** The known parts, in order; unknown ones are left out. */
  readonly text: MappedText;
  /** The omitted parts that may name a model provider. */
  readonly gaps: readonly Gap[];
  /** The placeholders for values that only the running shell knows. */
  readonly guesses: readonly Guess[];
  /**
   * The first line of the command that writes the start of the file; `undefined` if the lock file does not contain that
   * text.
   */
  readonly opening: Span | undefined;
  /** The JSON text that a program converted to it, such as `GH_AW_CODEX_CONFIG_JSON`. */
  readonly sourceJson: MappedText | undefined;
  /** The source of its first unknown part, such as a program. */
  readonly writer: string | undefined;
}

/** An unknown part of a file, which its text omits. */
export interface Gap {
  /** Where the part belongs in the text, in UTF-16 code units from 0. */
  readonly offset: number;
  /** Whether it is the whole file, because even the path of the file is unknown. */
  readonly isElsewhere: boolean;
  readonly unknown: Unknown;
}

/** Assembles a content. Memoized by content, which several ways share. */
export const assembleConfig: (content: Content) => AssembledConfig = memoizeByObject((content) => {
  const texts: MappedText[] = [];
  const guesses: Guess[] = [];
  const gaps: Gap[] = [];
  let known = "";
  for (const part of content) {
    if (part.kind === "unknown") {
      if (part.namesNoProvider) continue;
      const { what, origin } = part;
      const unknown = part.unknown ?? { id: `content ${what}`, label: what, what, origin };
      gaps.push({ offset: known.length, isElsewhere: part.isElsewhere === true, unknown });
      continue;
    }
    for (const { start, end, unknown } of part.expanded.guesses) {
      guesses.push({ start: start + known.length, end: end + known.length, unknown });
    }
    texts.push(part.expanded.text);
    known += part.expanded.text.text;
  }
  const text = joinTexts(texts);
  const [first] = content;
  // Computed on first use: only reports need it, and to check whether a text is editable, the edited file is read.
  const opening = once(() =>
    first?.kind === "known" && text.edit(0, 0, "\n") !== undefined ? first.origin : undefined,
  );
  return {
    text,
    gaps,
    guesses,
    get opening() {
      return opening();
    },
    sourceJson: first?.kind === "known" ? first.sourceJson : undefined,
    writer: content.find((part) => part.kind === "unknown")?.what,
  };
});

/** What a run does with one possible configuration, and why. */
export type Judgement = OutcomeResult & {
  /** `undefined` if there is no config.toml. */
  readonly config: AssembledConfig | undefined;
};

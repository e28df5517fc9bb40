import type { OutcomeResult } from "../codex/outcome/index.js";
import type { Content, Guess, Unknown } from "../shell/index.js";
import { joinTexts, type MappedText, memoizeByObject, once, type Span } from "../text/index.js";

/** One config.toml as it may stand when Codex reads it. */
export interface AssembledConfig {
  /** What is known of it, in order; what is not is left out. */
  readonly text: MappedText;
  /** Where parts are left out that may name a model provider. */
  readonly gaps: readonly Gap[];
  /** The parts of the text whose value only the running shell knows. */
  readonly guesses: readonly Guess[];
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

/** A part of a file that is left out, as it is not known. */
export interface Gap {
  readonly offset: number;
  /** Whether it is the whole file, of which not even the path is known. */
  readonly isElsewhere: boolean;
  readonly unknown: Unknown;
}

/** Several ways and several questions about them have the same content: it is put together once. */
export const assembleConfig: (content: Content) => AssembledConfig = memoizeByObject((content) => {
  const texts: MappedText[] = [];
  const guesses: Guess[] = [];
  const gaps: Gap[] = [];
  let known = "";
  for (const part of content) {
    if (part.kind === "unknown") {
      if (part.namesNoProvider) continue;
      const { program, origin } = part;
      const unknown = part.unknown ?? { id: `content ${program}`, label: program, what: program, origin };
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
  // Only a report asks for it, and whether a text can be edited is found by reading the edited file.
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
    writer: content.find((part) => part.kind === "unknown")?.program,
  };
});

/** What a run will do, by one configuration that it may find. */
export type Judgement = OutcomeResult & {
  /** `undefined`: there is no config.toml. */
  readonly config: AssembledConfig | undefined;
};

import type { MappedText, Span } from "../text/index.js";

/** The part of YAML that a workflow needs: aliases are resolved, tags and comments are dropped. */
export type YamlNode = YamlMapping | YamlSequence | YamlScalar;

/** A mapping, without the keys that are not scalars. */
export interface YamlMapping {
  readonly kind: "mapping";
  readonly span: Span;
  /** Read anew from the parser at each call. */
  entries(): YamlEntry[];
}

/** A key of a mapping, with its value. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode | undefined;
}

/** A sequence. */
export interface YamlSequence {
  readonly kind: "sequence";
  readonly span: Span;
  /** Read anew from the parser at each call. */
  items(): YamlNode[];
}

/** Styles whose end a character marks, not the indentation. */
export type FlowStyle = "plain" | "single-quoted" | "double-quoted";

/** How a scalar is written. */
export type ScalarStyle = FlowStyle | "literal" | "folded";

/** A scalar; `coreValue` gives the value that its text stands for. */
export interface YamlScalar {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  /** From the quote or the `|` to the end of the value. */
  readonly span: Span;
  /** The content, always as text, whatever it looks like. */
  readonly value: string;
  /** Directly inside `{...}` or `[...]`, where a plain scalar ends at a comma or a bracket. */
  readonly inFlow: boolean;
}

/** Why a text, or a part of it, is not read as YAML. `offset` counts UTF-16 code units of the file from 0. */
export interface YamlProblem {
  readonly message: string;
  readonly offset: number;
}

/** A scalar's content, derived from the file, and a function that reads its source again after an edit. */
export interface ScalarReading {
  readonly text: MappedText;
  /** The content of another source of the same scalar; `undefined` if the parser could read it differently. */
  reread(source: string): string | undefined;
}

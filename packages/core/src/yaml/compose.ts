import {
  Composer,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  Lexer,
  Parser,
  type Alias,
  type CST,
  type Document,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Span } from "../text/index.js";
import type { YamlProblem } from "./node.js";
import { withoutUnderIndentation } from "./under-indented.js";

/** The first document of a text, as the parser composed it. */
export interface ComposedDocument {
  readonly document: Document.Parsed | undefined;
  readonly problems: YamlProblem[];
  readonly hasAliases: boolean;
  /** Where the parser got blanks instead of line breaks: the values of scalars there differ from those of the text. */
  readonly regions: readonly Span[];
}

// The composer recurses, and V8 ends the whole process if the stack overflows while it compiles a
// regular expression. No workflow has more than some twenty levels.
const maxDepth = 100;

/** libyaml, and so GitHub, allows a comment directly after a quoted scalar or a bracket. */
const COMMENT_WITHOUT_BLANK = "Comments must be separated from other tokens";

/** Like the package's own `parseDocument`, for the first document only and to a limited depth. */
export function composeDocument(text: string): ComposedDocument {
  const composed = composeText(text);
  if (composed.problems.length === 0) return composed;
  const indented = withoutUnderIndentation(text);
  return indented.regions.length === 0
    ? composed
    : { ...composeText(indented.text), regions: indented.regions };
}

function composeText(text: string): ComposedDocument {
  const problems: YamlProblem[] = [];
  const composer = new Composer({
    // Every scalar stays text: `coreValue` decides what is a null or a number.
    schema: "failsafe",
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  let hasAliases = false;
  const tokens = firstDocument(
    shallowTokens(text, problems, () => (hasAliases = true)),
    problems,
  );
  const [document] = composer.compose(tokens, true, text.length);
  for (const { message, pos } of document?.errors ?? []) {
    if (!message.startsWith(COMMENT_WITHOUT_BLANK))
      problems.push({ message, offset: Math.min(pos[0], text.length) });
  }
  return { document, problems, hasAliases, regions: [] };
}

/** The tokens of the file, up to the place where it is nested too deep. */
function* shallowTokens(text: string, problems: YamlProblem[], onAlias: () => void): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith("*")) onAlias();
    yield* parser.next(lexeme);
    if (parser.stack.length <= maxDepth) continue;
    problems.push({ message: `More than ${maxDepth} levels of YAML.`, offset: parser.offset });
    return;
  }
  yield* parser.end();
}

/** The tokens of the first document. GitHub rejects a file with several documents. */
function* firstDocument(tokens: Iterable<CST.Token>, problems: YamlProblem[]): Generator<CST.Token> {
  let hasDocument = false;
  for (const token of tokens) {
    if (token.type === "document") {
      if (hasDocument) {
        problems.push({
          message: "A workflow is one YAML document; another one starts here.",
          offset: token.offset,
        });
        return;
      }
      hasDocument = true;
    }
    yield token;
  }
}

/** The node that an alias refers to. */
export interface AliasTarget {
  readonly node: Scalar | YAMLMap | YAMLSeq;
  /** Whether the node is directly inside `{...}` or `[...]`. */
  readonly inFlow: boolean;
}

/** The target of each alias that has one. */
export type AliasTargets = ReadonlyMap<Alias, AliasTarget>;

/**
 * Finds the targets of all aliases of a document in one walk; the package's own `resolve` walks the
 * whole document for each alias. An alias refers to the last node before it that has its anchor.
 */
export function aliasTargets(document: Document): AliasTargets {
  const anchored = new Map<string, AliasTarget>();
  const targets = new Map<Alias, AliasTarget>();
  const waiting: { readonly node: unknown; readonly inFlow: boolean }[] = [
    { node: document.contents, inFlow: false },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, inFlow } = next;
    if (isAlias(node)) {
      const target = anchored.get(node.source);
      if (target) targets.set(node, target);
    } else if (isPair(node)) {
      waiting.push({ node: node.value, inFlow }, { node: node.key, inFlow });
    } else if (isScalar(node) || isCollection(node)) {
      if (node.anchor) anchored.set(node.anchor, { node, inFlow });
      if (!isCollection(node)) continue;
      for (const item of node.items.toReversed()) waiting.push({ node: item, inFlow: node.flow === true });
    }
  }
  return targets;
}

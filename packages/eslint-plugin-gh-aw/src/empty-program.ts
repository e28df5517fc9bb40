import { TextSourceCodeBase } from "@eslint/plugin-kit";
import type { DirectiveComment } from "./find-directive-comments.js";
import type { Program } from "./program.js";

/** The type parameters of ESLint's base class. */
export interface Types {
  LangOptions: Record<string, unknown>;
  RootNode: Program;
  SyntaxElementWithLoc: Program | DirectiveComment;
  ConfigNode: DirectiveComment;
}

/** The parts of a scope that rules for JavaScript use in an empty program. */
interface EmptyScope {
  readonly type: "global";
  readonly block: Program;
  readonly set: ReadonlyMap<string, unknown>;
  readonly implicit: { readonly variables: readonly never[]; readonly set: ReadonlyMap<string, unknown> };
  readonly variables: readonly never[];
  readonly references: readonly never[];
  readonly through: readonly never[];
  readonly childScopes: readonly never[];
  readonly upper: null;
  readonly isStrict: true;
}

/**
 * The methods that rules for JavaScript call. A configuration without `files`, such as `js.configs.recommended`, also
 * runs them on lock files: they find a program without statements, tokens and comments, and report nothing.
 */
export class EmptyProgramSourceCode extends TextSourceCodeBase<Types> {
  readonly parserServices: Readonly<Record<string, never>> = {};
  readonly tokensAndComments: readonly never[] = [];

  /** Empty: such rules would treat a comment as JavaScript and rewrite it. */
  getAllComments(): never[] {
    return [];
  }

  getLines(): string[] {
    return this.lines;
  }

  getScope(): EmptyScope {
    return {
      type: "global",
      block: this.ast,
      set: new Map<string, unknown>(),
      implicit: { variables: [], set: new Map<string, unknown>() },
      variables: [],
      references: [],
      through: [],
      childScopes: [],
      upper: null,
      isStrict: true,
    };
  }

  get scopeManager(): unknown {
    const globalScope = this.getScope();
    return {
      globalScope,
      scopes: [globalScope],
      acquire: () => globalScope,
      getDeclaredVariables: () => [],
      addGlobals: () => undefined,
    };
  }

  getDeclaredVariables(): never[] {
    return [];
  }

  getTokens(): never[] {
    return [];
  }

  getCommentsBefore(): never[] {
    return [];
  }

  getCommentsInside(): never[] {
    return [];
  }

  getCommentsAfter(): never[] {
    return [];
  }

  getFirstToken(): null {
    return null;
  }

  getLastToken(): null {
    return null;
  }

  getTokenBefore(): null {
    return null;
  }

  getTokenAfter(): null {
    return null;
  }
}

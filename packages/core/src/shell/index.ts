export { commandSpans, type CommandSpan } from "./command-spans.js";
export {
  SUCCESS,
  type CallWord,
  type CommandCall,
  type CommandResult,
  type Program,
} from "./command-call.js";
export { wordText, type ExpandedText } from "./expanded-text.js";
export {
  readFile,
  sameAlternatives,
  type Alternatives,
  type Content,
  type FilePart,
  type Files,
  type KnownPart,
  type UnknownPart,
} from "./files.js";
export { restoreExpressions } from "./expressions.js";
export { runCommand, runScript } from "./interpreter.js";
export { unwrapLaunchers } from "./launchers.js";
export { baseName, resolvePath } from "./path.js";
export { isKnown, scopeOf, type Scope } from "./scope.js";
export { createState, forkState, type ShellState } from "./state.js";

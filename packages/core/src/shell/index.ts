export { statusIfItEnds } from "./state/control-flow.js";
export { readStartupFiles } from "./programs/startup-files.js";
export { commandSpans, type CommandSpan } from "./command-spans.js";
export { SUCCESS, type CallWord, type CommandCall, type Program, type Shell } from "./command-call.js";
export {
  sameAlternatives,
  textOfContent,
  unknownContent,
  valueOfContent,
  type Alternatives,
  type Content,
  type FilePart,
  type KnownPart,
  type UnknownPart,
} from "./files/content.js";
export { baseName, folderOf, isNowhere, resolvePath, RUNNER_FILES } from "./files/path.js";
export {
  expressionOf,
  scriptOfValue,
  standIn,
  unknownExpression,
  withUnknownExpressions,
} from "./expansion/unknown-expressions.js";
export { isDropped, mayBeAdded, noteAdditions } from "./state/added-variables.js";
export { dropSetters, setterOf, settersOf, variableSetBy } from "./state/setters.js";
export { refill } from "./state/budget.js";
export {
  answerTo,
  ask,
  assumeSuccess,
  emptiness,
  equalText,
  isDerivedFact,
  noteEqualText,
} from "./state/facts.js";
export { assignVariable, exportVariable } from "./state/assignment.js";
export { isFolder, isThere } from "./state/presence.js";
export { ControlFlow } from "./state/control-flow.js";
export type { ListWatch, WaysTo } from "./state/explore-list.js";
export type { Outcome } from "./state/joined-ways.js";
export { applyDelta } from "./state/journal.js";
export type { JournaledMap } from "./state/journaled-map.js";
export type { Status } from "./state/status.js";
export { asExported, UNSET, VARIABLES, type Variable } from "./state/variables.js";
export { mayGoOn } from "./commands/ended-command.js";
export { noteIfOutlived } from "./state/errexit.js";
export { createInterpreter, type Interpreter } from "./commands/interpreter.js";
export { unwrapLaunchers } from "./programs/launchers.js";
export { valueOfPath } from "./programs/files/printed-paths.js";
export { dropFunctions, isExportOfFunction } from "./state/exported-functions.js";
export { fileOfProgram } from "./programs/executable-files.js";
export { pathOf, pathOfWord, textualPathOf } from "./programs/paths.js";
export { exportedVariables, lookUp } from "./state/lookup.js";
export { scalar } from "./state/variables.js";
export { directoryOf, inSubshell, noteUnknown, type ShellState } from "./state/shell-state.js";
export { createState } from "./state/create-state.js";
export {
  displayOf,
  firstUnknown,
  isNeverEmpty,
  knownText,
  mappedValue,
  joinValues,
  signatureOf,
  sliceValue,
  textValue,
  fillIn,
  soleUnknown,
  unknownValue,
  type Guess,
  type Unknown,
  type Value,
} from "./values/value.js";
export { contributionOf, fileSource, resultOf } from "./values/source-words.js";

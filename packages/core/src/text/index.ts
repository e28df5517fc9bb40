export { type DerivedTextBuilder, type Encode, deriveText } from "./derived-text.js";
export { type Span, type TextEdit, applyEdits } from "./edit.js";
export { joinTexts } from "./joined-text.js";
export {
  type Line,
  type Position,
  firstLine,
  lineBreakAt,
  lineEnd,
  lineFeedAfter,
  lineNumber,
  lineNumbers,
  lineStart,
  lineStarts,
  linesOf,
  nextLineStart,
  offsetOfLine,
  positionAt,
} from "./lines.js";
export { type MappedText, fileText, lazySpan, lazyText, spanInFile, unmappedText } from "./mapped-text.js";
export { memoizeByObject, memoizeLast, once } from "./memoize.js";

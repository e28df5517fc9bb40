export { deriveText, type DerivedTextBuilder, type Encode } from "./derived-text.js";
export { applyEdits, type TextEdit } from "./edit.js";
export { joinTexts } from "./joined-text.js";
export { lazySpan, lazyText, once } from "./lazy.js";
export { rememberFor, rememberLast } from "./remember.js";
export { firstLine } from "./lines.js";
export { fileText, spanInFile, unmappedText, type MappedText } from "./mapped-text.js";
export type { Span } from "./span.js";

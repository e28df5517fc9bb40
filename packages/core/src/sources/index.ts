export { type ChangedFile, noFiles, type RepositoryFiles } from "./repository.js";
export { codexSource, type CodexSourceKind } from "./codex-source.js";
export { durableFix, type DurableFix } from "./durable-fix.js";
export { findFrontMatter, type FrontMatter } from "./front-matter.js";
export { lockPathOf, sourcePathOf } from "./paths.js";
export type { SourceFile } from "./source-hash.js";
export { staleLock, staleLockOfSource, type StaleLockKind } from "./stale-lock.js";
export { readStoredHashes } from "./lock-state.js";

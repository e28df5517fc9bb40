import { createNotice, type Notice } from "../findings/index.js";
import { type MessageId, remedyOf } from "../messages/index.js";
import { firstLine, type Span } from "../text/index.js";
import { findFrontMatter } from "./front-matter.js";
import { lockState, type LockState } from "./lock-state.js";
import { lockPathOf, shownPath, sourcePathOf, workflowName } from "./paths.js";
import type { RepositoryFiles } from "./repository.js";
import type { SourceFile } from "./source-hash.js";

/** By what changed since the lock file was compiled. */
export type StaleLockKind = MessageId<"stale-lock">;

/** Reports a lock file that is out of date with its source, at the hash in its header. */
export function staleLock(
  lock: string,
  path: string,
  repository: RepositoryFiles,
): Notice<StaleLockKind> | undefined {
  const source = sourcePathOf(path);
  const text = repository.read(source);
  if (text === undefined) return undefined;
  const state = lockState(lock, { path: source, text, repository });
  return describe(state, state.kind === "outdated" ? state.stored.span : undefined, source);
}

/** Reports a source whose lock file is out of date, at the first key of its front matter. */
export function staleLockOfSource(source: SourceFile): Notice<StaleLockKind> | undefined {
  const lock = source.repository.read(lockPathOf(source.path));
  if (lock === undefined) return undefined;
  return describe(lockState(lock, source), firstKeyLine(source.text), source.path);
}

function describe(
  state: LockState,
  span: Span | undefined,
  source: string,
): Notice<StaleLockKind> | undefined {
  if (state.kind !== "outdated" || !span) return undefined;
  const name = workflowName(source);
  const kind = state.part === "body" ? "staleBody" : "staleFrontMatter";
  return createNotice("stale-lock", {
    kind,
    span,
    data: {
      lock: shownPath(lockPathOf(source)),
      source: shownPath(source),
      remedy: remedyOf("stale-lock", kind, { name }),
    },
    fix: undefined,
    suggestions: [],
  });
}

/** The first line of the front matter that is not a comment, so that a directive comment above applies to it. */
function firstKeyLine(text: string): Span | undefined {
  const found = findFrontMatter(text);
  if (found === undefined || found === "unclosed") return undefined;
  const { start, end } = found.span;
  const key = /^(?![ \t]*(?:#|\r?$))/m.exec(text.slice(start, end));
  return firstLine(text, { start: start + (key?.index ?? 0), end });
}

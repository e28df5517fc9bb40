import { compare } from "semver";
import * as changes from "../../../packages/core/src/codex/releases/changes.js";

/** The changes in Codex, the oldest first. */
export const codexChanges = Object.values(changes).sort((left, right) => compare(left.since, right.since));

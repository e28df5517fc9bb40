import { absorbed, commonKnowledge } from "./absorption.js";
import type { Leaving } from "./control-flow.js";
import { type Delta, deltaSignature, type Journal } from "./journal.js";
import { statusSignature } from "./status.js";

/** The outcome of one way through a part of a script. */
export interface Outcome {
  /** All changes since the part started. */
  readonly delta: Delta;
  readonly leaving: Leaving | undefined;
}

/** Whether a value is an `Outcome`. */
export function isOutcome(value: unknown): value is Outcome {
  return typeof value === "object" && value !== null && "delta" in value;
}

/** A text that is equal for equal ends of ways; empty if the way goes on. */
export function leavingSignature(leaving: Leaving | undefined): string {
  if (!leaving) return "";
  return "status" in leaving
    ? `${leaving.kind} ${statusSignature(leaving.status)}`
    : `${leaving.kind} ${String(leaving.levels)}`;
}

/** Merges ways that leave the same state, and keeps only their common knowledge about unknown values. */
export function distinct(outcomes: readonly Outcome[], journal: Journal): readonly Outcome[] {
  const ids = new Map<object, string>();
  const idOf = (map: object): string => {
    const id = ids.get(map) ?? String(ids.size);
    ids.set(map, id);
    return id;
  };
  const bySignature = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const signature = `${leavingSignature(outcome.leaving)}\0\0${deltaSignature(outcome.delta, idOf)}`;
    const known = bySignature.get(signature);
    bySignature.set(signature, known ? withCommonKnowledge(known, outcome, journal) : outcome);
  }
  return [...bySignature.values()];
}

function withCommonKnowledge(first: Outcome, second: Outcome, journal: Journal): Outcome {
  const delta = new Map(first.delta);
  for (const map of new Set([...first.delta.keys(), ...second.delta.keys()])) {
    if (map.isKnowledge)
      delta.set(map, commonKnowledge(map, first.delta.get(map), second.delta.get(map), journal));
  }
  return { delta, leaving: first.leaving };
}

/** More ways are not compared pairwise: they get joined anyway. */
const MAX_COMPARED = 32;

/** Merges each way into one that knows less, if any. The state must be the one that the deltas start from. */
export function mergeCovered(ways: readonly Outcome[], journal: Journal): readonly Outcome[] {
  if (ways.length > MAX_COMPARED) return ways;
  const result: Outcome[] = [];
  for (const way of ways) {
    const end = leavingSignature(way.leaving);
    let delta: Delta | undefined;
    const index = result.findIndex((known) => {
      if (leavingSignature(known.leaving) !== end) return false;
      delta = absorbed(known.delta, way.delta, journal);
      return delta !== undefined;
    });
    if (delta) result[index] = { delta, leaving: way.leaving };
    else result.push(way);
  }
  return result;
}

/** Joins the ways with the same kind of end: what they do not agree on becomes unknown. */
export function join(ways: readonly Outcome[], journal: Journal, base: number): readonly Outcome[] {
  const byEnd = new Map<string, Outcome[]>();
  for (const way of ways) {
    const end = leavingSignature(way.leaving);
    byEnd.set(end, [...(byEnd.get(end) ?? []), way]);
  }
  return [...byEnd.values()].map((alike) => {
    const maps = new Map<Parameters<Parameters<typeof deltaSignature>[1]>[0], Set<string>>();
    for (const { delta } of alike) {
      for (const [map, keys] of delta) {
        const all = maps.get(map) ?? new Set<string>();
        for (const key of keys.keys()) all.add(key);
        maps.set(map, all);
      }
    }
    for (const [map, keys] of maps) {
      for (const key of keys) {
        const before = map.entry(key);
        const entries = alike.map(({ delta }) => delta.get(map)?.get(key) ?? before);
        const [first] = entries;
        if (first && new Set(entries.map((entry) => entry.signature())).size === 1) first.set();
        else {
          map.join(key, entries);
          if (map.disagreement) map.join(map.disagreement.key, entries);
        }
      }
    }
    const outcome = { delta: journal.changesSince(base), leaving: alike[0]?.leaving };
    journal.undo(base);
    return outcome;
  });
}

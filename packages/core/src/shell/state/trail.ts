import type { Unknown } from "../values/value.js";

/** A choice on a way, and the option that the current way takes. */
export interface Choice {
  /** The number of the list of statements, counted along the way, that it belongs to; `undefined` if none. */
  readonly list: number | undefined;
  readonly options: readonly unknown[];
  /** The unknown value that the choice is about, if it is one. */
  readonly about: Unknown | undefined;
  /** Whether ways take the other options, too. */
  readonly isOpen: boolean;
  index: number;
}

/** The choices of the current way. */
export interface Trail {
  readonly choices: Choice[];
  /** How many of the choices the current way has reached. */
  position: number;
  /** How many lists of statements it has reached. */
  lists: number;
  /** Whether so many ways were followed that new choices no longer split them. */
  isHurried: boolean;
}

/** A trail without choices. */
export function createTrail(): Trail {
  return { choices: [], position: 0, lists: 0, isHurried: false };
}

/** The next choice of the current way: the same as that of the way before it, or a new one with these options. */
export function nextChoice(
  trail: Trail,
  list: number | undefined,
  optionsOf: () => readonly unknown[],
  about?: Unknown,
): Choice {
  const known = trail.choices[trail.position];
  const choice = known ?? { list, options: optionsOf(), about, isOpen: !trail.isHurried, index: 0 };
  if (!known) trail.choices.push(choice);
  trail.position++;
  return choice;
}

/** How many options of the trail's choices other ways are to take. */
export function pendingOptionsOf({ choices }: Trail): number {
  return choices.reduce((sum, choice) => sum + pendingOptions(choice), 0);
}

function pendingOptions({ isOpen, index, options }: Choice): number {
  return isOpen ? options.length - 1 - index : 0;
}

/**
 * Turns to the next way: the last choice that has another option takes it, and those after it are dropped. No choice
 * is left after the last way. Returns whether options were dropped that no way has taken.
 */
export function turnToNextWay({ choices }: Trail): boolean {
  let isCut = false;
  for (;;) {
    const last = choices.at(-1);
    if (!last) return isCut;
    if (pendingOptions(last) > 0) {
      last.index++;
      return isCut;
    }
    isCut ||= !last.isOpen && last.options.length > 1;
    choices.pop();
  }
}

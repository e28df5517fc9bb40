import { isOn, type ShellState } from "./shell-state.js";

const EXPORTED_FUNCTION = "exported function ";

/** The key of `options` that tells whether a function is exported. */
export function exportOfFunction(name: string): string {
  return EXPORTED_FUNCTION + name;
}

/** Whether a key of `options` is that of an exported function. */
export function isExportOfFunction(option: string): boolean {
  return option.startsWith(EXPORTED_FUNCTION);
}

/** Drops the functions, as another program starts, except for the exported ones if it passes these on. */
export function dropFunctions(state: ShellState, keepsExported: boolean): void {
  for (const name of state.functions.keys())
    if (!keepsExported || !isOn(state, exportOfFunction(name))) state.functions.set(name, undefined);
}

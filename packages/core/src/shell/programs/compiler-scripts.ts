/** Whether a path is that of one of gh-aw's own scripts: what they write is none of what is looked at here. */
export function isOfCompiler(path: string): boolean {
  return /(?:^|\/)gh-aw\/(?:actions|safeoutputs|safe-jobs|mcp-scripts|safe-inputs|bin|threat-detection)\//.test(
    path,
  );
}

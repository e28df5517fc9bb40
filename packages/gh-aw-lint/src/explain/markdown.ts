import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Highlights headings, code, and removed and added lines of diffs; leaves the Markdown otherwise unchanged. */
export function colorMarkdown(markdown: string): string {
  let language: string | undefined;
  return markdown
    .split("\n")
    .map((line) => {
      const [, fence] = /^```(.*)$/.exec(line) ?? [];
      if (fence !== undefined) {
        language = language === undefined ? fence : undefined;
        return style("dim", line);
      }
      return language === undefined ? prose(line) : code(line, language);
    })
    .join("\n");
}

function prose(line: string): string {
  if (/^#+ /.test(line)) return style("bold", line);
  return line
    .replaceAll(/`[^`]+`/g, (literal) => style("cyan", literal))
    .replaceAll(/(?<=\]\()[^)]+(?=\))/g, (address) => style("dim", address));
}

function code(line: string, language: string): string {
  if (language === "diff" && line.startsWith("+")) return style("green", line);
  if (language === "diff" && line.startsWith("-")) return style("red", line);
  return line;
}

function style(format: Style, text: string): string {
  return styleText(format, text, { validateStream: false });
}

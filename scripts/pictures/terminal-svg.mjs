import { createAnsiSequenceParser } from "ansi-sequence-parser";
import wrapAnsi from "wrap-ansi";

const COLUMNS = 104;
const FONT_SIZE = 13;
// A monospaced character is three fifths of the font size wide; `textLength` makes that exact in every font.
const CHARACTER = FONT_SIZE * 0.6;
const LINE = 19;
const MARGIN = 18;
const BAR = 34;

const foreground = "#d6deeb";
/** @type {Readonly<Record<string, string>>} */
const colors = {
  black: "#5c6773",
  red: "#ff6b6b",
  green: "#8bd49c",
  yellow: "#ebc17a",
  blue: "#6ab0f3",
  magenta: "#d4a6f5",
  cyan: "#6fd3d9",
  white: foreground,
};

/**
 * A picture of a terminal window.
 *
 * @param {string} output the output of a command, with colors
 * @param {string} title for the window's title bar and as alternative text
 */
export function terminalSvg(output, title) {
  const parser = createAnsiSequenceParser();
  const lines = output
    .trimEnd()
    .split("\n")
    .flatMap(wrap)
    .map((line) => parser.parse(line));
  const width = Math.ceil(COLUMNS * CHARACTER + 2 * MARGIN);
  const height = BAR + lines.length * LINE + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escape(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="#10151c"/>
<g fill="#3a424d"><circle cx="20" cy="17" r="5.5"/><circle cx="38" cy="17" r="5.5"/><circle cx="56" cy="17" r="5.5"/></g>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${FONT_SIZE}" fill="${foreground}">
${lines.flatMap((tokens, index) => lineSvg(tokens, BAR + LINE * (index + 0.75))).join("\n")}
</g>
</svg>
`;
}

/**
 * Wraps a line; only the first part keeps the indentation.
 *
 * @param {string} line
 */
function wrap(line) {
  const [first = "", ...others] = wrapAnsi(line, COLUMNS, { hard: true, trim: false }).split("\n");
  return [first, ...others.map((other) => other.trimStart())];
}

/**
 * @param {readonly import("ansi-sequence-parser").ParseToken[]} tokens
 * @param {number} y the line's baseline
 */
function lineSvg(tokens, y) {
  let column = 0;
  return tokens.flatMap((token) => {
    const start = column;
    column += token.value.length;
    // Otherwise, leading, trailing and repeated spaces would get lost.
    return [...token.value.matchAll(/\S+(?: \S+)*/g)].map(({ 0: value, index }) =>
      textSvg({ ...token, value }, start + index, y),
    );
  });
}

/**
 * @param {import("ansi-sequence-parser").ParseToken} token
 * @param {number} column
 * @param {number} y
 */
function textSvg({ value, foreground: color, decorations }, column, y) {
  const attributes = [
    `x="${round(MARGIN + column * CHARACTER)}" y="${round(y)}" textLength="${round(value.length * CHARACTER)}"`,
    color?.type === "named"
      ? `fill="${colors[color.name.replace("bright", "").toLowerCase()] ?? foreground}"`
      : "",
    decorations.has("bold") ? `font-weight="bold"` : "",
    decorations.has("dim") ? `opacity="0.65"` : "",
    decorations.has("underline") ? `text-decoration="underline"` : "",
  ];
  return `<text ${attributes.filter((attribute) => attribute !== "").join(" ")}>${escape(value)}</text>`;
}

/** @param {number} value */
function round(value) {
  return Number(value.toFixed(1));
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

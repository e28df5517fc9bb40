import { describe, expect, test } from "vitest";
import { standIn } from "../../../packages/core/src/shell/index.js";
import { filesOfScript, unknownFilesOfScript } from "./files-of-script.js";

const write = (body: string, delimiter = "EOF", operator = "<<"): string =>
  `cat > /f ${operator} ${delimiter}\n${body}\n${delimiter.replace(/['"\\]/g, "")}\n`;

describe("a here-document", () => {
  test("loses backslashes before `$`, backquote, backslash, and line feed, and keeps others", () => {
    const body = String.raw`a = "\${X}" \$ ` + "\\` " + String.raw`\\ \n \"` + "\\\nend";
    expect(filesOfScript(write(body))["/f"]).toEqual([String.raw`a = "` + '${X}" $ ` \\ \\n \\"end\n']);
  });

  test("with a quoted delimiter is taken literally", () => {
    const body = String.raw`a = "\${X}" $Y \\`;
    for (const delimiter of ["'EOF'", '"EOF"', "\\EOF"]) {
      expect(filesOfScript(write(body, delimiter))["/f"]).toEqual([`${body}\n`]);
    }
  });

  test("with `<<-` loses the tabs at the start of its lines, but no spaces", () => {
    expect(filesOfScript("cat > /f <<- EOF\n\t\ta\n\t b\n c\t\n\tEOF\n")["/f"]).toEqual(["a\n b\n c\t\n"]);
    expect(filesOfScript("cat > /f <<- 'EOF'\n\ta $X\n\tEOF\n")["/f"]).toEqual(["a $X\n"]);
  });

  test("gets the values of known variables and a placeholder for others", () => {
    expect(filesOfScript(write('url = "$A:${B}"\nport = $P'), { A: "http://x", B: "1" })["/f"]).toEqual([
      'url = "http://x:1"\nport = 0\n',
    ]);
  });

  test("is unknown if a joined line may continue a variable's name", () => {
    const path = "/f";
    const unknown = (body: string): boolean => unknownFilesOfScript(write(body), { X: "x" }).has(path);
    expect(unknown("$X\\\nplain")).toBe(true);
    expect(unknown("$X\\\n-plain")).toBe(false);
    expect(unknown("${X}\\\nplain")).toBe(false);
  });

  test("without a closing delimiter ends with the script", () => {
    expect(filesOfScript("cat > /f << EOF\na\nb\n")["/f"]).toEqual(["a\nb\n"]);
  });

  test("may be one of several on a line", () => {
    expect(filesOfScript("cat << A > /a; cat << B > /b\n1\nA\n2\nB\n")).toEqual({
      "/a": ["1\n"],
      "/b": ["2\n"],
    });
  });

  test("gets a placeholder for GitHub's expressions", () => {
    expect(filesOfScript(write(`a = "${standIn("secrets.X || 'y'")}"`))["/f"]).toEqual(['a = "0"\n']);
  });
});

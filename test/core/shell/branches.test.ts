import { describe, expect, test } from "vitest";
import { filesOfScript } from "./files-of-script.js";

describe("a condition", () => {
  test("that can be worked out leaves one content", () => {
    const script = (left: string, right: string): string =>
      `echo 1 > /a\nif [ "${left}" != "${right}" ]; then cp /a /b; else echo 2 > /a; fi`;
    expect(filesOfScript(script("/x", "$X"), { X: "/x" })).toEqual({ "/a": ["2\n"] });
    expect(filesOfScript(script("/x", "$X"), { X: "/y" })).toEqual({ "/a": ["1\n"], "/b": ["1\n"] });
  });

  test("that cannot be worked out leaves the contents of both branches", () => {
    expect(
      filesOfScript('if [ -n "$X" ]; then echo 1 > /a; else echo 2 > /a; fi\n[ -x /y ] && echo 3 > /b'),
    ).toEqual({
      "/a": ["1\n", "2\n"],
      "/b": ["3\n", undefined],
    });
  });

  test("on a file that was written before holds", () => {
    expect(filesOfScript("echo 1 > /a; if [ -f /a ]; then echo 2 > /b; else echo 3 > /b; fi")).toMatchObject({
      "/b": ["2\n"],
    });
  });

  test("whose branch ends the script leaves the other one", () => {
    expect(
      filesOfScript(
        "if ! grep -q x /y; then exit 1; fi; [[ $A == b* ]] && { echo 2 > /a; exit; }; echo 1 > /a",
      ),
    ).toEqual({
      "/a": ["1\n"],
    });
  });

  test("joined by `||` runs the right side only if the left may fail", () => {
    expect(filesOfScript("mkdir /x || echo 1 > /a\nfalse || echo 2 > /b\ntrue && echo 3 > /c")).toEqual({
      "/b": ["2\n"],
      "/c": ["3\n"],
    });
  });

  test("in a loop or a case may hold or not", () => {
    const script = "for f in a b; do echo 1 > /a; done\ncase $X in y) echo 2 > /b;; *) echo 3 > /b;; esac";
    expect(filesOfScript(script)).toEqual({ "/a": ["1\n", undefined], "/b": ["2\n", "3\n", undefined] });
  });
});

describe("variables", () => {
  test("set in a subshell or for one command are gone after it", () => {
    expect(filesOfScript("(A=/x); A=/y true; echo 1 > ${A:-/z}", { A: "" })).toEqual({ "/z": ["1\n"] });
  });

  test("on which two branches differ are not known", () => {
    expect(filesOfScript("A=/x; if test -d /q; then A=/y; fi; echo 1 > $A")).toEqual({ "${A}": ["1\n"] });
  });

  test("with a default, an alternative or an error take the right value", () => {
    const script = "echo ${A:-1}${B:-2}${B:+3}${A:+4}${B:?} > /f";
    expect(filesOfScript(script, { A: "", B: "b" })).toEqual({ "/f": ["1b3b\n"] });
  });
});

describe("scripts in scripts", () => {
  test("are run: `bash -c`, quoted in any way, `bash` with a here-document, and functions", () => {
    const script = [
      `bash -c 'echo '\\''a'\\'' > /a'`,
      `sudo -E /bin/bash -lc "echo \\"b\\" > /b"`,
      "bash -s << 'EOF'\necho c > /c\nEOF",
      "f() { echo $1 > /d; }; f d",
    ].join("\n");
    expect(filesOfScript(script)).toEqual({ "/a": ["a\n"], "/b": ["b\n"], "/c": ["c\n"], "/d": ["d\n"] });
  });

  test("that call themselves come to an end", () => {
    expect(filesOfScript("f() { f; }; f; echo 1 > /a")).toEqual({ "/a": ["1\n"] });
  });

  test("that Bash cannot parse do nothing", () => {
    expect(filesOfScript('echo 1 > /a\necho "abc')).toEqual({});
    expect(filesOfScript("if true; then echo 1 > /a")).toEqual({});
  });
});

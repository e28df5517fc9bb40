import { describe, expect, test } from "vitest";
import { filesOfScript } from "./files-of-script.js";

describe("a condition", () => {
  test("with a known value gives one content", () => {
    const script = (left: string, right: string): string =>
      `echo 1 > /a\nif [ "${left}" != "${right}" ]; then cp /a /b; else echo 2 > /a; fi`;
    expect(filesOfScript(script("/x", "$X"), { X: "/x" })).toEqual({ "/a": ["2\n"] });
    expect(filesOfScript(script("/x", "$X"), { X: "/y" })).toEqual({ "/a": ["1\n"], "/b": ["1\n"] });
  });

  test("with an unknown value gives the contents of both branches", () => {
    expect(
      filesOfScript('if [ -n "$X" ]; then echo 1 > /a; else echo 2 > /a; fi\n: ; [ -n "$Y" ] && echo 3 > /b'),
    ).toEqual({
      "/a": ["1\n", "2\n"],
      "/b": ["3\n", undefined],
    });
  });

  test("on a file that the script wrote is true", () => {
    expect(filesOfScript("echo 1 > /a; if [ -f /a ]; then echo 2 > /b; else echo 3 > /b; fi")).toMatchObject({
      "/b": ["2\n"],
    });
  });

  test("whose branch ends the script keeps what was written before", () => {
    expect(
      new Set(
        filesOfScript(
          'echo x > /y; if ! grep -q "$Q" /y; then exit 1; fi; [[ $A == b* ]] && { echo 2 > /a; exit; }; echo 1 > /a',
        )["/a"],
      ),
    ).toEqual(new Set([undefined, "2\n", "1\n"]));
  });

  test("joined by `||` runs the right side only if the left may fail", () => {
    expect(filesOfScript("mkdir /x || echo 1 > /a\nfalse || echo 2 > /b\ntrue && echo 3 > /c")).toEqual({
      "/b": ["2\n"],
      "/c": ["3\n"],
    });
  });

  test("of a loop runs at least once", () => {
    expect(filesOfScript("until echo 1 > /a; do sleep 1; done")).toEqual({ "/a": ["1\n"] });
  });

  test("with thousands of branches does not overflow the stack", () => {
    const items = `case $X in\n${"a) echo 1 > /a;;\n".repeat(12_000)}esac`;
    const branches = `if [ $X ]; then :\n${"elif [ $X ]; then echo 2 > /b\n".repeat(2_000)}fi`;
    expect(filesOfScript(`${items}\n${branches}\necho 3 > /c`)).toMatchObject({ "/c": ["3\n"] });
  });

  test("with an unknown variable or program may be true or false", () => {
    const files = filesOfScript(
      '[ "$X" = y ] || echo 1 > /a\nif ! command -v my-tool; then echo 1 > /b; fi\nif ! command -v node; then echo 1 > /c; fi',
    );
    expect(Object.keys(files).sort()).toEqual(["/a", "/b"]);
    expect(new Set(files["/a"])).toEqual(new Set([undefined, "1\n"]));
    expect(new Set(files["/b"])).toEqual(new Set([undefined, "1\n"]));
  });

  test("of a loop or a `case` with unknown words may be true or false", () => {
    const loop = filesOfScript("for f in $X; do echo 1 > /a; done");
    expect(new Set(loop["/a"])).toEqual(new Set(["1\n", undefined]));
    const cases = filesOfScript("case $X in y) echo 2 > /b;; *) echo 3 > /b;; esac");
    expect(new Set(cases["/b"])).toEqual(new Set(["2\n", "3\n"]));
  });
});

describe("a loop over known words", () => {
  test("runs once for each word", () => {
    expect(filesOfScript('for d in /a "$D"; do mkdir $d; echo $d > $d/f; done', { D: "/d" })).toEqual({
      "/a/f": ["/a\n"],
      "/d/f": ["/d\n"],
    });
  });

  test("may end early if an iteration may break it", () => {
    const script = 'for d in a b; do echo $d > /f; test -n "$X" && break; done';
    expect(filesOfScript(script)["/f"]).not.toEqual(["b\n"]);
  });
});

describe("variables", () => {
  test("set in a subshell or for one command are unset after it", () => {
    expect(filesOfScript("(A=/x); A=/y true; echo 1 > ${A:-/z}", { A: "" })).toEqual({ "/z": ["1\n"] });
  });

  test("that differ between two branches have a separate value on each way", () => {
    const files = filesOfScript('A=/x; if [ -n "$X" ]; then A=/y; fi; echo 1 > $A');
    expect(new Set(files["/x"])).toEqual(new Set(["1\n", undefined]));
    expect(new Set(files["/y"])).toEqual(new Set(["1\n", undefined]));
  });

  test("and arrays that grow exponentially become unknown", () => {
    const lines = 'A="$A$A"\na=("${a[@]}" "${a[@]}")\n'.repeat(60);
    expect(filesOfScript(`A=x; a=(x)\n${lines}echo $A > /f; echo 1 > /g`)).toMatchObject({ "/g": ["1\n"] });
  });

  test("with a default, an alternative, or an error have the right value", () => {
    const script = "echo ${A:-1}${B:-2}${B:+3}${A:+4}${B:?} > /f";
    expect(filesOfScript(script, { A: "", B: "b" })).toEqual({ "/f": ["1b3b\n"] });
  });
});

describe("nested scripts", () => {
  test("run in `bash -c` with any quotes, in `bash` with a here-document, and in functions", () => {
    const script = [
      `bash -c 'echo '\\''a'\\'' > /a'`,
      `sudo -E /bin/bash -lc "echo \\"b\\" > /b"`,
      "bash -s << 'EOF'\necho c > /c\nEOF",
      "f() { echo $1 > /d; }; f d",
    ].join("\n");
    expect(filesOfScript(script)).toEqual({ "/a": ["a\n"], "/b": ["b\n"], "/c": ["c\n"], "/d": ["d\n"] });
  });

  test("read the standard input of `bash -c`", () => {
    const script = "sudo bash -c 'cat > /a' << EOF\n1\nEOF\necho 2 | bash -c 'cat >> /a'";
    expect(filesOfScript(script)).toEqual({ "/a": ["1\n2\n"] });
  });

  test("get their arguments", () => {
    const script = `f() { shift; "$@"; }; f 3 bash -c 'echo $1 > /a' _ x; bash -c '"$@" > /b' _ echo y`;
    expect(filesOfScript(script)).toEqual({ "/a": ["x\n"], "/b": ["y\n"] });
  });

  test("that run too many commands leave no known files", () => {
    const loops = `${"for i in a b; do ".repeat(30)}echo 1 > /a${"; done".repeat(30)}`;
    expect(filesOfScript(`f() { f; f; f; }; f\n${loops}`)).toEqual({});
  });

  test("that call themselves forever end the script, because Bash crashes", () => {
    expect(filesOfScript("f() { f; }; f; echo 1 > /a")).toEqual({});
  });

  test("that Bash cannot parse run up to the line of the error", () => {
    expect(filesOfScript('echo 1 > /a\necho "abc')).toEqual({ "/a": ["1\n"] });
    expect(filesOfScript("echo 1 > /a\nif true; then\necho 2 > /a")).toEqual({ "/a": ["1\n"] });
    expect(filesOfScript("echo 1 > /a; echo 2 > /b; fi")).toEqual({});
    expect(filesOfScript("if true; then echo 1 > /a")).toEqual({});
  });
});

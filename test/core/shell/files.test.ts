import { describe, expect, test } from "vitest";
import { filesOfScript } from "./files-of-script.js";

describe("the files of a script", () => {
  test("are overwritten by `>` and appended to by `>>`", () => {
    expect(filesOfScript("echo a > /f\necho b >> /f\necho c > /g\necho d > /g")).toEqual({
      "/f": ["a\nb\n"],
      "/g": ["d\n"],
    });
  });

  test("are concatenated by `cat`", () => {
    expect(filesOfScript("echo 1 > /a; echo 2 > /b; cat /a /b > /c; cat /c >> /a")).toMatchObject({
      "/c": ["1\n2\n"],
      "/a": ["1\n1\n2\n"],
    });
  });

  test("are copied, moved, and removed", () => {
    const files = filesOfScript(
      "echo 1 > /a; cp /a /b; mv /b /c; echo 2 > /d; rm -f /d; install -m 600 /a /e",
    );
    expect(files).toEqual({ "/a": ["1\n"], "/c": ["1\n"], "/e": ["1\n"] });
  });

  test("are copied into a folder", () => {
    expect(
      filesOfScript("echo 1 > /a; mkdir /dir; cp /a /dir/; mkdir -p /x; echo 2 > /x/b; cp /a /x"),
    ).toMatchObject({
      "/dir/a": ["1\n"],
      "/x/a": ["1\n"],
    });
  });

  test("are copied, moved, and linked with or without their folder", () => {
    const copied = (command: string): object =>
      filesOfScript(`mkdir -p /a/b /t; echo 1 > /a/f; echo 2 > /a/b/g; ${command}`);
    const files = { "/a/f": ["1\n"], "/a/b/g": ["2\n"] };
    expect(copied("cp -a /a/. /t")).toEqual({ ...files, "/t/f": ["1\n"], "/t/b/g": ["2\n"] });
    expect(copied("cp -r /a /t/")).toEqual({ ...files, "/t/a/f": ["1\n"], "/t/a/b/g": ["2\n"] });
    expect(copied("mv /a/* /t/")).toEqual({ "/t/f": ["1\n"], "/t/b/g": ["2\n"] });
    expect(copied("cp -t /t /a/f")).toEqual({ ...files, "/t/f": ["1\n"] });
    expect(copied("ln -s /a/f /t/f")).toEqual({ ...files, "/t/f": ["1\n"] });
  });

  test("are copied with their folder to two possible paths if the target folder may exist", () => {
    const files = filesOfScript('mkdir /a; echo 1 > /a/f; if [ -n "$X" ]; then mkdir /t; fi; cp -r /a /t');
    expect(Object.keys(files).sort()).toEqual(["/a/f", "/t/a/f", "/t/f"]);
    expect(files["/a/f"]).toEqual(["1\n"]);
    for (const path of ["/t/f", "/t/a/f"]) expect(new Set(files[path])).toEqual(new Set(["1\n", undefined]));
  });

  test("become unknown if they grow exponentially", () => {
    const lines = "cat /a /a > /b\ncat /b /b > /a\n".repeat(40);
    expect(filesOfScript(`echo 1 > /a\n${lines}`)["/a"]?.[0]).toMatch(/^<a chain of commands>/);
  });

  test("are written by `tee`, from a pipe or a here-document", () => {
    const script =
      "echo 1 | sudo tee /a > /dev/null\necho 2 | tee -a /a /b\ntee /c << EOF > /dev/null\n3\nEOF\n";
    expect(filesOfScript(script)).toEqual({ "/a": ["1\n2\n"], "/b": ["2\n"], "/c": ["3\n"] });
  });

  test("are written by `printf '%s'` and by groups", () => {
    expect(
      filesOfScript(`printf '%s\\n' '{"a":1}' > /a\n{ echo 1; printf '%s' 2; } > /b\n( echo 3 ) >> /b`),
    ).toEqual({
      "/a": ['{"a":1}\n'],
      "/b": ["1\n23\n"],
    });
  });

  test("are written by `printf` with a format, and by `echo -e`", () => {
    const script = `printf 'a = "%s"\\n100%%\\n' x y > /a\necho -e 'a\\nb' > /b\nprintf '%d' 1 > /c\n`;
    expect(filesOfScript(script)).toEqual({
      "/a": ['a = "x"\n100%\na = "y"\n100%\n'],
      "/b": ["a\nb\n"],
      "/c": ["1"],
    });
  });

  test("contain the output of unsupported programs as unknown parts", () => {
    expect(filesOfScript("jq . /x > /a; echo 1 > /b; sed -i s/1/2/ /b; grep x /a; chmod 600 /a")).toEqual({
      "/a": ["<`jq`>"],
      "/b": ["2\n"],
    });
  });

  test("are located by variables and the current folder", () => {
    const script =
      'mkdir -p /d /e ~ "$RUNNER_TEMP/x"; cd "$D" && echo 1 > f\necho 2 > "${RUNNER_TEMP}//x/./y"\necho 3 > ~/z\nexport E=/e; echo 4 > $E/f';
    expect(filesOfScript(script, { D: "/d", HOME: "/h", RUNNER_TEMP: "/r" })).toEqual({
      "/d/f": ["1\n"],
      "/r/x/y": ["2\n"],
      "/h/z": ["3\n"],
      "/e/f": ["4\n"],
    });
  });
});

import { describe, expect, test } from "vitest";
import { processorTime } from "../../support/processor-time.js";
import { filesOfScript, unknownFilesOfScript } from "./files-of-script.js";

const times = (count: number, line: string): string => `${line}\n`.repeat(count);
const sum = Array.from({ length: 6_000 }, () => "1").join("+");
const copies = "abcd".repeat(110);

/** Scripts that took seconds, or crashed, when nothing bounded their cost. What they write to `/f` is not known. */
const scripts: readonly (readonly [string, string])[] = [
  ["a long sum", `echo $((${sum})) > /f`],
  ["a long sum in a variable", `a=${sum}\necho $((a)) > /f`],
  ["a long sum in `let`", `let x=${sum}\necho $x > /f`],
  ["a long comparison", `if ((${sum} == ${sum})); then echo $RANDOM > /f; else echo $RANDOM > /f; fi`],
  ["a very long sum", `echo $((${`${sum}+`.repeat(20)}1)) > /f`],
  ["many negations", `echo $((${"! ".repeat(100_000)}1)) > /f`],
  ["a malformed text with set -u", `set -u\na='${"b ".repeat(20_000)}'\necho $((a)) > /f`],
  [
    "sums of variables that are sums",
    `${Array.from({ length: 9 }, (__, i) => `v${String(i)}=${Array.from({ length: 60 }, () => `v${String(i + 1)}`).join("+")}`).join("\n")}\nv9=1\necho $((v0)) > /f`,
  ],
  ["repetitions in sed", `echo '${copies}' | sed 's/.*a.*b.*c.*x//' > /f`],
  ["optional letters in sed", `echo '${"a".repeat(40)}' | sed -E 's/${"a?".repeat(40)}b//' > /f`],
  ["spaces before the end of a line", `echo '${" ".repeat(100_000)}x' | sed 's/ *$//' > /f`],
  ["many programs in sed", `echo '${copies}' | sed '${"s/.*a.*x//;".repeat(1_000)}' > /f`],
  ["repetitions in awk", `echo '${copies}' | awk '/.*a.*b.*c.*x/' > /f`],
  ["repetitions in grep", `echo '${copies}' | grep '.*a.*b.*c.*x' > /f`],
  ["repetitions in perl", `echo '${copies}' | perl -pe 's/.*a.*b.*c.*x//' > /f`],
  ["repetitions in [[", `a='${copies}'\n[[ $a =~ .*a.*b.*c.*x ]]; echo "\${BASH_REMATCH[0]}" $? > /f`],
  ["a pattern of brackets", `echo $RANDOM ${"[".repeat(100_000)} > /f`],
  ["a pattern of brackets before one that closes none", `echo $RANDOM ${"[".repeat(100_000)}\\] > /f`],
  ["a path with many parents", `mkdir -p ${"a/../".repeat(6_000)}b\necho a > /f`],
  ["growth by perl", `echo a > /f\n${times(30, "perl -pi -e 's/a/aa/g' /f")}`],
  ["growth within a program of perl", `echo a > /f\nperl -pi -e '${"s/a/aa/g;".repeat(40)}' /f`],
  ["growth within a program of sed", `echo a | sed '${"s/a/aa/g;".repeat(40)}' > /f`],
  ["growth by base64", `echo a > /f\n${times(60, "base64 /f > /h; mv /h /f")}`],
  ["growth by tee", `echo a > /f\n${times(60, "cat /f /f | sed p | tee /h; mv /h /f")}`],
];

test.each(scripts)("%s does not take long", (_, script) => {
  const started = processorTime();
  const unknown = unknownFilesOfScript(script, {}, ["/f"]);
  expect(processorTime() - started).toBeLessThan(5_000);
  expect([...unknown]).toContain("/f");
});

test.each([
  ["packs", (index: number) => `tar cf /d.tar /d; cp /d.tar /d/${String(index)}.tar`],
  [
    "packs and unpacks",
    (index: number) => `tar cf /d.tar /d; mkdir /e${String(index)}; tar xf /d.tar -C /e${String(index)}`,
  ],
  [
    "packs what was unpacked",
    (index: number) => `tar cf /d.tar /d; mkdir /d/${String(index)}; tar xf /d.tar -C /d/${String(index)}`,
  ],
])("a script that %s more each time does not take long", (_, write) => {
  const lines = Array.from({ length: 200 }, (__, index) => `echo x > /d/f${String(index)}\n${write(index)}`);
  const started = processorTime();
  filesOfScript(`mkdir /d\n${lines.join("\n")}`);
  expect(processorTime() - started).toBeLessThan(5_000);
});

describe("what is bounded is sound", () => {
  test("a long expression may assign variables, and may be an error", () => {
    const contents = filesOfScript(`x=1\necho $((x=2,${sum}))\necho $x > /f`)["/f"] ?? [];
    expect(contents).not.toHaveLength(0);
    expect(contents).not.toContain("1\n");
  });

  test("Base64 of long texts takes little processor time", () => {
    const text = "aé€😀b".repeat(10_000);
    const started = processorTime();
    const { "/e": encoded, "/f": decoded } = filesOfScript(
      `printf '%s' '${text}' | base64 -w 0 > /e\nbase64 -d /e > /f`,
    );
    expect(encoded).toEqual([Buffer.from(text).toString("base64")]);
    expect(decoded).toEqual([text]);
    expect(processorTime() - started).toBeLessThan(5_000);
  });

  test("short texts with several repetitions are known", () => {
    const line = `base_url = "http://172.30.0.30:10000" # comment`;
    expect(filesOfScript(`echo '${line}' | sed 's/ *= *"\\(.*\\)".*/=\\1/' > /f`)["/f"]).toEqual([
      "base_url=http://172.30.0.30:10000\n",
    ]);
  });
});

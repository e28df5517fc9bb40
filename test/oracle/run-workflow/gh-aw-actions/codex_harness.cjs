// Stands in for gh-aw's harness: calls Codex without the harness's own options.
const { spawnSync } = require("node:child_process");

const [program, ...words] = process.argv.slice(2);
const args = [];
while (words.length > 0) {
  const word = words.shift();
  if (word === "--prompt-file") words.shift();
  else args.push(word);
}
process.exit(spawnSync(program, [...args, "prompt"], { stdio: "inherit" }).status ?? 1);

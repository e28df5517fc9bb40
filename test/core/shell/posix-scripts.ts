/** Scripts of Dash that have syntax of Bash in one of their lines, or what only looks like it. */
export const posixScripts: readonly string[] = [
  "sh -c '{ exit 0\n} || true\necho 1 > a\ncat <<< x'; echo $? > b",
  "sh -c 'echo 1 > a\nx=(1); echo 2 > b\necho 3 > c'; echo $? > e",
  "sh -c 'trap \"echo t > a\" EXIT\ncat < <(echo 1)\necho 3 > c'; echo $? > e",
  "sh -c 'cat << E > a\n<(x) <<< y\nE\necho \"<(x) <<<\" > b # x=(1)\nexit 3'; echo $? > e",
  "sh -c 'echo 1 > a\nf() { x=(1); }\necho 2 > b'; echo $? > e",
  "sh -c 'echo 1 > a\nx=`x=(1)`\necho 2 > b'; echo $? > e",
  "sh -c 'echo 1 > a\nx=$(x=(1))\necho 2 > b'; echo $? > e",
  "sh -c 'echo 1 > a\nfor ((i=0;i<2;i++)); do echo $i; done\necho 2 > b'; echo $? > e",
  "sh -c 'echo 1 > a\n(eval \"x=(1)\"; echo 3 > c)\necho $? > b'; echo $? > e",
  "echo 'echo 1 > a; x=1\ncat <<< $x\necho 2 > b' > s; sh s; echo $? > c; sh -c '. ./s; echo 4 > e'; sh -c 'if . ./s; then :; fi; echo 4 > e'",
  "sh -c 'echo 1 > a\necho $'\"'a'\"' > b\necho 2 > c'",
  "sh -c 'set -e\nfalse\nx=(1)'; echo $? > a; sh -c 'true\nx+=1\necho 3'; echo $? > b",
  "sh -c 'x=1; if [ $x = 1 ]; then exit 4; fi\nmapfile -t l < <(echo 1)'; echo $? > a",
  "sh -c 'select x in a; do echo $x > a; done\necho 1 > b'; echo $? > c",
  "sh -c 'echo ${1:=x} > a; echo 1 > b'; echo $? > c",
];

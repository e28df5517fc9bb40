/** Scripts like those of `bash-scripts.ts`, whose programs are modelled so far that no file is unknown. */
export const programScripts: readonly string[] = [
  "echo 1 > a; echo 1 > b; printf 1 > c; cmp -s a b && echo same >> e; cmp -s a c || echo $? >> e; diff a b >> e && diff -q a c >> e; echo $? >> e",
  "echo 1 > a; cmp -s a none 2> /dev/null; echo $? > b; diff none a 2> /dev/null; echo $? >> b; cmp -s none none 2> /dev/null || echo $? >> b",
  "echo 1 > a; if ! cmp --quiet a dir/x 2> /dev/null; then cp a dir/x; fi; cmp dir/x a && echo 2 > b",
  "echo 1 > a; echo 1 | cmp -s - a && echo 2 > b; echo 1 | cmp -s a; echo $? >> b; echo 2 | diff -q a - >> b || echo $? >> b",
  "echo 1 > a; diff -q <(echo 1) a && diff <(echo 2) <(echo 2) && echo 3 > b; ln -s a c; diff -u a c > e; echo $? >> e",
  "set -e; echo 1 > a; echo 2 > b; diff a b > /dev/null || echo 3 > c; cmp a b > /dev/null 2>&1; echo 4 > e",
];

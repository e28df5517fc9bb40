/** Scripts that name their descriptors by paths such as `/dev/stdin`. They must not move or remove these files. */
export const descriptorScripts: readonly string[] = [
  ". /dev/stdin <<< 'echo 1 > a; X=2'; echo $X > b",
  "echo 'echo 1 > a; X=2' | bash /dev/stdin; echo $? > b",
  "source /dev/stdin << E\necho $X > a\nE\necho $? > b",
  "source <(echo 'Z=1'); echo $Z > a",
  "bash -s x y <<< 'echo $1$2 > a'; bash /dev/fd/0 x <<< 'echo $1 > b'; sh - <<< 'echo 3 > c'",
  ". /dev/fd/3 3<<< 'echo 1 > a'; echo $? > b",
  "cat /dev/stdin <<< x > a; cp /dev/stdin b <<< y; install -m 600 /dev/stdin e <<< z",
  "printf 'X=9\\n' > s; while read -r l; do eval \"$l\"; done < /dev/stdin < s; echo $X > a; . ./s > /dev/null < s; cat < /dev/fd/0 < s > b",
  "bash /dev/null; echo $? > a; . /dev/null; echo $? > b; bash - < /dev/null; echo $? > c",
  "cat - <<< q > a; cat /dev/fd/0 - <<< q > b; tee /dev/stdout <<< q > c; sed 's/x/y/' /dev/stdin <<< x > e",
  "grep q /dev/stdin <<< q > a; head -n1 /dev/stdin <<< q > b; cat /proc/self/fd/0 <<< q > c",
  "echo 1 > /dev/stdout > a; echo 2 > a > /dev/stdout; echo 3 | tee /dev/stderr > b; { echo 4 > /dev/stdout; } >> a; { echo 5 >> /dev/stdout; } > c; { echo 6 | tee /dev/stdout; } > e",
  'x=$(echo 1 | tee /dev/stderr 2>> a); echo $x > b; y=$( { echo 2 | tee /dev/stderr; } 2>&1 ); echo "$y" > c',
  "head -n1 /dev/stdin <<< q > b; head -1 /dev/stdin <<< q > a; head -n 1 /dev/fd/0 <<< q > c; sort /dev/stdin <<< z > e",
];

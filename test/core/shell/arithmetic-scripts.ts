/** Sets `x` to a text that the model does not know. */
function unknown(text: string): string {
  return `x=$(awk 'BEGIN { printf("%s", "${text}") }');`;
}

/** Texts that a number is expected of. */
const texts = ["3", "a b", "", "x y", "0", "1/0", "y", "09", "-2", "5 5", "08"];

const scripts: readonly string[] = [
  ...texts.flatMap((text) =>
    [
      "y=1; echo $((x + 1)) > a; echo 1 > b\necho 2 > c",
      "y=1; echo $(($x + 1)) > a; echo 1 > b\necho 2 > c",
      "y=1; echo $((1 + $x)) > a || echo 1 > b\necho $? > c",
      'y=1; if (( x > 2 )); then echo 1 > a; else echo 2 > a; fi; (( y = x + 1, z = 2 )) || echo $? > b; echo "$z" > c',
      'let y=x+1 z=2; echo "$z" > a; let "y=$x" w=1; echo "$w" > b',
      "[[ $x -gt 1 ]] && echo 1 > a; [[ ! $x -gt 1 ]] && echo 2 > b; [[ $x -gt 1 || z = z ]] && echo 3 > c",
      '[ "$x" -gt 1 ] || echo 1 > a; [ ! "$x" -gt 1 ] || echo 2 > b; [ "$x" -gt 1 -o z = z ] || echo 3 > c; ! [ "$x" -gt 1 ] || echo 4 > e',
      "(( x && (y = 7) )); echo $y > a; (( x ? (y = 8) : (z = 9) )); echo $y $z > b; echo $((x || (w = 1))) > c; echo $w > e",
      "l=(p q r); echo ${l[x]} > a; l[x]=s; echo ${l[0]} > b\necho 1 > c",
      "set -e; l=(p q r); echo 1 > a; echo ${l[x]} > b; echo 2 > c",
      "s=abc; echo ${s:x} > a; echo 1 > b\necho ${s:0:x} > c; echo 2 > e",
      "declare -i n; n=x; echo $n > a; echo 1 > b\nn+=1; echo $n > c",
      "for ((i = 0; i < x; i++)); do echo $i > a; (( i > 2 )) && break; done; echo $? > b\necho 1 > c",
      "y=2; echo $((6 / x)) > a; echo 1 > b\necho $((6 % x)) > c; echo 2 > e",
      "set -u; if [[ $x = 3 && $n = 1 ]]; then echo 1 > a; else echo 2 > b; fi\nif [[ $x != 3 || $n = 1 ]]; then echo 1 > c; else echo 2 > e; fi",
      "set -u; echo $((x + 1)) > a; echo 1 > b\necho 2 > c",
      "set -e; (( n = x )) || true; echo $n > a; (( x )) && echo 1 > b; n=$((x * 2)) && echo $n > c; echo 2 > e",
    ].map((script) => unknown(text) + script),
  ),
  "x='a b' y=z z=1; echo 1 > a; echo ${!x} > b; echo 2 > c\necho ${!y} ${!n} > e; echo 3 > b",
  "mkdir -p x/y; echo 1 > x/t; ln -sr x/t dir/l; cat dir/l > a; readlink dir/l > b; ln -srf x/t c; readlink c > e",
  "[ ! x -gt 3 ]; echo $? > a; [ x -gt 3 -o b = b ]; echo $? > b; [ ! x -gt 3 -a b = b ]; echo $? > c; ! [ x -gt 3 ]; echo $? > e",
  "x=3 e=; echo $(($x + 1)) $((2*$x)) $(( $e )) $(($e + 1)) $((-$x)) > a; f() { echo $(($1 + $#)) > b; }; f 4; (exit 3); echo $(($? * 2)) > c",
  "e=; echo $((1 + $e)) > a; echo 1 > b\necho $((1 + ${e} + 2)) > c; echo $((2 * $(echo))) > e",
  "s=ab; echo ${s:1:-5} > a; echo 1 > b\necho 2 > c",
  "l=(p q); i='a b'; echo ${l[i]} > a; echo 1 > b\necho 2 > c",
  "set -e; l=(p q); i='a b'; echo 1 > a\necho ${l[i]} > b || true\necho 2 > c",
  "l=(p q); i='a b'; echo ${l[@]:i} > a; echo 1 > b\necho 2 > c",
  "y=1; echo $(( $(echo 5; echo 1 > a) + y )) > b; echo $(( $(echo a b) + 1 )) > c; echo 2 > e",
  "declare -i n; n='a b'; echo 1 > a\nn=2+3; echo $n > b; n+=4; echo $n > c",
  "f() { local -i n=$1; echo $n > $2; }; f 2+2 a; f 'x y' b; echo 1 > c\nf 7 e",
];

/** Scripts whose arithmetic has unknown operands, or errors. `bash -c` treats some errors differently. */
export const arithmeticScripts: readonly string[] = scripts.map(
  (script) => `cat > script << 'END'\n${script}\nEND\nbash script`,
);

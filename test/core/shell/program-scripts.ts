/** Scripts like those of `bash-scripts.ts`, whose programs are modelled well enough that no file is unknown. */
export const programScripts: readonly string[] = [
  "echo 1 > a; echo 1 > b; printf 1 > c; cmp -s a b && echo same >> e; cmp -s a c || echo $? >> e; diff a b >> e && diff -q a c >> e; echo $? >> e",
  "echo 1 > a; cmp -s a none 2> /dev/null; echo $? > b; diff none a 2> /dev/null; echo $? >> b; cmp -s none none 2> /dev/null || echo $? >> b",
  "echo 1 > a; if ! cmp --quiet a dir/x 2> /dev/null; then cp a dir/x; fi; cmp dir/x a && echo 2 > b",
  "echo 1 > a; echo 1 | cmp -s - a && echo 2 > b; echo 1 | cmp -s a; echo $? >> b; echo 2 | diff -q a - >> b || echo $? >> b",
  "echo 1 > a; diff -q <(echo 1) a && diff <(echo 2) <(echo 2) && echo 3 > b; ln -s a c; diff -u a c > e; echo $? >> e",
  "set -e; echo 1 > a; echo 2 > b; diff a b > /dev/null || echo 3 > c; cmp a b > /dev/null 2>&1; echo 4 > e",
  `printf 'a\\n[s]\\nb\\n[t]\\nc\\n' > a; awk '/^\\[s\\]/{skip=1;next} /^\\[/{skip=0} !skip' a > b; awk '/^\\[/{exit} {print}' a > c; awk '/^\\[/ { keep = 1 } keep' a > e`,
  `printf 'a\\n[s]\\nb\\n[t]\\nc\\n' > a; awk '/\\[s\\]/,/\\[t\\]/' a > b; awk '/^a/,/^a/ {print "x" $0}' a > c; awk 'NR==2,NR==3' a > e`,
  `printf 'k = URL URL\\n' > a; awk -v url="http://h:1" '{ gsub(/URL/, url); print }' a > b; awk -v u='a&b' '{sub(/URL/,u)}1' a > c; UU=env awk '{sub("URL", ENVIRON["UU"] "x")} {print}' a > e`,
  `printf '[p]\\nname = 1\\nbase = x\\n\\n[h]\\nbase = x\\n' > a; awk -v url="http://h" '
  # comment
  /^\\[/ { section = $0 }
  section == "[p]" && /^base/ { print "base = \\"" url "\\""; next }  # other
  { print }
' a > b; awk '{ if ($1 == "base") print "B"; else print }' a > c; awk '{ if (/^\\[/) { n++; print n ":" $0 } else if (NF) { print NF } else print "-" }' a > e`,
  `printf '1\\n2\\n0\\nx\\n\\n' > a; awk '$1' a > b; awk '!$1' a > c; awk '$1 == 1 || $1 != 2 {print "r" $1}' a > e`,
  `printf 'a\\nb\\n' > a; awk 'BEGIN { f = 0; print f } f { print "f" $0 } /a/ { f = 1 } END { print f, NR }' a > b; awk '{ last = $0 } END { print last }' a > c; awk '{printf "%s-%%\\n", $1} END { printf "end\\n" }' a > e`,
  `printf 'a b\\nc d\\n' > a; awk '{ x = $1 "=" $2; print x }' a > b; awk '{ sub(/b/, "q r") ; print $3, NF }' a > c; awk 'n == 1 { print "one" } { n++ }' a > e`,
  `printf 'a\\nb\\n' > a; awk '!done && /b/ { print "ins"; done = 1 } { print }' a > b; awk '{ print } END { if (!found) print "missing" }' a > c; awk '/zz/ { found = 1 } { print } END { if (found == 0) print "m=" found "." }' a > e`,
  `printf 'a\\n# c\\nb\\n' > a; awk '{ if (!/^#/) { print } }' a > b; awk '(NR > 1) && ($0 !~ /^#/)' a > c; awk '{ if ($0 ~ /^#/ || NR == 1) next; print }' a > e`,
  `printf 'a=1\\nb=2\\n' > a; awk -F= -v k=b -v v=9 '$1==k{print k"="v;next}1' a > b; awk -F= '{ m = $2 } m == 2' a > c; awk 'BEGIN { x = "0" } x { print "text" }' a > e`,
  `printf 'a\\n' > a; awk 'BEGIN{print ENVIRON["X"], ENVIRON["NOPE"] "|"}' > b; awk '{ print $0; print "a\\tb" }' a > c; awk 'END { print "n=" n }' a > e`,
  `printf '10\\n9\\n' > a; awk '$1 > 9' a > b; awk '$1 == "10" { print "t" }' a > c; awk -v m=9 '$1 == m' a > e`,
  `printf 'aXbX\\n' > a; awk '{ sub(/X$/, ""); gsub(/^a/, "A") } 1' a > b; awk '{ gsub("X", "[&]"); print; }' a > c`,
  `printf '[a]\\nx\\n[b]\\ny\\n' > a; awk '/^\\[/ { keep = ($0 == "[b]") } keep { print }' a > b; awk '{ f = (NR > 2 && /y/); print f }' a > c; awk 'BEGIN { x = (1 == 1); print x }' > e`,
  `printf 'a = "1"\\n' > a; perl -i -pe 's/"1"/"2"/' a; VV=z perl -pe 's/2/$ENV{VV}$ENV{NOPE}-/' a > b; UU=http://h:1 perl -pe 's{"(\\d)"}{"$1 $ENV{UU}"}g; s{a} {b};' a > c; printf '{b}\\n' | perl -pe 's/\\{b\\}/[$ENV{X}]/' > e`,
  `printf '1\\n2\\n' > f; printf 'x\\ny\\n' > g; sed '1r g' f > a; sed '$r g' f > b; sed -i '/2/r none' f; cat f > c; sed -e '/1/r g' -e 's/1/q/' f > e; printf 1 > f; sed '1r g' f >> e`,
  `echo ' a  b ' | xargs > a; printf '1\\n2\\n' | xargs > b; xx=$(echo " t " | xargs); echo "[$xx]" > c; printf '# c\\nAA=1\\nBB=x\\n' > f; export $(grep -v '^#' f | xargs); bash -c 'echo $AA $BB' > e`,
  `printf -v 'aa[1]' 'v%s' 1; echo "\${aa[1]}" "\${#aa[@]}" > a; read -r 'bb[0]' 'bb[2]' <<< 'x y z'; echo "\${bb[2]}-\${!bb[*]}" > b; declare -A mm; printf -v 'mm[k]' %s q; read 'mm[z]' <<< w; echo "\${mm[k]}\${mm[z]}" > c; shopt -s xpg_echo; echo 'a\\tb' > e`,
  `mkdir -p g/h/i; touch g/1.t g/h/2.t; echo g/*/ > a; for d in g/*/*/; do echo "$d"; done > b; echo g/*/*.t nonesuch/*/ > c; echo {a..e..2} {z..v..-2} {c..a..1} {a..c} > e`,
  `echo 1 > f; ln f g; sed -i 's/1/2/' f; cat f g > a; ln -s f l; sed -i 's/2/3/' l; cat f l > b; ln -s f m; sed -i --follow-symlinks 's/2/4/' m; cat f m > c; echo 'echo 5 > e' > s; chmod +x s; sed -i 's/5/6/' s; ./s`,
  `grep -v '^\\s*#' <<< $' #c\\nx\\n\\t# d' > a; grep -E '^\\w+\\s*=' <<< $'k = 1\\n-x = 2' > b; grep '\\S' <<< $'a\\n \\n\\nb' > c; grep -iE '\\W[A-Z]\\w' <<< $'a-bc\\nab' > e`,
  `awk '{gsub(/[ \\t]+/, " "); print}' <<< $'a  \\t b' > a; awk '{sub(/^[ \\t]*/, ""); sub(/[ \\t]*$/, ""); print "[" $0 "]"}' <<< '  t  ' > b; awk '{sub(/x*/, "-"); print}' <<< abc > c; awk '{sub(/;*$/, ";"); print}' <<< $'a;;\\nb' > e`,
  `printf 'b\\na\\nb\\n' > f; sort -o a f; sort -u f -o b; sort -ru --output=c f; sort -o f f; cat f > e`,
  `LC_ALL=C sort -o a <<< $'[b\\nA\\na'; sort -o b none 2> /dev/null || echo $? > c; printf x > f; sort -uo f f a; cat f > e; sort -o none/x a 2> /dev/null || echo $? >> c`,
  "mkdir -p s/t o; echo 1 > s/x; echo 2 > s/t/y; tar czf p.tgz -C s . && tar xzf p.tgz -C o; cat o/x o/t/y > a; [ -e x ] || echo 3 > b",
  "mkdir -p s/t; echo 1 > s/x; echo 2 > s/t/y; tar -c -C s t x | tar -x -C dir; cat dir/x dir/t/y > a; tar -C s -cf - x | (cd dir/t && tar xf -); cat dir/t/x > b",
  "mkdir s; echo 1 > s/x; echo 2 > s/z; tar -cf p.tar s/ 2> /dev/null; echo 3 > s/x; rm s/z; echo 4 > s/n; tar -xf p.tar; cat s/x s/z s/n > a; cp p.tar q.tar; tar xf q.tar -C dir; cat dir/s/x > b",
  "mkdir -p s/t; echo 1 > s/t/x; chmod +x s/t/x; ln -s x s/t/l; tar --create --gzip --file=p.tgz ./s; tar --extract --file p.tgz --strip-components=2 --directory=dir; cat dir/t/l > a; tar xf p.tgz --strip-components 3 -C dir; cat dir/x > b; [ -x dir/x ] && echo 2 > c",
  "echo 1 > a; tar -cf p.tar -C none . 2> /dev/null; echo $? > b; tar -cf none/p.tar a 2> /dev/null; echo $? >> b; tar cf p.tar a; tar xf p.tar -C none 2> /dev/null; echo $? >> b",
  "printf 'ab.c\\nd b\\n' > a; perl -pi -e 's/b/X/' a; perl -pe 's/(.)\\.(\\w)/$2-$1/; s|^d|/|' a > b; perl -p -e 's/\\s+$/!/' < a > c; perl -pi.bak -e 's/X//g' a; cat a.bak > e",
  "printf 'a = 1\\n[t]\\na = 2\\n' > a; perl -0pi -e 's/\\[t\\]\\na = 2/b = \"3\"/' a; perl -0777 -pe 's/^/# /gm; s/$/;/mg' a > b; perl -pe 's/$/x/g' a > c; perl -0pe 's/a.*b/-/s; s/\\n$/E/' a > e",
  "printf 'xab\\nA-b\\n' > a; perl -pe 's/x*/-/g' a > b; perl -pe 's#a#\\##i; s/[^-\\w]/$&$&/g' a none 2> /dev/null > c; echo $? >> c; perl -pi -e 's/q/r/' none 2> /dev/null; echo $? > e",
  "printf 'key=old # c\\nurl=http://h/v1' > a; perl -w -pi -e 's|^url=.*$|url=https://user\\@x.example/v2|;' -e 's/^(key)=(\\S+)(\\s+#.*)/${1}: $2$3/' a; perl -pe 's/o/\\\"\\$\\n/' a <(echo 1) > b; perl -pe 's/é/e/' a <(echo é) > c",
  "printf 'abc/x\\n' > a; sed 'y/abc/xyz/' a > b; sed 'y,/\\,x,\\,/\\n,' a > c; sed -i '1y/\\//\\\\/' a; echo a,b | sed 's/a/b/;y/b,/B\\n/' > e",
  "for s in 'say hi' '' \"it's\" 'a\"b' '~x' 'a=~b:~c ~d' '#x' 'x#' 'a!b;c|d&e(f)<g>h' '{i,j}*?[k]^\\l' '$m `n`' 'a-b_c.d/e%f@g+h'; do printf '%q ' \"$s\" >> a; echo \"${s@Q}\" >> b; done; unset s; echo \"[${s@Q}]\" >> b",
  'cmd=(sh -c \'echo "it\'\\\'\'s $1"\' x \'y  z\'); bash -c "${cmd[*]@Q}" > a; printf -v line \'%q \' "${cmd[@]}"; eval "$line" > b; set -- 1 \'2 3\'; echo "${@@Q}" "${*@Q}" > c',
  `cat > dir/x << 'E'
here=$(cd "$(dirname "\${BASH_SOURCE[0]}")" && basename "$PWD"); echo "$here $BASH_SOURCE $0" >> "$OUT"
main() { echo "main \${BASH_SOURCE}" >> "$OUT"; }
if [[ "\${BASH_SOURCE[0]}" == "$0" ]]; then main; fi
E
chmod +x dir/x; export OUT=$D/a; bash dir/x; OUT=$D/b; ./dir/x; OUT=$D/c; bash -c '. ./dir/x; main' shell; cd dir; OUT=$D/e; ./x`,
  "printf 'a b  c\\n\\n d\\te f\\n' > a; awk '{print $2}' a > b; awk '{ print $1, $NF; }' < a > c; awk 'NF {print NR\":\" $0\"!\"}' a | awk -F: 'NR==1{print $2; exit} {print \"no\"}' > e",
  "printf 'x\\ny\\nx\\nz' > a; awk '!seen[$0]++' a > b; awk 'NR>1 && /x|z/' a > c; awk 'BEGIN{print \"start\", 1} $1 == \"x\" {next} 1; END { print NR }' a > e",
  "printf 'k=v=w\\n=q\\n\\nr' > a; awk -F= '{print $2}' a > b; awk -F '=' -v p='my text' '$1 ~ /^k/ || !/[=]/ { print p, $3 \"-\" NF }' a > c; awk -F'\\t' 'NR!=2{print $1}' a; awk '/r$/ {exit 3}' a; echo $? > e",
  "echo '1.2.3-b' > a; awk -F'[.]' '{print $1}' a > /dev/null; awk -F'-' 'END{print NR} {print $1; print $2\"\\t\\\"\"}' a > b; awk 'BEGIN { print \"[a]\\n/\" }' > c; awk -F' = ' '{print $2}' <<< 'a = b=c' >> c; awk -F', ' '$2 != \"c\"{print $2}' <<< 'a, b' > e",
  "printf 'x\ny\nz\n' > f; grep -v -e x -e y f > a; grep -e y --regexp=z f > b; grep -q -e none -e x f && echo 1 > c; head -n -1 f > e; head -2 f >> e",
  "declare -u X; unset X; X=abc; echo $X > a; declare -l Y; declare +l Y; Y=ABC; echo $Y > b; f() { local -u Z; }; f; Z=abc; echo $Z > c; declare -u W; W=1; f() { local W=abc; echo $W > e; }; f",
  `[[ 'a.b-[x]' =~ ^[a-z]"."[a-z]'-['[[:alpha:]]"]"$ ]] && echo 1 > a; [[ 1.2-x =~ ^([0-9\\.]+)-([a-z])$ ]] && echo \${BASH_REMATCH[1]} > b; [[ axb =~ a"."b ]] || echo 1 > c`,
  'false | true; echo "${PIPESTATUS[0]}" > a; (exit 3) | cat | (exit 2); s=("${PIPESTATUS[@]}"); echo "${s[0]} ${#s[@]} ${s[-1]} $?" > b; (exit 3) | cat || echo "${PIPESTATUS[*]}" > c; (exit 4); echo "$PIPESTATUS" > e',
  "! (exit 3) | true; echo ${PIPESTATUS[@]} $? > a; if (exit 3) | true; then echo $((PIPESTATUS[0] + 1)) > b; fi; while (exit 3) | false; do :; done; echo ${PIPESTATUS[@]} $? > c; f() { false | return 3; }; f; echo ${PIPESTATUS[@]} > e; f | f; echo ${PIPESTATUS[@]} >> e",
  'f() { (exit 3) | (exit 2); return ${PIPESTATUS[0]}; }; f; echo $? > a; bash -c "false | cat; exit \\${PIPESTATUS[0]}"; echo $? >> a; { false | true; }; (echo ${PIPESTATUS[@]} > b); echo ${PIPESTATUS[@]} >> b; false | true; [[ a = b ]]; echo ${PIPESTATUS[@]} > c; false | true; for i in; do :; done; case x in y) ;; esac; g() { :; }; echo ${PIPESTATUS[@]} > e',
  "trap 'echo ${PIPESTATUS[@]} > a; :' ERR; trap 'echo ${PIPESTATUS[@]} > b' EXIT; true | false; echo ${PIPESTATUS[@]} > c; for i in 1 2; do false | true; continue; done; echo ${PIPESTATUS[@]} > e; (exit 3) | true; exit ${PIPESTATUS[0]}",
  "(exit 3) | true\nx=$((1 / 0))\necho ${PIPESTATUS[@]} > a\nfalse | true; x=1; echo ${PIPESTATUS[@]} > b; x=$(exit 7); echo ${PIPESTATUS[@]} > c; true | false & echo ${PIPESTATUS[@]} > e; wait",
  'f() { echo "f$1"; }; g() { f 2; }; bash -c "set -e; $(declare -f f g); g" > a; declare -F f g > b; x=$(declare -f f); unset -f f; eval "$x"; f 3 > c; { declare -f f; echo "f 4"; } | bash > e',
  'old=$(set +o); set -uf; set +o noglob; eval "$old"; echo $UNSET 1 > a; set -e; o=$(set +o); set +e; false; eval "$o"; (false; echo 1 > b); case $- in *u*) ;; *e*) echo 1 > c ;; esac; shopt -q sourcepath && echo 1 > e',
  'r=$(shopt -p nullglob); shopt -s nullglob; echo *.q > a; $r; echo *.q > b; eval "$(shopt -p failglob sourcepath)"; shopt -po errexit > e; source <(f() { echo x > c; }; declare -f f); f',
  `HOME=/h; env VV=~/x printenv VV > a; export W2=~/w:~/z; echo $W2 > b; bash -c 'echo $1' _ V=~/q > c; f() { echo "$1"; }; f A=~/r:~/s > e`,
  `HOME=/h; echo --env=~/x k=v=~/x "V="~/x V="a":~/x ~"x"/y ~$X > a; AA=(V=~/x ~/y); echo "\${AA[@]}" > b; for v in V=~/x; do echo $v; done > c; set -o posix; echo V=~/x > e`,
  `HOME=/h; echo \${NOPE:-~/d} "\${NOPE:-~/d}" > a; VV=\${NOPE:-~/d}; : "\${QQ:=~/q}" \${RR:=~/r}; echo "$VV $QQ $RR" > b; PP=$X:~/bin:~; PP+=:~/c; echo $PP > c; VV=a=~/x; WW=x\\:~/y; echo "$VV $WW" > e`,
  `HOME='/h o'; VV=~/x; printf '<%s>' $VV ~/y > a; mkdir -p dir/h; HOME=$PWD/dir; touch ~/h/1 ~/h/2; echo ~/h/* > b; echo V=~/h/* > c; echo q > ~/h/1; cp ~/h/{1,3}; cat ~/h/3 > e`,
  `HOME=/h; cat <<E > a
\${X:+'s $X' "d" \\"q\\" \\n \\$X \\} ~/x} \${NOPE:-~/x}
E
echo "\${X:+'s $X' "d" \\"q\\" \\n \\$X \\} ~}" > b; VV="\${NOPE:-'d'}"; echo "$VV" \${NOPE:-'d e' \\"q\\" \\n} > c; VV="\${EMPTY:-a\\\\b\\\`\\$}"; echo "$VV" > e`,
  `cat <<E > a
\${X:+model = '$X'}
\${X:+model = \\"$X\\"}
\${EMPTY:+no}\${NOPE:-base = 'a b'}
E
printf '%s\\n' "\${X:+model = '$Y'}" > b; echo -e "\${X:+l1\\nl2}" > c; echo "\${EMPTY:-"$Y"}" "\${EMPTY:-x"y z"w}" "\${X:+$(echo "r  s")}" > e`,
  `declare -A MM=([k]=v); [[ -v MM[k] ]] && echo 1 > a; [[ -v MM[z] ]] || echo 2 >> a; AA=(x y); [[ -v AA[1] ]] && echo 3 > b; test -v 'MM[k]' && echo 4 > c; VV=1; [[ -v VV[0] && ! -v VV[1] && -v AA && ! -v MM ]] && echo 5 > e`,
  `printf 'a\\nb' > f; printf 'c\\n' > g; sort f g > a; sed 's/a/b/' f g > b; sed -n '$p' f g > c; env --chdir=dir pwd > e; env -Cdir pwd >> e`,
  "mkdir -p s/t s/u; echo 1 > s/x; echo 2 > s/t/y; echo 3 > s/u/y; find s/ ! \\( -path 's/t/*' -o -name x \\) -type f -delete; cat s/x > a; cat s/t/y > b; cat s/u/y 2> /dev/null || echo 4 > c; find s -not -path '*/t/*' -a -type f -print -exec rm {} + > e",
  "mkdir -p s/t; echo 1 > s/x; echo 2 > s/t/y; cd s; find -path ./t/y -delete; [ -e t/y ] || echo 1 > ../a; find . -iwholename ./X -or -ipath './[qr]' > ../b; find \"$PWD\" -path '*/s/x' -delete; [ -e x ] || echo 2 > ../c",
  "seq 5 > f; head f -n 2 > a; head -n -2 f > b; tail +3 f > c; tail f -n +4 > e; tail -n +0 f >> a; head --lines=-1 f >> b; head f -2 2> /dev/null; echo $? >> c; tail -n-2 f >> e; seq 5 | tail +4 >> e",
  "seq 3 > f; { head -n 1; echo -; cat; } < f > a; { head -1 > /dev/null; tail -n 1; } < f > b; cat f | { head -n 1; cat; } > c; { read x; head -n 1; read y; echo $x$y; } < f > e",
  'x=$(echo "X<<END"; echo 2); echo "$x" > a; x=$(echo \'cfg<<EOF\' > b; echo 2 >> b; echo EOF >> b); x=$( ((y = 1 << 3)); echo $y; echo 2); echo "$x" > c; { echo "X<<END"; x=$(cat <<< y; echo z); echo "$x"; } > e',
  "echo 1 > x; echo 2 > y; cp --backup x y; cat y~ > a; mv -b y x; cat x~ > b; install -b -m 644 a x; cat x~ > c; ln -sb a x; cat x~ > e; cp -S .bak b x; cat x.bak >> a; cp -b x new; [ -e new~ ] || echo none >> b",
  "echo 1 > x; ln x y; ln y z; rm x; cat y z > a; echo 2 > x; ln x l; mv x w; echo 3 > w; cat l > b; echo 4 > n; mv n w; cat l > c; mv -b z l; cat l~ l > e",
  "m=(1 2 3 4); unset 'm[-1]'; i=0; unset m[i]; echo \"${!m[@]} ${m[@]}\" > a; declare m[-1]=x m[1+3]=y; echo \"${m[@]}\" > b; unset 'm[-9]' 2> /dev/null; echo $? > c; x=5 y=5; unset 'x[0]' 'y[1]' 2> /dev/null; echo \"$? [$x] [$y]\" >> c; unset 'm[@]'; echo ${#m[@]} > e; export m[0]=q 2> /dev/null; echo $? ${#m[@]} >> e",
  'declare -A A=([a]=1); A+=([b]=2); A+=([a]=3); echo "${A[a]}${A[b]}" > a; L=(a b); L+=([0]=c [5]=d); echo "${!L[@]} ${L[@]}" > b; L=([5]=a [1]=b); echo "${L[@]}" > c; echo {a..e..2} {e..a..2} {01..03} {A..z..20} {1..3..0} > e',
  "[[ 'a]' =~ ^[^]]+$ ]]; echo $? > a; [[ abc =~ ^[^]]+$ && ']a' =~ ^[]a]+$ ]]; echo $? >> a; [[ 'k[1]' =~ ^([^[]+)\\[([^]]+)\\]$ ]]; echo ${BASH_REMATCH[@]} > b; re='^[^][]+$'; [[ abc =~ $re ]]; echo $? > c; x='a]b'; echo ${x%%[]]*} ${x/[]b]/-} > e",
  "seq 1 0 3 > a; echo $? >> a; seq 1 2 3 4 > b; echo $? >> b; seq 08 10 > c; seq 3 -1 1 >> c; printf 'a:b:c\\nd\\n' > f; cut -d: -f0 f > e; echo $? >> e; cut -d: -f3-2 f >> e; echo $? >> e; cut -d: -f2- f >> e",
  "echo 1 > x; ln x y; find . -name y -type l > a; find . -type f -name y > b; readlink y >> b || echo no >> b; realpath y > c; ln -s x l; ln l m; [ -L m ] && cat m > e",
  "mkdir s; cd s; find . -maxdepth 0 -name . > ../a; find . -maxdepth 0 -name s > ../b; find ../s/ -maxdepth 0 -name s > ../c; find .. -maxdepth 0 -name '.*' > ../e",
  '(echo 1 > a) & p+=($!); (exit 4) & q="$q $!"; for i in "${p[@]}" $q; do wait $i; echo $? >> b; done; (exit 3) & set -- $! x; wait $1; echo $?$2 > c; n=$(date +%s); [ $n -gt 0 ] && echo $# > e',
  "sed s/a/b/ dir > a || echo $? > b; sed -i s/a/b/ dir || echo $? >> b; sed 1d none || echo $? >> b; bash dir || echo $? >> b; . dir || echo $? >> b; . none || echo $? >> b; cat dir > c || echo $? >> b",
];

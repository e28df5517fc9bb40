/** Commands for files, each for a folder of its own with a few files. */
const commands: readonly (readonly string[])[] = [
  // A slash after a file, after nothing, and after a link.
  [
    "cat f/",
    "cat f/.",
    "cat < f/",
    "grep f f/",
    "sed -i s/f/g/ f/",
    "perl -pi -e s/f/g/ f/",
    "cmp f f/",
    "ls f/",
  ],
  [
    "[ -e f/ ]",
    "[ -f f/. ]",
    "[ ! -e f/ ]",
    "[[ -s f/ ]]",
    "[ -x f/ ]",
    "[ -L l ]",
    "[ -L l/ ]",
    "[ -d l/ ]",
  ],
  [
    "echo 1 > x/",
    "echo 1 >> f/",
    "echo 1 > lf/",
    "echo 1 > ln/",
    "exec 3> x/",
    "tee f/ x/ x < lf",
    "dd if=f of=x/",
  ],
  ["touch x/", "touch f/", "touch -c x/", "touch d/", "truncate -s 0 f/", "truncate -s 0 x/", "mkfifo x/"],
  [
    "cp -r f/ x",
    "cp f x/",
    "cp f l/",
    "cp -r d f/",
    "cp -r d x/",
    "cp -P l/ x",
    "cp -rP l/ x",
    "cp -r d/a/ x",
  ],
  [
    "mv f/ x",
    "mv f x/",
    "mv d x/",
    "mv l/ x",
    "mv d f/",
    "install f x/",
    "install -m 644 f/ x",
    "chmod +x f/",
  ],
  [
    "rm f/",
    "rm -f f/",
    "rm lf/",
    "rm l/",
    "rm -r l/",
    "rm -rf l/",
    "rmdir l/",
    "unlink l/",
    "rm -r d/",
    "rmdir d/",
  ],
  [
    "ln f/ x",
    "ln -s f x/",
    "ln -sfn f l/",
    "ln -s d l/",
    "ln -s f/ x; cat x",
    "ln -s d/ x; cat x/a",
    "readlink l/",
  ],
  [
    "mkdir x/",
    "mkdir f/",
    "mkdir -p f/",
    "mkdir x/.",
    "mkdir -p x/.",
    "mkdir -p l/",
    "install -d x/",
    "install -d f/",
  ],
  [
    "cd f/",
    "cd l/; echo 2 > a",
    "realpath f/",
    "readlink -f x/ > x",
    "find f/",
    "find l/ -name a -delete",
    "sort f -o x/",
  ],
  ["tar cf x/ f", "tar cf x -C f/ .", "tar cf p d; mkdir x; tar xf p -C x/; tar xf p -C f/"],
  // Links that lead nowhere.
  [
    "mkdir ln",
    "mkdir -p ln",
    "mkdir -p ln/a",
    "install -d ln",
    "echo 1 > ln",
    "touch ln",
    "cp f ln",
    "cp -r d ln",
  ],
  [
    "cp --remove-destination f ln",
    "install f ln",
    "mv f ln",
    "mv d ln",
    "ln -s f ln",
    "ln -sf f ln",
    "rm ln",
    "cp ln x",
  ],
  // Links are copied as links by -r, but written through.
  [
    "cp -r lf x; echo 2 > f",
    "cp -rL lf x; echo 2 > f",
    "cp -r l x; echo 2 > d/a",
    "cp -a lf f",
    "cp f lf",
    "cp lf f",
  ],
  [
    "install f lf",
    "install lf x",
    "mkdir x; cp -r l lf ln f x",
    "mkdir x; ln -s ../f x/a; cp -r d/. x",
    "cp -r lf d",
  ],
  [
    "ln f x; cp -r x d/f; echo 2 > x",
    "ln f x; [ -L x ]",
    "ln f x; mv f x",
    "ln f x; mv x f",
    "ln d x",
    "ln f d/h; cp -r d x",
  ],
  // A folder and a file do not replace each other.
  [
    "cp -r d f",
    "cp -rT d f",
    "cp -T f d",
    "mv d f",
    "mv -T f d",
    "mv lf f",
    "mv f lf",
    "mv -T d l",
    "mv -T f l",
  ],
  [
    "mkdir -p x/a; cp -r d/. x",
    "mkdir d/s x; echo 1 > d/s/z; echo 2 > x/s; cp -r d/. x",
    "mkdir -p x/f; mv f d x",
  ],
  [
    "mkdir -p x/d; mv d x",
    "mkdir -p x/d; echo 2 > x/d/q; mv d x",
    "cp -r d d",
    "cp -r d d/x",
    "mv d d/x",
    "mv d d",
  ],
  [
    "mkdir x; echo 2 > x/a; cp -rn d/. x",
    "mkdir x; echo 2 > x/a; cp -n d/a x",
    "mkdir -p f/x",
    "install -D f f/x",
  ],
  // What is not removed.
  [
    "rm d",
    "rm -f d",
    "rm -d d",
    "rm -r d/.",
    "rm -rf .",
    "rmdir d",
    "rmdir f d none",
    "unlink d/a x",
    "rm -rf d/* f/",
  ],
  [
    "find l -name a -delete",
    "find -H l -name a -delete",
    "sort d/a -o none/x",
    "sort f none -o x",
    "sort f/",
  ],
  // A folder is removed after its content, and only if it is empty.
  [
    "find d -delete",
    "mkdir -p d/d/t; find d -name d -delete",
    "find d -maxdepth 1 -type d -delete",
    "cd d; find . -delete",
    "find d/a d -delete",
  ],
  [
    "find d -exec rm {} \\;",
    "find d -exec rm {} +",
    "cd d; find . -exec rm -rf {} +",
    "find d/a l -exec rm -f {} +",
  ],
  [
    "mkdir -p d/d/t; find d -mindepth 1 -name d -exec rm -rf {} \\;",
    "mkdir -p d/d/t; find d -mindepth 1 -name d -exec rm -rf {} +",
  ],
  // The status of other commands, and what they print about several files.
  [
    "xargs false < /dev/null",
    "xargs --no-run-if-empty false < /dev/null",
    "echo a b | xargs -n 1 sh -c 'echo $0 >> x; exit 255'",
    "cd d d",
  ],
  [
    "export a-b=1 c=2; echo $c > x",
    "export -- y",
    "declare 'a[1]=2' b-",
    "f() { local c=2 d-; echo $? $c > x; }; f",
    "set -e; export A-B=1; echo 1 > x",
  ],
  [
    "head -n 1 f > x",
    "head -n 1 f d/a > x",
    "tail -n 1 d/a f > x",
    "head -v f > x",
    "sed s/f/g/ f none > x",
    "tac f none > x",
    "dirname a/b c/d > x",
    "sed q5 f",
  ],
];

const SETUP = "mkdir d; echo 1 > d/a; echo f > f; ln -s d l; ln -s f lf; ln -s none ln";
const LOOK =
  "for p in d d/a d/d d/f d/h f l lf ln none none/a x x/a x/d x/f x/l x/s x/y; do s=; " +
  '[ -L $p ] && s=l; [ -f $p ] && s=${s}f; [ -d $p ] && s=${s}d; echo "$p $s" >> ../b; done; cat f d/a d/f x x/a x/f >> ../c';

/** Scripts that write the status of each command to `a`, which files there are to `b`, and what they hold to `c`. */
export const fileCommandScripts: readonly string[] = commands.map((group) =>
  group
    .map(
      (command, index) =>
        `mkdir ${String(index)}; (cd ${String(index)}; ${SETUP}\n(${command}\n) > /dev/null\necho $? >> ../a; ${LOOK})`,
    )
    .join("\n"),
);

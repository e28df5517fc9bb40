import { run, type KnownWorkflow } from "./known-workflow.js";

const to = '"$CODEX_HOME/config.toml"';

/** Programs that process texts and files. */
export const programs: readonly KnownWorkflow[] = [
  {
    name: "a template with variables of the environment",
    env: ["A: a", "B: b"],
    steps: [
      run(
        `C=c\nexport D=d\nprintf '%s\\n' 'x = "$A\${B}"' '# $C $D \${NONE} $1 $$A' > /tmp/template\nenvsubst < /tmp/template > ${to}\nenvsubst '$A $D' < /tmp/template >> ${to}`,
      ),
    ],
  },
  {
    name: "a text in Base64",
    env: ["ENCODED: bW9kZWwgPSAiw6QiCg=="],
    steps: [
      run(
        `echo "$ENCODED" | base64 -d > ${to}\nprintf '%s' "$ENCODED" > /tmp/encoded; base64 --decode /tmp/encoded >> ${to}`,
      ),
    ],
  },
  {
    name: "a text that is encoded in Base64, and read again",
    env: ['TEXT: |-\n    a = "ä €"\n    b'],
    steps: [
      run(
        `echo "$TEXT" | base64 > /tmp/encoded\nseq 100 | base64 > ${to}\nprintf %s 12345 | base64 -w 3 >> ${to}\nX=$(base64 -w0 /tmp/encoded); echo "$X" | base64 -d | base64 --decode >> ${to}\nbase64 --wrap=0 < /dev/null >> ${to}`,
      ),
    ],
  },
  {
    name: "the value of a variable of the environment",
    env: ["TEXT: |-\n    a = 1\n    b = 2"],
    steps: [
      run(
        `printenv TEXT > ${to}\nX=c; export Y=d\nprintenv X >> ${to} || echo e >> ${to}\nprintenv Y CI >> ${to}\nbash -c 'Y=f printenv Y X' >> ${to} || echo g >> ${to}`,
      ),
    ],
  },
  {
    name: "a file that is cut off",
    steps: [
      run(
        `echo a > ${to}\necho b > /tmp/other\ntruncate -s 0 ${to} /tmp/other\necho c >> ${to}\ntruncate --size=0 -c /tmp/none; [ -e /tmp/none ] || echo d >> ${to}`,
      ),
    ],
  },
  {
    name: "ranges of lines",
    steps: [
      run(
        `printf '%s\\n' a '[x]' b c '[y]' d '[x]' e > /tmp/lines\nsed '/^\\[x/,$d' /tmp/lines > ${to}\nsed -n '/x/,/^\\[/p' /tmp/lines >> ${to}\nsed '2,/y/s/^/# /' /tmp/lines >> ${to}\nsed '/x/,+1d;$d' /tmp/lines >> ${to}\nsed '/y/,2d' /tmp/lines >> ${to}\nsed -i '/\\[x\\]/,/\\[y\\]/!d' /tmp/lines ${to}\ncat /tmp/lines >> ${to}`,
      ),
    ],
  },
  {
    name: "a bar in a pattern",
    steps: [
      run(
        `printf '%s\\n' '  | a' '| b|c' 'd' > /tmp/lines\nsed 's/^ *| //' /tmp/lines > ${to}\nsed -E 's/^ *\\| (a|b)/\\1 = 1/; /d/d' /tmp/lines >> ${to}\nsed 's/a\\|b/x/' /tmp/lines >> ${to}`,
      ),
    ],
  },
  {
    name: "what is found by what it is not",
    steps: [
      run(
        `mkdir -p /tmp/all/sub\ntouch /tmp/all/a.log /tmp/all/keep.toml /tmp/all/sub/b.log\nfind /tmp/all ! -name '*.toml' -type f -delete\necho a > ${to}\n[ -e /tmp/all/keep.toml ] && echo b >> ${to}\n[ -e /tmp/all/a.log ] || [ -e /tmp/all/sub/b.log ] || echo c >> ${to}\nfind /tmp/all -mindepth 1 -not -type d -exec rm {} +\n[ -d /tmp/all/sub ] && [ ! -e /tmp/all/keep.toml ] && echo d >> ${to}`,
      ),
    ],
  },
  {
    name: "short programs of other languages, which print",
    steps: [
      run(
        `echo a > ${to}\npython3 -c 'print("configured")'\npython3 -c 'import json, sys; print(json.dumps({"a": sys.version_info[0]}))' > /tmp/version\nnode -p '1 + 1' > /dev/null || true`,
      ),
    ],
  },
  {
    name: "short programs of other languages, which write",
    steps: [run(`python3 -c 'open("/tmp/codex/config.toml", "w").write("b")'`)],
    withheld: ["home", "config.toml", "variables", "variables", "variables"],
  },
  {
    name: "a hook of Git that the job wrote",
    steps: [
      run(
        `git init -q /tmp/repository && cd /tmp/repository\ngit -c user.name=a -c user.email=a@b.c commit -q --allow-empty -m a\necho a > ${to}\nprintf '#!/bin/sh\\necho b > /tmp/codex/config.toml\\n' > .git/hooks/pre-commit\nchmod +x .git/hooks/pre-commit\ngit -c user.name=a -c user.email=a@b.c commit -q --allow-empty -m b`,
      ),
    ],
    withheld: ["home", "config.toml", "variables", "variables", "variables"],
  },
  {
    name: "a folder of hooks that the job set",
    steps: [
      run(
        `git init -q /tmp/repository && cd /tmp/repository && mkdir own\necho a > ${to}\nprintf '#!/bin/sh\\necho b > /tmp/codex/config.toml\\n' > own/post-commit\nchmod +x own/post-commit\ngit config core.hooksPath own\ngit -c user.name=a -c user.email=a@b.c commit -q --allow-empty -m b`,
      ),
    ],
    withheld: ["home", "config.toml", "variables", "variables", "variables"],
  },
  {
    name: "a repository without hooks",
    steps: [
      run(
        `echo a > ${to}\ngit init -q /tmp/repository && cd /tmp/repository\ngit config core.hooksPath /dev/null\ngit -c user.name=a -c user.email=a@b.c commit -q --allow-empty -m a`,
      ),
    ],
  },
  {
    name: "a startup file of an interactive sh",
    steps: [
      run(
        `echo a > ${to}\necho 'echo b > /tmp/codex/config.toml' > /tmp/startup\nENV=/tmp/startup sh -ic true < /dev/null || true`,
      ),
    ],
    withheld: ["home", "config.toml", "version", "variables", "variables", "variables"],
  },
  {
    name: "a configuration that is packed, compared and edited",
    steps: [
      run(
        `mkdir -p /tmp/source/sub\nprintf 'a = 1\\nb = 2\\n' > /tmp/source/sub/config.toml\ntar czf /tmp/packed.tgz -C /tmp/source .\nrm -r /tmp/source`,
      ),
      run(
        `tar xzf /tmp/packed.tgz -C "$CODEX_HOME" --strip-components=2\ncmp -s ${to} /tmp/none 2> /dev/null || perl -pi -e 's/^a = (\\d)/c = $1$1/' ${to}\nawk -F' = ' 'NR == 2 { print "#", $1 } END { print "# " NR }' ${to} > /tmp/lines\ndiff -q /tmp/lines ${to} > /dev/null || sed 'y/b/d/' /tmp/lines >> ${to}\ntar -c -C "$CODEX_HOME" config.toml | (mkdir /tmp/copy && tar -x -C /tmp/copy)\ncmp -s /tmp/copy/config.toml ${to} && echo '# same' >> ${to}`,
      ),
    ],
  },
  {
    name: "what sh takes for a command and for a word",
    steps: [
      run(
        `if [[ "$CI" == "true" ]]; then echo a > ${to}; else echo b > ${to}; fi\necho -e 'c\\td' >> ${to}\n[[ -n "$CI" ]] || echo "# $?" >> ${to}`,
        "shell: sh",
      ),
    ],
  },
];

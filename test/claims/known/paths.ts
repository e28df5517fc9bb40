import { codex, run, type KnownWorkflow } from "./known-workflow.js";

/** Workflows with unusual paths and folders. */
export const paths: readonly KnownWorkflow[] = [
  {
    name: "a home without its variable",
    steps: [run("mkdir -p ~/.codex\nenv -i bash -c 'echo a > ~/.codex/config.toml'")],
    starts: [run("awf --image-tag 0.25.28 --enable-api-proxy -- codex exec hi")],
  },
  {
    name: "a folder of the step",
    env: ["CODEX_DIR: conf"],
    steps: [
      run('mkdir -p conf\necho "model = \\"a\\"" > conf/base.toml'),
      run("cp base.toml /tmp/codex/config.toml", "working-directory: conf"),
    ],
  },
  {
    name: "the name of the folder of the step",
    steps: [
      run("mkdir -p /tmp/conf/sub\nln -s conf /tmp/link"),
      run('echo "# $PWD" >> /tmp/codex/config.toml', "working-directory: /tmp/./conf//sub/"),
      run('echo "# $PWD" >> /tmp/codex/config.toml', "working-directory: /tmp/link/sub/.."),
    ],
  },
  {
    name: "a folder for all steps",
    workflowKeys: "defaults:\n  run:\n    working-directory: /tmp\n",
    steps: [run("echo 'x = 1' > part.toml\nmv part.toml codex/config.toml")],
  },
  {
    name: "back and forth",
    steps: [
      run(
        "cd /tmp/codex\necho one > config.toml\ncd - > /dev/null\necho two > config.toml\npushd /tmp/codex > /dev/null\necho three >> config.toml\npopd > /dev/null\ncat config.toml >> /tmp/codex/config.toml",
      ),
    ],
  },
  {
    name: "the home by three names",
    steps: [
      run(
        'mkdir -p ~/.codex\necho a > "$HOME/.codex/config.toml"\necho b >> /home/runner/.codex/config.toml',
      ),
    ],
    starts: [
      run("unset CODEX_HOME\nsudo -E awf --image-tag 0.25.28 --enable-api-proxy --env-all -- codex exec hi"),
    ],
  },
  {
    name: "the runner's folder for temporary files by three names",
    env: ["CODEX_HOME_2: ${{ github.workspace }}/c"],
    steps: [
      run(
        'echo 1 > "$RUNNER_TEMP/part"\necho 2 >> /home/runner/work/_temp/part\ncat ${{ runner.temp }}/part > "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "a copy into a folder that is not there yet",
    steps: [
      run(
        "rm -rf /tmp/codex\necho a > base.toml\ncp base.toml /tmp/codex\nmkdir -p /tmp/other\ncp /tmp/codex /tmp/other/",
      ),
    ],
    starts: [run("export CODEX_HOME=/tmp/other\nmv /tmp/other/codex /tmp/other/config.toml\n" + codex)],
  },
  {
    name: "a target before its source",
    steps: [
      run(
        "echo a > config.toml\necho b > more.toml\ncp -t /tmp/codex config.toml more.toml\ncat /tmp/codex/more.toml >> /tmp/codex/config.toml",
      ),
    ],
  },
  {
    name: "a copy that leaves what is there",
    steps: [
      run(
        "echo first > /tmp/codex/config.toml\necho second > s\ncp -n s /tmp/codex/config.toml || true\nmv -n s /tmp/codex/config.toml || true",
      ),
    ],
  },
  {
    name: "an installed file with its folders",
    steps: [
      run(
        "rm -rf /tmp/codex\nprintf 'model = \"a\"\\n' > base\ninstall -D -m 600 base /tmp/codex/config.toml",
      ),
    ],
  },
  {
    name: "a link to a file, which is then written",
    steps: [
      run(
        'echo a > real.toml\nln -s "$PWD/real.toml" /tmp/codex/config.toml\necho b >> /tmp/codex/config.toml\ncat real.toml >> /tmp/copy\nsed -i s/a/c/ real.toml',
      ),
    ],
  },
  {
    name: "a link to a folder",
    steps: [
      run(
        "mkdir -p store\nrm -rf /tmp/codex\nln -sfn \"$GITHUB_WORKSPACE/store\" /tmp/codex\necho 'a = 1' > store/config.toml",
      ),
    ],
  },
  {
    name: "globs and braces",
    steps: [
      run(
        "mkdir parts\necho 1 > parts/10-a.toml\necho 2 > parts/20-b.toml\necho no > parts/x.txt\ncat parts/*.toml > /tmp/codex/config.toml\ncp /tmp/codex/config.toml{,.bak}\ncat /tmp/codex/config.{toml,toml.bak} > all\nmv all /tmp/codex/config.toml",
      ),
    ],
  },
  {
    name: "temporary files",
    steps: [
      run(
        'a=$(mktemp)\nb=$(mktemp -d)\necho one > "$a"\necho two > "$b/two"\ncat "$a" "$b/two" > "$CODEX_HOME/config.toml"\nrm -rf "$a" "$b"',
      ),
    ],
  },
  {
    name: "files that are found and deleted",
    steps: [
      run(
        "echo a > /tmp/codex/config.toml\nmkdir -p /tmp/codex/old\necho b > /tmp/codex/old/config.toml\nfind /tmp/codex/old -name '*.toml' -delete\nfind /tmp/codex -maxdepth 1 -name '*.bak' -delete\nrm -f /tmp/codex/*.json",
      ),
    ],
  },
  {
    name: "a file that is deleted by a glob",
    steps: [run("echo a > /tmp/codex/config.toml\nrm -f /tmp/codex/*.toml")],
  },
  {
    name: "a working directory that is a file",
    steps: [
      run("echo a > /tmp/work"),
      run('echo b > "$CODEX_HOME/config.toml"', "working-directory: /tmp/work\ncontinue-on-error: true"),
    ],
  },
  {
    name: "files that are put together in one of them",
    steps: [
      run(
        'ln -s "$PWD/all" "$CODEX_HOME/config.toml"\necho a > /tmp/a\nfor f in /tmp/a "$PWD/all"; do\n  [ -f "$f" ] && cat "$f"\ndone >> "$CODEX_HOME/config.toml" || echo "# $?" >> "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "links in a circle",
    steps: [
      run(
        'ln -s /tmp/two /tmp/one\nln -s /tmp/one /tmp/two\necho a > /tmp/one || echo b > "$CODEX_HOME/config.toml"\ncat /tmp/two || cp /tmp/one "$CODEX_HOME/config.toml" || echo c >> "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "a copy of a file that a slash makes a folder",
    steps: [
      run('echo x > d\ninstall -m 644 "$GITHUB_WORKSPACE/d" /tmp/dir\ncp -r /tmp/dir/ /tmp/copy'),
      run('echo b > "$CODEX_HOME/config.toml"', "if: failure()"),
    ],
    starts: [`if: failure()\nrun: ${codex}`],
  },
  {
    name: "copies of links and onto links",
    steps: [
      run(
        'mkdir -p /tmp/from /tmp/to\necho a > /tmp/from/a\nln -s a /tmp/from/b\nln -s none "$CODEX_HOME/config.toml"\ncp /tmp/from/a "$CODEX_HOME/config.toml" || echo "# $?" > /tmp/to/c\ncp -r /tmp/from/b /tmp/to/\ncat /tmp/to/b || echo "# missing" >> /tmp/to/c\ninstall -m 600 /tmp/to/c "$CODEX_HOME/config.toml"',
      ),
    ],
  },
  {
    name: "a folder that does not replace a file",
    steps: [
      run(
        'mkdir /tmp/from\necho a > /tmp/from/a\necho b > /tmp/to\nmv /tmp/from /tmp/to || cp -r /tmp/from /tmp/to || cat /tmp/to /tmp/from/a > "$CODEX_HOME/config.toml"',
      ),
    ],
  },
];

#!/usr/bin/env bash
# The sandbox's first process. It does what each line of its input says, and repeats the line when that is done:
# `reset`, or the name of a command, which is four files in the control folder: NAME.command and NAME.environment
# (items that end with NUL), NAME.folder and NAME.seconds. It leaves NAME.output and NAME.status.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
shopt -s nullglob dotglob
cd /runner/control || exit

# Ends what still runs, and makes the files be as at first.
reset() {
  kill -9 -1 2> /dev/null
  wait
  local entry entries=()
  for entry in /*; do
    case $entry in
      /bin | /dev | /lib* | /proc | /runner | /sbin | /usr) ;;
      *) entries+=("$entry") ;;
    esac
  done
  rm -rf "${entries[@]}" /usr/local/* /dev/shm/* /runner/control/* /runner/repository
  cp -a --remove-destination /runner/template/. /
  # Programs in the sandbox ask through the first, and are answered through one of the others.
  mkfifo requests answer-{1..40}
}

run() {
  local command environment
  mapfile -d '' -t command < "$1.command"
  mapfile -d '' -t environment < "$1.environment"
  (
    cd "$(< "$1.folder")" &&
      exec timeout -k 5 "$(< "/runner/control/$1.seconds")" env -i "${environment[@]}" "${command[@]}"
  ) < /dev/null > "$1.output" 2>&1
  echo $? > "$1.status"
}

reset
echo ready
while IFS= read -r line; do
  if [ "$line" = reset ]; then reset; else run "$line"; fi
  echo "$line"
done
rm -rf /home /opt /tmp /usr/local/* /var

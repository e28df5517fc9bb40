#!/usr/bin/env bash
# The sandbox's first process. Each line of its input is `reset` or the NAME of a command, and it prints the line when it is
# done. A command has four files in the control folder: NAME.command and NAME.environment (items that end with NUL),
# NAME.folder and NAME.seconds. The results are NAME.output and NAME.status.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
shopt -s nullglob dotglob
cd /runner/control || exit

# Ends all processes and restores the initial files.
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
  # Programs in the sandbox send requests through the first pipe and get answers through one of the others.
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

#!/usr/bin/env bash
# Makes a folder the root of a private mount namespace, with this machine's programs, read only, and runs the
# job's steps in it: no script can change anything outside of that folder.
set -euo pipefail
root=$1 node=$2

mount --make-rprivate /
attach() {
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
  # Root of a user namespace may not change a mount, but owns none of the files either.
  mount -o remount,bind,ro "$root$1" 2>/dev/null || true
}
for folder in /bin /sbin /lib /lib32 /lib64; do
  if [ -L "$folder" ]; then ln -s "$(readlink "$folder")" "$root$folder"; elif [ -d "$folder" ]; then attach "$folder"; fi
done
attach /usr
attach /etc
mkdir -p "$root/dev" "$root/proc"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"

# Steps install programs there.
mkdir -p "$root/e2e/local-bin"
mount --bind "$root/e2e/local-bin" "$root/usr/local/bin"
touch "$root/e2e/bin/node"
mount --bind "$node" "$root/e2e/bin/node"

exec env -i "$(PATH=$PATH:/usr/sbin:/sbin command -v chroot)" "$root" /e2e/bin/node /e2e/runner.cjs

#!/usr/bin/env bash
# Makes a folder the root of private namespaces: this machine's programs, read only, and nothing else of it.
# Usage: enter.sh FOLDER [SOURCE=TARGET]...  (programs and folders to be seen, read only, at another place)
set -euo pipefail
root=$1
shift

mount --make-rprivate /
attach() {
  if [ -d "$1" ]; then mkdir -p "$root$2"; else : > "$root$2"; fi
  mount --bind "$1" "$root$2"
  # Without this a script that is root could change the machine's own files.
  mount -o remount,bind,ro,nosuid "$root$2" 2> /dev/null ||
    # Root of a user namespace has to keep what the machine has forbidden there.
    mount -o remount,bind,ro,nosuid,nodev "$root$2"
}
for folder in /bin /sbin /lib /lib32 /lib64 /libx32; do
  if [ -L "$folder" ]; then ln -s "$(readlink "$folder")" "$root$folder"; elif [ -d "$folder" ]; then attach "$folder" "$folder"; fi
done
attach /usr /usr
for pair; do attach "${pair%%=*}" "${pair#*=}"; done
# Steps install programs there.
mkdir "$root/runner/usr-local"
mount --bind "$root/runner/usr-local" "$root/usr/local"

mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for number in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${number%:*}" "$root/dev/${number#*:}"; done
mount -t proc proc "$root/proc"

# The addresses of this machine, and of AWF's API proxy, are all there is to reach.
ip=$(PATH=$PATH:/usr/sbin:/sbin command -v ip)
"$ip" link set lo up
"$ip" address add 172.30.0.30/32 dev lo

# What a container may do as root, and no more: no mounts, no devices, no other root folder.
capabilities=-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid,+net_bind_service
exec env -i "$(PATH=$PATH:/usr/sbin:/sbin command -v chroot)" "$root" \
  /usr/bin/setpriv --bounding-set="$capabilities" --inh-caps=-all --no-new-privs /bin/bash /runner/init.sh

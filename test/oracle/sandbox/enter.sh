#!/usr/bin/env bash
# Makes a folder the root of private namespaces, with this machine's programs (read only) and nothing else of this machine.
# Usage: enter.sh FOLDER [SOURCE=TARGET]...  (files and folders of this machine that are mounted read only at TARGET)
set -euo pipefail
root=$1
shift

mount --make-rprivate /
attach() {
  if [ -d "$1" ]; then mkdir -p "$root$2"; else : > "$root$2"; fi
  mount --bind "$1" "$root$2"
  # Otherwise, a script that runs as root could change this machine's files.
  mount -o remount,bind,ro,nosuid "$root$2" 2> /dev/null ||
    # Root in a user namespace must keep the restrictions that the machine's mounts have.
    mount -o remount,bind,ro,nosuid,nodev "$root$2"
}
for folder in /bin /sbin /lib /lib32 /lib64 /libx32; do
  if [ -L "$folder" ]; then ln -s "$(readlink "$folder")" "$root$folder"; elif [ -d "$folder" ]; then attach "$folder" "$folder"; fi
done
attach /usr /usr
for pair; do attach "${pair%%=*}" "${pair#*=}"; done
# Steps install programs in these folders.
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

# Only the loopback address and the address of AWF's API proxy are reachable.
ip=$(PATH=$PATH:/usr/sbin:/sbin command -v ip)
"$ip" link set lo up
"$ip" address add 172.30.0.30/32 dev lo

# Only the capabilities of root in a container: no mounts, no devices, no chroot.
capabilities=-all,+chown,+dac_override,+fowner,+fsetid,+kill,+setgid,+setuid,+net_bind_service
exec env -i "$(PATH=$PATH:/usr/sbin:/sbin command -v chroot)" "$root" \
  /usr/bin/setpriv --bounding-set="$capabilities" --inh-caps=-all --no-new-privs /bin/bash /runner/init.sh

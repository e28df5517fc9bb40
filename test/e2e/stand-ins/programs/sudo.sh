#!/usr/bin/env bash
# Everything in the sandbox is root's already.
while [[ "${1-}" == -* ]]; do
  case "$1" in
    -u | -g | -C | -D | -h | -p | -R | -T | --user | --group) shift 2 ;;
    --) shift; break ;;
    *) shift ;;
  esac
done
exec env "$@"

#!/usr/bin/env bash
exec codex exec "prompt"

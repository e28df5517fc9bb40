#!/usr/bin/env bash
# Stands in for programs that have nothing to do with Codex's configuration.
exit 0

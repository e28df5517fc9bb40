#!/usr/bin/env bash
exec node "$(dirname "$0")/start_mcp_gateway.cjs"

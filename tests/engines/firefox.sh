#!/bin/sh
echo $$ > "$FIREFOX_PID_FILE"
exec "$FIREFOX" "$@"

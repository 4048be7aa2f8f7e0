#!/bin/sh
# Starts the kiosk inside a compositor and ends with the status of the program. Compositors keep that status to themselves
# and say 0 even when the program was killed; systemd would take it for a farewell and leave the screen dark.
#
#   kiosk.sh cage -d --        behind it stands the command that starts a program in the compositor
program=${SPASM_MAP_PROGRAM:-"/opt/spasm-map/bin/python -I -m spasm_gui"}
config=${SPASM_MAP_CONFIG:-/etc/spasm-map/kiosk.toml}
status=$XDG_RUNTIME_DIR/status

if [ "$1" = inside ]; then
    $program --kiosk --config "$config"
    echo $? >"$status"
    exit
fi
rm -f "$status"
"$@" "$0" inside &
screen=$!
trap 'kill $screen; wait $screen; exit 0' TERM # whoever stops it wants it to stay stopped
wait $screen
exit "$(cat "$status" || echo 1)"

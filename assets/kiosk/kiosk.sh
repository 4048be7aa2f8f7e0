#!/bin/sh
# Starts the kiosk inside what gives it a screen, and ends with the status of the program. Compositors keep that status to
# themselves and say 0 even when the program was killed; systemd would take it for a farewell and leave the screen dark.
#
#   kiosk.sh cage -d --                     on Wayland
#   kiosk.sh xinit -- /usr/bin/Xorg :0 vt7  on bare X: behind the two dashes stands the server
program=${SPASM_MAP_PROGRAM:-"/opt/spasm-map/bin/python -I -m spasm_gui"}
config=${SPASM_MAP_CONFIG:-/etc/spasm-map/kiosk.toml}
status=$XDG_RUNTIME_DIR/status

if [ "$1" = inside ]; then
    [ "$2" = xinit ] && xset s off -dpms
    $program --kiosk --config "$config"
    echo $? >"$status"
    exit
fi
rm -f "$status"
case $1 in
xinit)
    shift
    xinit "$0" inside xinit "$@" &
    ;;
*) "$@" "$0" inside & ;;
esac
screen=$!
trap 'kill $screen; wait $screen; exit 0' TERM # whoever stops it wants it to stay stopped
wait $screen
exit "$(cat "$status" || echo 1)"

#!/bin/sh
# Shows a text on a bare virtual terminal and stays. It is shown when the kiosk cannot stay up, so it needs nothing of it:
# no Python, no content, no kiosk.toml, no compositor.
#
#   notice.sh TERMINAL TEXT        such as: notice.sh /dev/tty7 /etc/spasm-map/notice.txt
terminal=$1
words=$2
# What only makes it look better may fail: the words come all the same.
chvt "${terminal#/dev/tty}"
setfont -C "$terminal" Uni3-TerminusBold32x16
stty -echo -isig -icanon <"$terminal"
kbd_mode -s -C "$terminal" # no key reaches the system, so none changes the terminal
printf '\033[H\033[2J\033[3J\033[?25l' >"$terminal"
cat "$words" >"$terminal" || printf '\n\n     Please ask at the front desk.\n' >"$terminal"
exec sleep infinity

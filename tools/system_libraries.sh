#!/usr/bin/env bash
# Sees to the system libraries that Qt needs on Linux.
#
#   tools/system_libraries.sh run     to open a window
#   tools/system_libraries.sh test    that, and a display and an assistive tool for the tests (without, some run offscreen or not)
#
# What is missing is installed on Debian and Ubuntu when root; otherwise the exact line is printed and we
# stop. When nothing is missing this reads the linker's cache once and calls no package manager.
#
# The list: readelf -d over libqxcb.so, libqoffscreen.so, libQt6Gui, libQt6Widgets and libQt6XcbQpa of
# PySide6 6.11. Shared objects are looked up rather than packages, since packages change their names
# (libglib2.0-0 is libglib2.0-0t64 on newer Ubuntu, and still answers to the old name).
set -euo pipefail

purpose=${1:-run}
[[ $(uname -s) == Linux ]] || exit 0

libraries="
    libEGL.so.1             libegl1
    libGL.so.1              libgl1
    libX11-xcb.so.1         libx11-xcb1
    libX11.so.6             libx11-6
    libdbus-1.so.3          libdbus-1-3
    libfontconfig.so.1      libfontconfig1
    libfreetype.so.6        libfreetype6
    libglib-2.0.so.0        libglib2.0-0
    libgthread-2.0.so.0     libglib2.0-0
    libxcb-cursor.so.0      libxcb-cursor0
    libxcb-glx.so.0         libxcb-glx0
    libxcb-icccm.so.4       libxcb-icccm4
    libxcb-image.so.0       libxcb-image0
    libxcb-keysyms.so.1     libxcb-keysyms1
    libxcb-randr.so.0       libxcb-randr0
    libxcb-render-util.so.0 libxcb-render-util0
    libxcb-render.so.0      libxcb-render0
    libxcb-shape.so.0       libxcb-shape0
    libxcb-shm.so.0         libxcb-shm0
    libxcb-sync.so.1        libxcb-sync1
    libxcb-util.so.1        libxcb-util1
    libxcb-xfixes.so.0      libxcb-xfixes0
    libxcb-xkb.so.1         libxcb-xkb1
    libxcb.so.1             libxcb1
    libxkbcommon-x11.so.0   libxkbcommon-x11-0
    libxkbcommon.so.0       libxkbcommon0
    libz.so.1               zlib1g
    libzstd.so.1            libzstd1
"

# Debian keeps ldconfig out of an ordinary user's PATH.
PATH=$PATH:/usr/sbin:/sbin
known=$(ldconfig -p 2>/dev/null || true)

missing_packages() {
    local object package found=
    while read -r object package; do
        [[ -z $object || $known == *"$object ("* ]] && continue
        [[ " $found " == *" $package "* ]] || found+=" $package"
    done <<<"$libraries"
    echo "${found# }"
}

# Without these the tests still run, only not in a real window, and no assistive tool listens to it.
missing_test_packages() {
    local found=
    command -v dbus-run-session >/dev/null || found+=" dbus"
    compgen -G "/usr/lib*/*/at-spi-bus-launcher" >/dev/null || [[ -x /usr/libexec/at-spi-bus-launcher ]] ||
        found+=" at-spi2-core"
    [[ -d /usr/lib/python3/dist-packages/gi ]] || found+=" python3-gi"
    compgen -G "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib" >/dev/null || found+=" gir1.2-atspi-2.0"
    command -v Xvfb >/dev/null || found+=" xvfb"
    command -v pdftoppm >/dev/null || found+=" poppler-utils"  # what a printer would make of the page to take home
    local tool
    for tool in xdotool openbox wmctrl xsel; do  # hands, a window manager and eyes for the tests of the kiosk
        command -v "$tool" >/dev/null || found+=" $tool"
    done
    command -v xrandr >/dev/null || found+=" x11-xserver-utils"  # changes the resolution under the kiosk
    echo "${found# }"
}

apt_get_install() {
    echo "Installing Qt's system libraries: $*"
    { DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null
}

needed=$(missing_packages)
wanted=
[[ $purpose == test ]] && wanted=$(missing_test_packages)
[[ -z $needed && -z $wanted ]] && exit 0

if [[ -z $known ]]; then
    echo "Note: ldconfig is not here, so Qt's system libraries could not be looked up." >&2
    exit 0
fi

if ! command -v apt-get >/dev/null; then
    if [[ -n $needed ]]; then
        echo "Qt needs system libraries that are missing here. Under Debian's names they are: $needed" >&2
        echo "Install what your distribution calls them, then start again." >&2
        exit 1
    fi
    exit 0
fi

if [[ $(id -u) == 0 ]]; then
    # shellcheck disable=SC2086  # one word per package is meant
    if [[ -n $wanted ]] && ! apt_get_install $wanted; then
        echo "Note: $wanted could not be installed; tests that need a real window run offscreen or are skipped." >&2
    fi
    # shellcheck disable=SC2086
    if [[ -z $needed ]] || apt_get_install $needed; then
        exit 0
    fi
    echo "Qt's system libraries could not be installed. When the package source can be reached again:" >&2
elif [[ -z $needed ]]; then
    echo "Note: with these the tests run in a real window and with an assistive tool: sudo apt-get install -y --no-install-recommends $wanted" >&2
    exit 0
else
    echo "Qt needs system libraries that are missing here. Please run this line, then start again:" >&2
fi
echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $needed${wanted:+ $wanted}" >&2
exit 1

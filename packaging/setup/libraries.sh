#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# Sees to the system libraries that Qt's wheel does not bring (Linux only). They are looked for by
# the name the loader asks for, since Debian's package names change from release to release.
#
# The packages to install are lists of words, so they stay unquoted:
# shellcheck disable=SC2086
set -eu

[ "$(uname -s)" = Linux ] || exit 0
here=$(dirname "$0")
known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || exit 0

# Prints the Debian packages of those libraries on standard input that the loader does not know.
missing() {
    while read -r library package; do
        case $known in *"$library "*) ;; *) echo "$package" ;; esac
    done
}

# Any import of QtGui needs these, with or without a screen.
required=$(missing <<END
libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
END
)
# A window on an X11 or Wayland screen needs these as well.
for_windows=$(missing <<END
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libX11-xcb.so.1 libx11-xcb1
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
END
)
[ -n "$required$for_windows" ] || exit 0

status=0
"$here/apt_install.sh" $required $for_windows || status=$?
[ "$status" -ne 0 ] || exit 0
[ "$status" -eq 3 ] || exit "$status"

if [ -n "$required" ]; then
    echo "Qt needs system libraries that only an administrator can install; with Debian or Ubuntu:" \
        "sudo apt-get install" $required $for_windows >&2
    exit 1
fi
echo "To open a window, Qt also needs system libraries that only an administrator can install;" \
    "with Debian or Ubuntu: sudo apt-get install" $for_windows >&2

#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# Sees to the programs that making the packages needs; those to install are a list of words:
# shellcheck disable=SC2086
set -eu

here=$(dirname "$0")
packages=$(while read -r program package; do
    command -v "$program" >/dev/null || echo "$package"
done <<END
objdump binutils
strip binutils
dpkg-shlibdeps dpkg-dev
xz xz-utils
desktop-file-validate desktop-file-utils
appstreamcli appstream
END
)
[ -n "$packages" ] || exit 0

"$here/apt_install.sh" $packages && exit 0
echo "Making packages needs programs that are not here;" \
    "with Debian or Ubuntu: sudo apt-get install" $packages >&2
exit 1

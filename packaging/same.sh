#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# same.sh CHECKOUT CHECKOUT: says whether `make package` gave the same bytes in two checkouts of one
# commit, and which files inside the packages differ if it did not.
set -euo pipefail

one=$1
other=$2
frozen=build/package/frozen/terkha

if diff "$one/dist/SHA256SUMS" "$other/dist/SHA256SUMS"; then
    echo "The same bytes: $(wc -l <"$one/dist/SHA256SUMS") files."
    exit 0
fi
echo "Of the frozen application differ:"
# Names and bytes, and then kinds, permissions and where links lead; times are clamped.
diff --recursive --brief --no-dereference "$one/$frozen" "$other/$frozen" || true
listing() { (cd "$1/$frozen" && find . -printf '%M %p %l\n' | LC_ALL=C sort); }
diff <(listing "$one") <(listing "$other") || true
echo "Of the Debian package differ:"
contents() { dpkg-deb --contents "$1"/dist/*.deb; dpkg-deb --field "$1"/dist/*.deb; }
diff <(contents "$one") <(contents "$other") || true
exit 1

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# make_tarball.sh BUNDLE VERSION FOLDER: packs the frozen application as an archive that runs from
# wherever it is unpacked, with the same bytes each time.
set -euo pipefail

bundle=$1
version=$2
folder=$3
here=$(dirname "${BASH_SOURCE[0]}")
name="terkha-$version-linux-$(uname -m)"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -a "$bundle" "$staging/$name"
cp "$here/linux/README.portable" "$staging/$name/README"

tar --create --directory "$staging" --sort=name --format=gnu \
    --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    --mode='u=rwX,go=rX' "$name" | xz -T2 -6 >"$folder/$name.tar.xz"

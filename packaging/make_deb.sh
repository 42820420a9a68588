#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# make_deb.sh BUNDLE VERSION FOLDER: packs the frozen application for Debian and Ubuntu, with the
# same bytes each time. Libraries that came from this machine's packages are left out of it; it
# depends on those packages instead.
set -euo pipefail

bundle=$1
version=$2
folder=$(realpath "$3")
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
top=$(dirname "$here")
architecture=$(dpkg --print-architecture)
date=$(date --utc --date="@$SOURCE_DATE_EPOCH" --rfc-email)

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
root=$staging/root
installed=$root/usr/lib/terkha
shared=$root/usr/share
documents=$shared/doc/terkha

# put MODE SOURCE TARGET: copies one file into place.
put() { install -D --mode="$1" "$2" "$3"; }

mkdir -p "$root/usr/lib" "$root/usr/bin"
cp -a "$bundle" "$installed"
while read -r library; do
    rm -f "$installed/_internal/$library"
done <"$top/build/package/pyinstaller/terkha/system-libraries.txt"
find "$installed" -xtype l -delete
find "$installed" -type f -name '*.so*' -exec chmod a-x {} +
ln -s ../lib/terkha/terkha "$root/usr/bin/terkha"

put 644 "$here/linux/terkha.desktop" "$shared/applications/terkha.desktop"
# SCREENSHOTS_URL: the web folder with the pictures of the manual in it, where a release has one.
"$top/.venv/bin/python" "$here/linux/metainfo.py" "$here/linux/org.terkha.Terkha.metainfo.xml" \
    "$top/CHANGELOG.md" "$top/resources/terkha_resources/help/pictures" ${SCREENSHOTS_URL:+"$SCREENSHOTS_URL"} \
    >"$staging/metainfo.xml"
put 644 "$staging/metainfo.xml" "$shared/metainfo/org.terkha.Terkha.metainfo.xml"
put 644 "$here/linux/terkha.xml" "$shared/mime/packages/terkha.xml"
"$top/.venv/bin/python" "$here/icons.py" \
    "$top/resources/terkha_resources/icon/terkha.svg" "$shared/icons/hicolor" apps
"$top/.venv/bin/python" "$here/icons.py" \
    "$here/linux/terkha-document.svg" "$shared/icons/hicolor" mimetypes
put 644 "$installed/completion/terkha.bash" "$shared/bash-completion/completions/terkha"
put 644 "$installed/completion/_terkha" "$shared/zsh/vendor-completions/_terkha"
rm -r "$installed/completion"
put 644 "$here/linux/lintian-overrides" "$shared/lintian/overrides/terkha"

sed -e "s/@VERSION@/$version/" "$here/linux/terkha.1" >"$staging/terkha.1"
put 644 "$staging/terkha.1" "$shared/man/man1/terkha.1"
put 644 "$here/linux/copyright" "$documents/copyright"
put 644 "$top/CHANGELOG.md" "$documents/CHANGELOG.md"
cat >"$documents/changelog" <<END
terkha ($version) unstable; urgency=medium

  * Terkha $version; CHANGELOG.md.gz tells what is new.

 -- The Terkha developers <developers@terkha.invalid>  $date
END
mv "$installed/licences" "$installed/manual" "$documents"
gzip -9n "$shared/man/man1/terkha.1" "$documents/changelog" "$documents/CHANGELOG.md"

desktop-file-validate "$shared/applications/terkha.desktop"
appstreamcli validate --no-net "$shared/metainfo/org.terkha.Terkha.metainfo.xml"

# What each program and library links, but for those that lie in the bundle itself, and but for
# the print system, which Terkha uses where it is there.
mkdir "$staging/debian"
sed -e "s/@ARCHITECTURE@/$architecture/" "$here/linux/control" >"$staging/debian/control"
mapfile -t linked < <(find "$installed" -type f \( -name '*.so*' -o -name terkha \) \
    ! -name 'libcupsprintersupport.so' | sort)
mapfile -t private < <(find "$installed" -name '*.so*' -printf '-l%h\n' | sort -u)
depends=$(cd "$staging" && dpkg-shlibdeps -O --ignore-missing-info "${private[@]}" \
    "${linked[@]/#/-e}" 2>"$staging/shlibdeps.log" | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { cat "$staging/shlibdeps.log" >&2; exit 1; }

mkdir "$root/DEBIAN"
find "$root" -mindepth 1 ! -type l -exec chmod u=rwX,go=rX {} +
size=$(du --summarize --apparent-size --block-size=1024 "$root/usr" | cut -f1)
{
    sed -n '/^Package:/,$p' "$staging/debian/control" | sed -e "/^Description:/i \\
Version: $version\\
Installed-Size: $size\\
Depends: $depends"
} >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) \
    >"$root/DEBIAN/md5sums"
find "$root" -print0 | xargs -0 touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
dpkg-deb --root-owner-group -Zxz -z6 --build "$root" \
    "$folder/terkha_${version}_$architecture.deb" >/dev/null

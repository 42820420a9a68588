#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# Freezes Terkha and makes the packages in dist/: wheel, .deb, portable archive, manual, bill of
# materials, checksums.
# `make package` has done the set-up before. The application is built from a wheel in an
# environment of its own, so that nothing of the developer's leaks into it; two builds of one
# commit give the same bytes.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=build/package
environment=$work/environment
bundle=$work/frozen/terkha
uv=.venv/bin/uv

# A checkout dates from its commit, an unpacked archive from its newest stated change.
commit_date=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$commit_date}
export PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
umask 022
unset VIRTUAL_ENV

packaging/setup/tools.sh

say() { printf '\n%s\n' "$*"; }

say "Building the wheel"
rm -rf "$work/wheel" "$work/frozen" "$work/pyinstaller" dist
.venv/bin/python -m hatchling build --target wheel --directory "$work/wheel" >/dev/null
wheel=$(echo "$work"/wheel/terkha-*.whl)
version=$(basename "$wheel" | cut -d- -f2)

say "Making an environment with nothing but what is shipped"
rm -rf "$environment"
"$uv" venv --quiet --no-project --python .venv/bin/python "$environment"
"$uv" pip sync --quiet --python "$environment/bin/python" --require-hashes \
    packaging/requirements.lock
"$uv" pip install --quiet --python "$environment/bin/python" --no-deps "$wheel"

# Qt for Python carries Python of its own, which it would compile anew at each start; where it finds
# it unpacked (SBK_EMBED is its switch for that), it takes the bytecode.
SBK_EMBED=0 "$environment/bin/python" -c "import PySide6.QtCore"
"$environment/bin/python" -m compileall -q -f --invalidation-mode unchecked-hash \
    "$environment"/lib/python*/site-packages/shiboken6/files.dir

say "Freezing Terkha $version"
QT_QPA_PLATFORM=offscreen "$environment/bin/pyinstaller" --noconfirm --log-level WARN \
    --workpath "$work/pyinstaller" --distpath "$work/frozen" packaging/terkha.spec \
    >"$work/pyinstaller.log" 2>&1 || { cat "$work/pyinstaller.log" >&2; exit 1; }
# PyInstaller only warns when this machine lacks a library that windows need, and would ship a
# bundle without it.
if grep -E 'Library not found: .*(xcb|X11|wayland|xkbcommon)' "$work/pyinstaller.log"; then
    echo "This machine lacks a library that the bundle needs: packaging/setup/libraries.sh" >&2
    exit 1
fi

# Links to libraries that were trimmed away.
find "$bundle" -xtype l -delete

say "Stripping symbols and gathering licences"
# Only what was linked by a plain linker: libraries that were patched after it may break.
find "$bundle/_internal" -type f \
    \( -name 'libpython*' -o -path '*/lib-dynload/*.so' -o -path '*/numpy/*.so' \) \
    -exec strip --strip-unneeded {} +
"$environment/bin/python" packaging/licences.py "$environment" "$bundle/licences"
"$environment/bin/python" packaging/sbom.py "$environment" \
    "$work/pyinstaller/terkha/system-libraries.txt" "$bundle/licences/materials.cdx.json"

say "Writing the completion for shells"
mkdir "$bundle/completion"
"$environment/bin/python" packaging/linux/completion.py bash >"$bundle/completion/terkha.bash"
"$environment/bin/python" packaging/linux/completion.py zsh >"$bundle/completion/_terkha"
bash -n "$bundle/completion/terkha.bash"

say "Writing the manual"
# Qt's and Terkha's times are those of the zone; fonts stand in a PDF by their hashes.
TZ=UTC QT_HASH_SEED=0 QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/manual.py "$bundle/manual"

say "Trying the frozen application"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
QT_QPA_PLATFORM=offscreen "$bundle/terkha" --profile "$profile" --self-test

mkdir -p dist
cp "$wheel" dist/
for ending in html pdf; do
    cp "$bundle/manual/manual.$ending" "dist/terkha-$version-manual.$ending"
done
cp "$bundle/licences/materials.cdx.json" "dist/terkha-$version.cdx.json"
packaging/make_tarball.sh "$bundle" "$version" dist
packaging/make_deb.sh "$bundle" "$version" dist
(cd dist && sha256sum -- * >SHA256SUMS)
say "In dist/:"
ls -l dist

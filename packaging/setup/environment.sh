#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# environment.sh FOLDER: makes a virtual environment that holds exactly what requirements.lock
# says, each file checked against its hash, and Terkha itself, editable. PYTHON names the
# interpreter to use; without it the first on the path that is new enough.
set -eu

environment=$1
here=$(dirname "$0")
wanted='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c "$wanted" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Terkha needs Python 3.11 or newer, and ${PYTHON:-python3} is not;" \
        "install one, or name one that is not on the path: make setup PYTHON=/path/to/python3" >&2
    return 1
}

# Debian keeps what makes an environment in a package of its own.
require_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    "$here/apt_install.sh" "$package" && return
    echo "$1 cannot make virtual environments;" \
        "with Debian or Ubuntu: sudo apt-get install $package" >&2
    return 1
}

if ! "$environment/bin/python" -c "$wanted" 2>/dev/null; then
    python=$(find_python)
    require_venv "$python"
    "$python" -m venv --clear "$environment"
fi

# uv comes by pip, from the same lock: pip's hash-checking wants a file that holds nothing else.
if ! "$environment/bin/uv" --version >/dev/null 2>&1; then
    sed -n '/^uv==/,/[^\\]$/p' requirements.lock >"$environment/uv.requirements"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --no-deps --requirement "$environment/uv.requirements"
fi

export UV_HTTP_TIMEOUT="${UV_HTTP_TIMEOUT:-180}"
unset VIRTUAL_ENV
python="$environment/bin/python"
"$environment/bin/uv" pip sync --quiet --python "$python" --require-hashes requirements.lock
# hatchling is in the lock: an isolated build would fetch one that nobody has checked.
"$environment/bin/uv" pip install --quiet --python "$python" \
    --no-deps --no-build-isolation --editable .

# Qt for Python carries Python of its own, which it would compile anew at each start; unpacked
# (SBK_EMBED is its switch for that) it is compiled once, as in the frozen application.
SBK_EMBED=0 "$python" -c "import PySide6.QtCore" || true  # what it lacks, the window will say

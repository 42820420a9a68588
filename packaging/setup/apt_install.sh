#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# apt_install.sh PACKAGE…: installs Debian packages, as root or by sudo without a password.
# Where neither is to be had it exits with 3 and has changed nothing, so that the caller can
# say in its own words what is missing.
set -eu

command -v apt-get >/dev/null || exit 3
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    exit 3
fi

echo "Installing $*"
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends "$@" >/dev/null

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
#
# smoke.sh PACKAGE.deb [ARCHIVE.tar.xz]: installs the package in a bare Debian, and runs it there
# with no network, as somebody who is not root, with an empty home and on a screen of X11, watched
# for calls to a network; then removes it and looks for what it left. The archive is tried with
# hardly a library around it, read-only, in a folder with spaces and Tibetan letters in its name.
# Leaves build/smoke/window.png and says what lintian says.
# Needs root, debootstrap and, while it installs, Debian's mirror. SUITE chooses the release.
set -euo pipefail

package=$(realpath "$1")
archive=${2:+$(realpath "$2")}
suite=${SUITE:-bookworm}
work=$(realpath -m "$(dirname "${BASH_SOURCE[0]}")/../build/smoke")
base=$work/$suite
root=$work/root
without_network=()
# A screen, a watcher, a critic, and what a desktop knows files by.
tools=(xvfb xauth strace lintian shared-mime-info desktop-file-utils libglib2.0-bin)

[ "$(id -u)" -eq 0 ] || { echo "A bare Debian can only be entered as root: sudo $0 $*" >&2; exit 1; }
command -v debootstrap >/dev/null \
    || { echo "debootstrap is not here: apt-get install debootstrap" >&2; exit 1; }

say() { printf '\n%s\n' "$*"; }
leave() {
    for place in proc dev; do
        mountpoint --quiet "$root/$place" && umount "$root/$place"
    done
    rm -rf "$root"
}
inside() {
    env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root \
        DEBIAN_FRONTEND=noninteractive "${without_network[@]}" chroot "$root" "$@"
}
# The reader is not root and has no network interface but a loopback that is down.
as_reader() {
    local without_network=(unshare --net)
    inside su --login --whitelist-environment=LC_ALL reader --command "$1"
}
# New files outside the reader's home and the folders that are anybody's.
outside_home() {
    find "$root" -xdev -newer "$work/started" -type f \
        ! -path "$root/home/*" ! -path "$root/tmp/*" ! -path "$root/var/tmp/*" ! -path "$root/run/*"
}

mkdir -p "$work"
if [ ! -f "$base/complete" ]; then
    say "Making a bare $suite"
    rm -rf "$base"
    debootstrap --variant=minbase "$suite" "$base" >"$work/debootstrap.log"
    touch "$base/complete"
fi
leave
trap leave EXIT
cp -a "$base" "$root"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
inside useradd --create-home reader

say "Installing $(basename "$package") and a screen to see it on"
cp "$package" "$root/tmp/terkha.deb"
inside apt-get -qq update
inside apt-get -qq install -y --no-install-recommends "${tools[@]}" >"$work/apt.log" 2>&1
inside apt-get -qq install -y --no-install-recommends /tmp/terkha.deb >>"$work/apt.log" 2>&1 \
    || { cat "$work/apt.log" >&2; exit 1; }

touch "$work/started"
say "Asking it on the command line, with no network"
as_reader 'terkha info'
as_reader 'terkha verify'
as_reader 'terkha cite mine/julong --format biblatex' | head -n 12
as_reader 'strace --follow-forks --trace=openat --output=opened.txt \
    terkha cite mine/julong --output julong.bib'
! grep -q libQt "$root/home/reader/opened.txt" || { echo "The command line loads Qt" >&2; exit 1; }
say "Asking the desktop what it makes of an exported library"
as_reader 'terkha library export kept.terkha
    gio info --attributes=standard::content-type,standard::icon kept.terkha
    gio mime application/x-terkha-library+json' | tee "$work/desktop.log"
grep -q 'content-type: application/x-terkha-library+json' "$work/desktop.log"
grep -q 'terkha.desktop' "$work/desktop.log"
say "Running its self-test on a screen, with no network, watched by strace"
as_reader 'xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24" \
    strace --follow-forks --seccomp-bpf --trace=network --output=network.txt terkha --self-test'
# The screen is a local socket; nothing else may be reached for.
reached=$(grep -E '(connect|sendto|sendmsg|bind)\(.*(AF|PF)_|socket\(' "$root/home/reader/network.txt" \
    | grep -v 'AF_UNIX' || true)
[ -z "$reached" ] || { printf 'It reached for a network:\n%s\n' "$reached" >&2; exit 1; }
echo "$(grep -c 'connect(' "$root/home/reader/network.txt") connections, all to local sockets"
say "Taking a picture of the window"
as_reader 'xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24" \
    terkha --screenshots pictures'
cp "$root/home/reader/pictures/$(ls "$root/home/reader/pictures" | grep -m1 record)" \
    "$work/window.png"
written=$(outside_home)
[ -z "$written" ] || { printf 'It wrote outside the home:\n%s\n' "$written" >&2; exit 1; }

say "Asking lintian"
as_reader 'lintian --fail-on error /tmp/terkha.deb'

say "Removing it"
inside apt-get -qq purge -y terkha >>"$work/apt.log" 2>&1
left=$(find "$root/usr" "$root/etc" "$root/var/lib" -xdev -name '*terkha*' \
    ! -path "$root/var/lib/apt/*" ! -path "$root/var/lib/dpkg/*")
[ -z "$left" ] || { printf 'It left behind:\n%s\n' "$left" >&2; exit 1; }

inside apt-get -qq purge -y --auto-remove "${tools[@]}" >>"$work/apt.log" 2>&1

if [ -n "$archive" ]; then
    folder="/opt/my tools/གཏེར་ཁ"
    say "Running $(basename "$archive") from “$folder”, where it cannot write"
    inside apt-get -qq install -y --no-install-recommends libgl1 libegl1 libfontconfig1 xz-utils \
        >>"$work/apt.log" 2>&1
    mkdir -p "$root$folder"
    tar xf "$archive" --directory "$root$folder" --strip-components=1
    chmod -R a-w "$root$folder"
    as_reader "QT_QPA_PLATFORM=offscreen '$folder/terkha' --self-test"
    as_reader "'$folder/terkha' cite mine/julong --format biblatex" | head -n 3
fi
say "All is well."

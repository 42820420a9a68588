# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Clean what comes from outside (links, names, notes, times) into the form the library keeps."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime

from terkha_db.errors import LibraryError

SCHEME = r"\A(?i:terkha):/{0,2}"
FOREIGN = r"[A-Za-z][A-Za-z0-9+.-]*:"
CONTROL = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
LINE_END = r"\r\n?|[\x85\u2028\u2029]"
LONGEST_LINK = 4000
LONGEST_NAME = 200


class BadWordError(LibraryError):
    """A link, name or time that cannot be kept as it was given."""

    exit_code = 2


def clean_link(link: str) -> str:
    """Return the one form in which a link is kept: without ``terkha:`` and outer spaces.

    Raises:
        BadWordError: the link is empty, too long, or leads out of Terkha.

    """
    bare = re.sub(SCHEME, "", link.strip())
    if not bare or len(bare) > LONGEST_LINK or re.search(CONTROL, bare) or re.match(FOREIGN, bare):
        raise BadWordError(
            f"{shown(link)} does not lead into Terkha: give a record such as mine/julong "
            "or a link such as terkha:chart/copper-resources."
        )
    return bare


def clean_name(name: str, what: str) -> str:
    """Return a name of a collection, tag or saved search in NFC with single spaces.

    Raises:
        BadWordError: the name is empty, too long, or contains control characters.

    """
    text = " ".join(unicodedata.normalize("NFC", name).split())
    if not text or len(text) > LONGEST_NAME or re.search(CONTROL, text):
        raise BadWordError(
            f"{shown(name)} cannot be the name of a {what}: give 1 to {LONGEST_NAME} characters "
            "without line breaks or control characters."
        )
    return text


def clean_path(path: str) -> tuple[str, ...]:
    """Return the names in a collection's path such as ``Copper/Julong``, outermost first.

    Raises:
        BadWordError: one of the names is empty or not a name.

    """
    return tuple(clean_name(name, "collection") for name in path.split("/"))


def clean_title(title: str) -> str:
    """Return a title on one line, without characters that cannot be shown or stored."""
    return " ".join(re.sub(CONTROL, " ", title).split())


def clean_note(text: str) -> str:
    """Return the Markdown of a note with plain line ends and nothing that cannot be stored."""
    lines = re.sub(LINE_END, "\n", text).split("\n")
    kept = (re.sub(CONTROL, lambda found: "\t" if found[0] == "\t" else "", line) for line in lines)
    return "\n".join(kept).strip("\n")


def clean_time(text: str) -> str:
    """Return an ISO 8601 time as the library keeps it; a time without a zone is UTC.

    Raises:
        BadWordError: the text is not such a time.

    """
    try:
        moment = datetime.fromisoformat(text.strip())
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return stamp(zoned)
    except (ValueError, OverflowError) as error:
        raise BadWordError(
            f"{shown(text)} is not a time: write it like 2026-11-12T14:05:00Z."
        ) from error


def stamp(moment: datetime) -> str:
    """Return an aware time as ``YYYY-MM-DDTHH:MM:SSZ``."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def kind_of(link: str) -> str:
    """Return the kind that a clean link speaks of, such as ``mine``, ``chart`` or ``statement``."""
    if "#" in link:
        return "statement"
    return re.split(r"[/?]", link, maxsplit=1)[0]


def fold(text: str) -> str:
    """Return a text for comparing without regard to case and Latin accents."""
    spread = unicodedata.normalize("NFKD", text)
    return "".join(char for char in spread if not "\u0300" <= char <= "\u036f").casefold()


def shown(text: str) -> str:
    """Return a given text in quotation marks, shortened, fit for a message."""
    plain = re.sub(CONTROL, "\ufffd", text)
    return f"“{plain[:57]}…”" if len(plain) > 60 else f"“{plain}”"

# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""How each record is called: title, title in a second script, author of a work."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from terkha_db import wording
from terkha_db.entities import without_marks
from terkha_db.fold import fold_key
from terkha_db.records.load import Entry
from terkha_db.records.models import Author, Citation, Claim, Dispute, Event, Model, Name

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'])")
_LONGEST = 110
# Which name stands beside a title of another script, the first kind that there is.
_SECOND = ("zh-Hans", "bo", "zh-Hant", "mn")
_OTHER = ("bo-Latn", "zh-Latn", "mn-Latn")
# Kinds that go by other English names and abbreviations; to a place these would be descriptions.
_ENGLISH = ("commodity", "mineral", "organisation", "policy", "person", "topic")


def title_of(entry: Entry) -> str:
    """Return the title of a record; words that an editor supplied stand in brackets."""
    match entry.model:
        case Claim(text=text):
            return text
        case Event(what=what):
            return what
        case Dispute(title=title, text=text):
            return title or shortened(text)
        case Citation(title=title, title_supplied=supplied):
            return f"[{title}]" if supplied else title
        case model:
            return str(model.title)  # type: ignore[attr-defined]


def shortened(text: str) -> str:
    """Return the first sentence of a text without its marks, cut between words where too long."""
    first = _SENTENCE.split(without_marks(text), maxsplit=1)[0].rstrip(".")
    if len(first) <= _LONGEST:
        return first
    return first[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:(") + " …"


def second_of(entry: Entry, title: str, variants: Mapping[str, str]) -> str:
    """Return the name that stands beside the title: in another script, or another spelling."""
    if isinstance(entry.model, Citation):
        return ""
    names = names_of(entry.model)
    ordered = sorted(names, key=lambda name: not name.preferred)
    spelt = (*_OTHER, "en") if entry.kind in _ENGLISH else _OTHER
    key = fold_key(title, variants)
    for lang in (*_SECOND, *spelt) if _is_latin(title) else spelt:
        for name in ordered:
            if name.lang == lang and key not in fold_key(name.text, variants):
                return name.text
    return ""


def names_of(model: Model) -> Sequence[Name]:
    """Return the names of a record; none for kinds that have none."""
    return getattr(model, "names", ())


def author_of(work: Citation) -> str:
    """Return who speaks in a work: its authors in short, else its outlet, else its publisher."""
    names = [_written(author) for author in work.author or work.editor]
    if len(names) > 2:
        return f"{names[0]} et al."
    if names:
        return " and ".join(names)
    return work.container_title or work.original_publisher or work.publisher or wording.UNNAMED


def _written(author: Author) -> str:
    if author.literal:
        return author.literal
    parts = (author.given or "", author.family or "")
    if any(_is_latin(part) for part in parts):
        return " ".join(part for part in (*parts, author.suffix or "") if part)
    return "".join(reversed(parts))


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and unicodedata.name(letters[0], "").startswith("LATIN")

# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes text, titles, names and addresses as the BibTeX family of formats wants them.

Only text is escaped. Accents, Chinese and Tibetan stay as they are: LaTeX macros for them break
the programs that read these files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_PAIRED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        # Readers that assume TeX's own encoding take these two for Spanish marks.
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        **{mark: rf"\{mark}" for mark in "&%$#_{}"},
    }
)
# An escaped brace is still counted: without its partner it would swallow the next entry.
_UNPAIRED = _PAIRED | str.maketrans({"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
# LaTeX joins these pairs into dashes, quotation marks and Spanish marks.
_JOINED = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)")
_WHITE = re.compile(r"\s+")
# These would end the field, or are no part of an address anyway.
_UNSAFE = {"{": "%7B", "}": "%7D", "\\": "%5C"}
# A word that must keep its capitals: cut from the marks around it.
_WORD = re.compile(r"[^\s“”‘’\"'()\[\],;:.?!/–—-][^\s“”\"()\[\],;:?!/–—]*")
_SEPARATOR = re.compile(r",|\band\b", re.IGNORECASE)


def escape(text: str) -> str:
    """Escape a text field; line breaks become blanks."""
    return _piece(text.strip(), _escapes(text))


def verbatim(address: str) -> str:
    """Give a URL, DOI or other field that LaTeX reads letter by letter."""
    address = _WHITE.sub("%20", address.strip())
    for mark, code in _UNSAFE.items():
        address = address.replace(mark, code)
    return address


def title(text: str, language: str) -> str:
    """Escape a title and protect its capitals from styles that lower them.

    In English that is each word with a capital but the first; other languages write capitals by
    rules that no style knows, so the whole title is protected.
    """
    if not language.startswith("en"):
        return f"{{{escape(text)}}}"
    pieces, end, escapes = [], 0, _escapes(text)
    for word in _WORD.finditer(text):
        pieces.append(_piece(text[end : word.start()], escapes))
        # The first word has its capital in any style; a second one is its own (EU, McMahon).
        tail = word[0] if end else word[0][1:]
        written = _piece(word[0], escapes)
        pieces.append(written if tail == tail.lower() else f"{{{written}}}")
        end = word.end()
    return "".join([*pieces, _piece(text[end:], escapes)]).strip()


def names(people: Iterable[Mapping[str, str]]) -> str:
    """Give a name list; institutions and names that are not inverted stand in braces."""
    return " and ".join(_name(person) for person in people)


def literals(items: Iterable[str]) -> str:
    """Give a list of publishers, places or institutions, in braces where “and” is part of one."""
    return " and ".join(
        f"{{{escape(item)}}}" if re.search(r"\band\b", item) else escape(item) for item in items
    )


def _piece(text: str, escapes: Mapping[int, str]) -> str:
    return _JOINED.sub("{}", _WHITE.sub(" ", text).translate(escapes))


def _escapes(text: str) -> Mapping[int, str]:
    """Choose the way of writing braces that leaves them paired in the file."""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    return _UNPAIRED if depth else _PAIRED


def _name(person: Mapping[str, str]) -> str:
    if "literal" in person:
        return f"{{{escape(person['literal'])}}}"
    particles = [person.get(key, "") for key in ("dropping-particle", "non-dropping-particle")]
    family = " ".join(filter(None, [*particles, _part(person.get("family", ""))]))
    parts = [family, _part(person.get("suffix", "")), _part(person.get("given", ""))]
    return ", ".join(filter(None, parts))


def _part(text: str) -> str:
    """Escape a part of a name; braces keep marks in it from being read as separators."""
    escaped = escape(text)
    return f"{{{escaped}}}" if _SEPARATOR.search(text) else escaped

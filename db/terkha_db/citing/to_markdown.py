# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Writes the formatted list as Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from terkha_db.citing.listing import lines_under
from terkha_db.citing.runs import TAB, Run, runs

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry

# Marks that may open or close something anywhere in a line.
_MARKS = re.compile(r"([\\`*_\[\]<>~]|&(?=#?\w+;))")
# What makes a list, heading, quotation or rule of a line that begins with it.
_OPENING = re.compile(r"^(\d+)([.)])|^([#+=-])")
_AUTOLINK = re.compile(r"[a-z][a-z0-9+.-]+:[^\s<>\\]*", re.IGNORECASE)


def write(entries: Sequence[Entry]) -> bytes:
    """Write a paragraph per entry in the order given; UTF-8, LF."""
    blocks = [
        "\\\n".join([_opened(_inline(runs(entry.html))), *map(_escaped, lines_under(entry))])
        for entry in entries
    ]
    return ("\n\n".join(blocks) + "\n").encode("utf-8") if blocks else b""


def loses(entries: Sequence[Entry]) -> str:
    """Say nothing: the list is what the reader sees."""
    return ""


def _inline(pieces: Sequence[Run]) -> str:
    return "".join(" " if piece.text == TAB else _piece(piece) for piece in pieces)


def _piece(run: Run) -> str:
    """Write a run; blanks stay outside of the marks, where CommonMark wants them."""
    text = run.text.strip(" ")
    if run.href == text and _AUTOLINK.fullmatch(text):
        marked = f"<{text}>"
    else:
        marked = _escaped(text)
        if run.href:
            marked = f"[{marked}](<{re.sub(r'([<>])', _percent, run.href)}>)"
    for look, mark in (("italic", "*"), ("bold", "**")):
        if look in run.looks and text:
            marked = f"{mark}{marked}{mark}"
    for look, tag in (("superscript", "sup"), ("subscript", "sub")):
        if look in run.looks:
            marked = f"<{tag}>{marked}</{tag}>"
    before = " " * (len(run.text) - len(run.text.lstrip(" ")))
    after = " " * (len(run.text) - len(run.text.rstrip(" "))) if text else ""
    return before + marked + after


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _opened(line: str) -> str:
    return _OPENING.sub(
        lambda found: rf"{found[1]}\{found[2]}" if found[1] else rf"\{found[3]}", line
    )


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"

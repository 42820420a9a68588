# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads a formatted entry as runs of text, for the writers that have no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

_STYLED = {
    "em": "italic",
    "i": "italic",
    "strong": "bold",
    "b": "bold",
    "sup": "superscript",
    "sub": "subscript",
}
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with one look; ``text`` is a tab between a number and its entry."""

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    subscript: bool = False
    small_caps: bool = False
    href: str = ""


def runs(html: str) -> list[Run]:
    """Cut a formatted entry into runs; blanks are single, none at the ends.

    Italics inside italics stand upright, as in print.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return list(_trimmed(reader.runs))


def plain(html: str) -> str:
    """Give a formatted entry as one line of text."""
    return "".join(" " if run.text == "\t" else run.text for run in runs(html))


class _Reader(HTMLParser):
    """Keeps a stack of looks while tags open and close."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._looks = [Run("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        look = self._looks[-1]
        if name := _STYLED.get(tag):
            look = replace(look, **{name: not getattr(look, name)})
        elif tag == "a":
            look = replace(look, href=attributes.get("href", ""))
        elif "small-caps" in attributes.get("style", "") + attributes.get("class", ""):
            look = replace(look, small_caps=True)
        elif "csl-right-inline" in attributes.get("class", ""):
            self.runs.append(Run("\t"))
        self._looks.append(look)

    def handle_endtag(self, tag: str) -> None:
        self._looks.pop()

    def handle_data(self, data: str) -> None:
        self.runs.append(replace(self._looks[-1], text=_BLANKS.sub(" ", data)))


def _trimmed(found: list[Run]) -> Iterator[Run]:
    """Drop blanks at the ends, around tabs and after blanks, and what is then empty."""
    kept: list[Run] = []
    for run in found:
        before = kept[-1].text[-1] if kept else "\t"
        text = (
            run.text if run.text == "\t" else run.text.lstrip(" ") if before in " \t" else run.text
        )
        if text == "\t" and kept:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
        if text:
            kept.append(replace(run, text=text))
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
    return (run for run in kept if run.text)

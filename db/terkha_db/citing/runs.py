# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Reads a formatted entry as runs of text, for the writers that write no HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Literal

Look = Literal["italic", "bold", "superscript", "subscript", "small caps"]

TAB = "\t"
"""The text of the run between the number of an entry and the entry."""

_LOOK_OF_TAG: dict[str, Look] = {
    "em": "italic",
    "i": "italic",
    "strong": "bold",
    "b": "bold",
    "sup": "superscript",
    "sub": "subscript",
}
# Other kinds of space, such as the one that does not break, are part of the text.
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text with one look and, in a link, its address."""

    text: str
    looks: frozenset[Look] = frozenset()
    href: str = ""


def runs(html: str) -> list[Run]:
    """Cut a formatted entry into runs; blanks are single, and there are none at the ends.

    Italics within italics stand upright, as in print.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    tidy: list[Run] = []
    for run in reader.found:
        _append(tidy, run)
    if tidy:
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip(" "))
    return [run for run in tidy if run.text]


def plain(html: str) -> str:
    """Give a formatted entry as one line of text."""
    return "".join(" " if run.text == TAB else run.text for run in runs(html))


class _Reader(HTMLParser):
    """Keeps a stack of looks while tags open and close."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Run] = []
        self._open = [Run("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        run = self._open[-1]
        if look := _LOOK_OF_TAG.get(tag):
            run = replace(run, looks=run.looks ^ {look})
        elif attributes.get("class") == "smallcaps":
            run = replace(run, looks=run.looks | {"small caps"})
        elif attributes.get("class") == "csl-right-inline":
            self.found.append(Run(TAB))
        elif tag == "a":
            run = replace(run, href=attributes.get("href", ""))
        self._open.append(run)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.found.append(replace(self._open[-1], text=_BLANKS.sub(" ", data)))


def _append(tidy: list[Run], run: Run) -> None:
    """Add ``run``, without doubling blanks, to the last one where both look alike."""
    last = tidy[-1] if tidy else Run(TAB)
    if run.text == TAB:
        if tidy:
            tidy[-1] = replace(last, text=last.text.rstrip(" "))
        tidy.append(run)
        return
    text = run.text.lstrip(" ") if last.text.endswith((" ", TAB)) else run.text
    if not text:
        return
    if last.text != TAB and (last.looks, last.href) == (run.looks, run.href):
        tidy[-1] = replace(last, text=last.text + text)
    else:
        tidy.append(replace(run, text=text))

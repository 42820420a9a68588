# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""FORMATS: the kinds of file a list of works can be written to, in the order of the menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from terkha_db.citing import (
    to_biblatex,
    to_bibtex,
    to_csl_json,
    to_docx,
    to_html,
    to_markdown,
    to_odt,
    to_ris,
    to_text,
)
from terkha_db.errors import KnownError

if TYPE_CHECKING:
    from terkha_db.citing.entry import Entry


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is called, what it holds and how it is written."""

    id: str
    label: str
    extension: str
    """With the dot."""
    formatted: bool
    """Whether it holds entries as a style formats them; else it holds data and needs no style."""
    binary: bool
    """Whether it can only be saved, not copied as text."""
    write: Callable[[Sequence[Entry]], bytes]
    """Write entries in the order given (``listing.arranged`` gives them one)."""
    loses: Callable[[Sequence[Entry]], str]
    """Say in one sentence what of these entries the format cannot carry; empty if all."""


FORMATS: tuple[Format, ...] = (
    Format(
        id="biblatex",
        label="BibLaTeX",
        extension=".bib",
        formatted=False,
        binary=False,
        write=to_biblatex.write,
        loses=to_biblatex.loses,
    ),
    Format(
        id="bibtex",
        label="BibTeX",
        extension=".bib",
        formatted=False,
        binary=False,
        write=to_bibtex.write,
        loses=to_bibtex.loses,
    ),
    Format(
        id="ris",
        label="RIS",
        extension=".ris",
        formatted=False,
        binary=False,
        write=to_ris.write,
        loses=to_ris.loses,
    ),
    Format(
        id="csl-json",
        label="CSL-JSON",
        extension=".json",
        formatted=False,
        binary=False,
        write=to_csl_json.write,
        loses=to_csl_json.loses,
    ),
    Format(
        id="markdown",
        label="Markdown",
        extension=".md",
        formatted=True,
        binary=False,
        write=to_markdown.write,
        loses=to_markdown.loses,
    ),
    Format(
        id="html",
        label="HTML",
        extension=".html",
        formatted=True,
        binary=False,
        write=to_html.write,
        loses=to_html.loses,
    ),
    Format(
        id="text",
        label="Plain text",
        extension=".txt",
        formatted=True,
        binary=False,
        write=to_text.write,
        loses=to_text.loses,
    ),
    Format(
        id="docx",
        label="Word (DOCX)",
        extension=".docx",
        formatted=True,
        binary=True,
        write=to_docx.write,
        loses=to_docx.loses,
    ),
    Format(
        id="odt",
        label="OpenDocument (ODT)",
        extension=".odt",
        formatted=True,
        binary=True,
        write=to_odt.write,
        loses=to_odt.loses,
    ),
)


def format_by_id(format_id: str) -> Format:
    """Return the format called ``format_id``.

    Raises:
        KnownError: there is none; the sentence lists those there are.

    """
    for known in FORMATS:
        if known.id == format_id:
            return known
    raise KnownError(
        f"There is no format “{format_id}”;"
        f" choose one of {', '.join(known.id for known in FORMATS)}."
    )

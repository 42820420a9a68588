# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What a table is narrowed by: words, a query, and what is being typed; kept apart from views."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from terkha_db.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from terkha_db.catalogue import Catalogue
    from terkha_db.facets import Facet
    from terkha_db.query import Node
    from terkha_db.query.complete import Completion
    from terkha_db.query.edit import Chip

_FIELD_TYPED = re.compile(r"[^\W\d_][\w.\u0f00-\u0fff-]*\s*[:=<>]")


class Source(Protocol):
    """What answers the questions of a filter about its table."""

    def check(self, node: Node) -> None:
        """Refuse a query that names an unknown field or value."""

    def facets(self, words: str, where: str) -> tuple[Facet, ...]:
        """Return the facets under words and a query."""

    def chips(self, where: str) -> tuple[Chip, ...]:
        """Return the conditions of a query one by one."""

    def press(self, where: str, field: str, value: str) -> str:
        """Return a query after a value of a facet is pressed."""

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Return what may stand at the cursor of a query that is being typed."""


class CatalogueSource:
    """Answers for one kind of record of the catalogue."""

    def __init__(self, catalogue: Catalogue, kind: str) -> None:
        self._catalogue = catalogue
        self._kind = kind
        self.kept: frozenset[str] | None = None
        """The records that the table keeps to besides words and query; None for all."""

    def check(self, node: Node) -> None:
        """Refuse a query that names an unknown field or value."""
        from terkha_db.query import Evaluator

        Evaluator(self._catalogue.index(self._kind)).rows(node)

    def facets(self, words: str, where: str) -> tuple[Facet, ...]:
        """Return the facets under words and a query, counted."""
        return self._catalogue.facets(self._kind, text=words, where=where, ids=self.kept)

    def chips(self, where: str) -> tuple[Chip, ...]:
        """Return the conditions of a query one by one."""
        return self._catalogue.chips(self._kind, where)

    def press(self, where: str, field: str, value: str) -> str:
        """Return a query after a value of a facet is pressed."""
        return self._catalogue.press(self._kind, where, field, value)

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Return what may stand at the cursor of a query that is being typed."""
        return self._catalogue.complete(self._kind, text, cursor)


class TableFilter(QObject):
    """Words and query of one table; what cannot be read leaves the last good rows standing.

    What is typed into the words box counts as query as soon as it compares a field; it joins the
    query when the reader settles it, or presses a facet.
    """

    changed = Signal()
    """Words or query are different; ``facets`` and ``chips`` follow them already."""
    counted = Signal()
    """The counts of ``facets`` are different; nothing else is."""
    failed = Signal()
    """What was typed cannot be read: ``error`` says why."""

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._settled = ""
        self.words = ""
        self.where = ""
        """The whole query, what is typed into the words box included."""
        self._facets: tuple[Facet, ...] | None = None
        self.chips: tuple[Chip, ...] = ()
        self.error: QueryError | None = None
        self.is_unfinished = False
        """True if the fault is only that something is missing at the end, as while one types."""
        self._read("", "")

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets under words and query; those of the whole table are counted when asked for."""
        if self._facets is None:
            self._facets = self._source.facets(self.words, self.where)
        return self._facets

    def query(self) -> str:
        """Return words and query as one query, for saving."""
        from terkha_db.query import parse_query
        from terkha_db.query.edit import add

        return add(self.where, parse_query(self.words)) if self.words else self.where

    def show(self, words: str, where: str) -> None:
        """Ask for words and query together, as a link does."""
        if self._try(words, where):
            self._settled = self.where

    def type_words(self, text: str) -> None:
        """Take what stands in the words box: words, or a query if it compares a field."""
        from terkha_db.query import parse_query
        from terkha_db.query.across import asks_fields
        from terkha_db.query.edit import add

        try:
            node = parse_query(text)
            if asks_fields(node):
                # By itself first, so that a fault names the character in what is typed.
                self._source.check(node)
        except QueryError as error:
            if _FIELD_TYPED.search(text):
                self._fail(error, text)
            else:
                self._try(text, self._settled)
            return
        if asks_fields(node):
            self._try("", add(self._settled, node))
        else:
            self._try(text, self._settled)

    def settle(self) -> bool:
        """Make a typed query part of the query; false where there was none to take over."""
        typed = self.error is None and self.where != self._settled
        if typed:
            self._settled = self.where
        return typed

    def set_query(self, where: str) -> None:
        """Ask a query instead of the present one, as the query line and chips do."""
        if self._try(self.words, where):
            self._settled = self.where

    def press(self, field: str, value: str) -> None:
        """Press a value of a facet: it is kept, then excluded, then neither."""
        self.set_query(self._source.press(self.where, field, value))

    def take_counts(self, facets: tuple[Facet, ...]) -> None:
        """Take up facets that were counted after they were asked for."""
        self._facets = facets
        self.counted.emit()

    def read_again(self) -> None:
        """Ask the same again of a source that knows more now."""
        if self._try(self.words, self.where):
            self.changed.emit()

    def clear(self) -> None:
        """Show all rows again."""
        self.show("", "")

    def look_anew(self) -> str:
        """Read facets and chips again, because other works count now.

        Returns the sentence that says why the query was let go, "" where it still makes sense.
        """
        try:
            self._read(self.words, self.where)
        except QueryError as error:
            self._settled = ""
            self._read(self.words, "")
            return str(error)
        return ""

    def _try(self, words: str, where: str) -> bool:
        try:
            changed = self._read(words, where.strip())
        except QueryError as error:
            self._fail(error, where)
            return False
        if changed:
            self.changed.emit()
        return True

    def _read(self, words: str, where: str) -> bool:
        """Read facets and chips; true if words or query or a fault told before are different."""
        was = self.words, self.where, self.error is not None
        # A query is read by counting; where nothing is asked, there is nothing to refuse.
        self._facets = self._source.facets(words, where) if words or where else None
        self.chips = self._source.chips(where) if where else ()
        self.words, self.where, self.error = words, where, None
        return was != (words, where, False)

    def _fail(self, error: QueryError, text: str) -> None:
        self.error, self.is_unfinished = error, error.at >= len(text.rstrip())
        self.failed.emit()


def current_form(query: str, grammar: int) -> str:
    """Return a query of an earlier grammar as it is written now, or as it is if it cannot be."""
    from terkha_db.query import format_query, parse_query

    try:
        return format_query(parse_query(query, grammar))
    except QueryError:
        return query

# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Answers for the filter of a collection: what queries mean at once, counts from a thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from terkha.worker import Worker
from terkha_db.imported.facets import FacetReader, stated
from terkha_db.imported.vocabulary import Vocabulary
from terkha_db.imported.where import Clause, asked_node, compile_query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from terkha_db.errors import KnownError
    from terkha_db.facets import Facet
    from terkha_db.query import Node
    from terkha_db.query.complete import Completion
    from terkha_db.query.edit import Chip


class CollectionSource(QObject):
    """The facets and the vocabulary of one collection."""

    ready = Signal()
    """Fields and values are known: until then, queries know none."""
    counted = Signal(tuple)
    """Some facets have their counts now."""
    failed = Signal(str)
    """Why the collection cannot be read, in a sentence."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.vocabulary = Vocabulary((), {}, {})
        self.is_ready = False
        self._file = file
        self._reader: FacetReader | None = None
        self._generation = 0
        self._facets: dict[str, Facet] = {}
        self._worker = Worker(f"facets of {file.stem}")
        self._worker.do(self._open, self._take, self._fail)
        self.destroyed.connect(self._worker.close)

    def clause(self, words: str, where: str) -> Clause:
        """Return the condition that rows must meet under words and a query.

        Raises:
            QueryError: the query cannot be read, or names an unknown field or value.

        """
        return compile_query(asked_node(words, where), self.vocabulary)

    def check(self, node: Node) -> None:
        """Refuse a query that names an unknown field or value."""
        compile_query(node, self.vocabulary)

    def facets(self, words: str, where: str) -> tuple[Facet, ...]:
        """Return the facets as the query states them, and have them counted."""
        node = asked_node(words, where)
        self.check(node)
        facets = stated(self.vocabulary, node, self._facets)
        self._facets = {facet.field: facet for facet in facets}
        reader = self._reader
        if reader is not None and self.is_ready:
            generation = self._generation = reader.interrupt()
            self._worker.do(
                lambda: self._count(reader, generation, node), lambda _: None, self._fail
            )
        return facets

    def chips(self, where: str) -> tuple[Chip, ...]:
        """Return the conditions of a query one by one."""
        return self.vocabulary.chips(where)

    def press(self, where: str, field: str, value: str) -> str:
        """Return a query after a value of a facet is pressed."""
        return self.vocabulary.press(where, field, value)

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Return what may stand at the cursor of a query that is being typed."""
        return self.vocabulary.complete(text, cursor)

    def close(self) -> None:
        """Stop counting and close the file; what is asked still is answered, without counts."""
        self.is_ready = False
        reader = self._reader
        if reader is not None:
            reader.interrupt()
        self._worker.close_with(lambda: None if self._reader is None else self._reader.close())

    # In the thread

    def _open(self) -> Vocabulary:
        self._reader = FacetReader(self._file)
        return self._reader.vocabulary

    def _count(self, reader: FacetReader, generation: int, node: Node) -> None:
        for facet in reader.counted(generation, node):
            self._worker.tell(lambda facet=facet: self._take_facet(facet, generation))  # type: ignore[misc]

    # Within

    def _take(self, vocabulary: Vocabulary) -> None:
        self.vocabulary, self.is_ready = vocabulary, True
        self.ready.emit()

    def _take_facet(self, facet: Facet, generation: int) -> None:
        if generation == self._generation:
            self._facets[facet.field] = facet
            self.counted.emit(tuple(self._facets.values()))

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(str(error))

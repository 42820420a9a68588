# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The catalogue as everything else sees it: questions in, frozen values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from terkha_db.catalogue.briefs import find, not_found, read_briefs
from terkha_db.catalogue.connection import Reader, open_reader
from terkha_db.catalogue.edition import read_edition
from terkha_db.catalogue.published import Published
from terkha_db.catalogue.sight import Sight
from terkha_db.catalogue.tables import Order, Row, Table, Value, tally

# The catalogue is opened while the reader waits for the window: what answers one question alone is
# imported when that question is asked.
if TYPE_CHECKING:
    from terkha_db.catalogue.index import Index, Names
    from terkha_db.entities import Brief, Edition, Hit, Record
    from terkha_db.facets import Facet
    from terkha_db.lens import Lens
    from terkha_db.links import Link
    from terkha_db.query.complete import Completion
    from terkha_db.query.edit import Chip
    from terkha_db.search import Searcher


class Catalogue(Published):
    """One edition of all records, read-only; used by the thread that opened it.

    Every method raises CatalogueError where the file turns out to be damaged.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._tables: dict[str, Table] = {}
        self._indexes: dict[str, Index] = {}

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the catalogue at ``path``.

        Raises:
            CatalogueError: no file, not a catalogue, of another schema version, or damaged.

        """
        catalogue = cls(open_reader(path))
        _ = catalogue.edition
        return catalogue

    def clone(self) -> Self:
        """Open the same catalogue once more, through the same lens, for another thread."""
        other = type(self)(Reader(self.path))
        other.look_through(self.lens)
        return other

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._reader.path

    def look_through(self, lens: Lens) -> None:
        """Let only the works inside a lens count from now on; what lies outside is still read.

        Cells of tables, preferred statements, spreads, facets, queries and lists of works follow;
        search, links between records and the one-line summaries are those of all works.

        Raises:
            NotFoundError: the lens leaves out a work that is not there.

        """
        for work in sorted(lens.without):
            self.brief(work)
        self._reader.sight = Sight(self._reader, lens)
        self._tables.clear()
        self._indexes.clear()

    @cached_property
    def edition(self) -> Edition:
        """Which catalogue this is, with the counts that ``terkha info`` tells."""
        return read_edition(self._reader)

    # Records

    def exists(self, record_id: str) -> bool:
        """Tell whether there is a record with that permanent id."""
        return find(self._reader, record_id) is not None

    def follow(self, link: Link) -> Link:
        """Return a link to what a short code stands for; any other link as it is.

        Raises:
            NotFoundError: nothing in this edition has that code.

        """
        if link.target != "code":
            return link
        from terkha_db.catalogue.coded import follow

        return follow(self._reader, link)

    def brief(self, record_id: str) -> Brief:
        """Return enough of a record for a link.

        Raises:
            NotFoundError: there is no such record; the sentence names the nearest ids.

        """
        found = self.briefs((record_id,))
        if not found:
            raise not_found(self._reader, record_id)
        return found[0]

    def briefs(self, ids: Iterable[str]) -> list[Brief]:
        """Return the briefs of those ids that exist, each once, in the order asked for."""
        return read_briefs(self._reader, ids)

    def record(self, record_id: str, *, at_once: bool = True) -> Record:
        """Return a record with everything that its page shows.

        Not ``at_once``, what it leads to is read when somebody looks at it, as long as the
        catalogue is open.

        Raises:
            NotFoundError: there is no such record; the sentence names the nearest ids.

        """
        from terkha_db.catalogue.records import read_record, read_rest

        record = read_record(self._reader, record_id)
        if at_once:
            read_rest(record)
        return record

    # Tables

    def rows(
        self,
        kind: str,
        *,
        text: str = "",
        where: str = "",
        sort: Order = (("title", False),),
        ids: Iterable[str] | None = None,
    ) -> list[Row]:
        """Return the rows of the table of ``kind``, with the values of all its fields.

        ``text`` keeps rows in which every word begins a word of a name or text; ``where`` is a
        query; ``ids`` keeps those records alone. What is not recorded sorts last.

        Raises:
            KnownError: no such kind or field, or (QueryError) a query that cannot be read.

        """
        table = self._table(kind)
        mask = table.having(text)
        if ids is not None:
            mask &= table.among(ids)
        if where.strip():
            from terkha_db.query import Evaluator, parse_query

            mask &= Evaluator(self.index(kind)).rows(parse_query(where))
        rows = table.kept(mask)
        if self.is_narrowed:
            rows = [row for row in rows if self.is_inside(kind, row)]
        return table.sorted(rows, sort)

    def count_by(self, kind: str, name: str, *, where: str = "") -> list[tuple[str, int]]:
        """Return the values of a field with the number of their rows, the most frequent first.

        Raises:
            KnownError: there is no such kind or field, or the query cannot be read.

        """
        counts = self.tally(kind, name, where=where).items()
        known = [(str(value), count) for value, count in counts if value is not None]
        return sorted(known, key=lambda pair: (-pair[1], pair[0]))

    def tally(self, kind: str, name: str, *, where: str = "") -> Counter[Value]:
        """Return the number of rows by each value of a field, None if nothing is recorded.

        Raises:
            KnownError: there is no such kind or field, or the query cannot be read.

        """
        if not (where or self.lens.is_on):
            return tally(self._reader, kind, name)
        rows = self.rows(kind, where=where, sort=((name, False),))
        return Counter(row.values[name] for row in rows)

    def index(self, kind: str) -> Index:
        """Return the table of ``kind`` as queries and facets see it.

        Raises:
            KnownError: there is no such kind.

        """
        if kind not in self._indexes:
            from terkha_db.catalogue.index import Index

            table = self._table(kind)
            self._indexes[kind] = Index(self._reader, table, self._names, self._variants)
        return self._indexes[kind]

    def ask(self, where: str) -> dict[str, list[Row]]:
        """Return the rows that a query keeps of every kind, none of kinds it makes no sense of.

        ``kind:mine`` means the kind of record here.

        Raises:
            QueryError: the query cannot be read, or makes sense of no kind.

        """
        from terkha_db.query import Evaluator, parse_query
        from terkha_db.query.across import answer, named_kinds

        node, kinds = named_kinds(parse_query(where))
        masks = answer(node, kinds, lambda kind: Evaluator(self.index(kind)))
        return {kind: self._table(kind).kept(mask) for kind, mask in masks.items() if mask}

    def facets(
        self, kind: str, *, text: str = "", where: str = "", ids: Iterable[str] | None = None
    ) -> tuple[Facet, ...]:
        """Return the facets of a table with counts that follow the text, the query and ``ids``.

        Raises:
            KnownError: no such kind, or (QueryError) a query that cannot be read.

        """
        from terkha_db.facets import read_facets
        from terkha_db.query import parse_query

        table = self._table(kind)
        having = table.having(text)
        if ids is not None:
            having &= table.among(ids)
        return read_facets(self.index(kind), parse_query(where), having)

    def press(self, kind: str, where: str, field: str, value: str) -> str:
        """Return the query after a value of a facet is pressed: kept, then excluded, then neither.

        Raises:
            KnownError: no such kind, field or value, or a query that cannot be read.

        """
        from terkha_db.query import Evaluator
        from terkha_db.query.edit import pressed

        return pressed(where, Evaluator(self.index(kind)), field, value)

    def chips(self, kind: str, where: str) -> tuple[Chip, ...]:
        """Return the conditions of a query, each with its label and the query without it.

        Raises:
            KnownError: no such kind, or (QueryError) a query that cannot be read.

        """
        from terkha_db.query import Evaluator
        from terkha_db.query.edit import chips

        return chips(where, Evaluator(self.index(kind)), self.index(kind).label)

    def complete(self, kind: str, text: str, cursor: int) -> list[Completion]:
        """Return what may stand at the cursor of a query that is being typed; never raises on text.

        Raises:
            KnownError: there is no such kind.

        """
        from terkha_db.catalogue.offers import complete_in

        return complete_in(self.index(kind), text, cursor)

    def complete_across(self, text: str, cursor: int) -> list[Completion]:
        """Return what may stand at the cursor of a query that is asked of all kinds at once."""
        from terkha_db.catalogue.offers_of_all import complete_in_all

        return complete_in_all(self.index, text, cursor)

    def preparing(self) -> Iterator[None]:
        """Read what the first search and the first query would wait for, in short steps."""
        from terkha_db.catalogue.offers_of_all import prepare

        self._searcher.prepare()
        yield
        yield from prepare(self.index)

    # Search

    def search(
        self, query: str, *, kinds: Sequence[str] | None = None, limit: int = 50
    ) -> list[Hit]:
        """Return the records that a query finds, best first; never raises on any query."""
        from terkha_db.catalogue.coded import find_code

        coded = find_code(self._reader, query)
        found = self._searcher.search(query, kinds=kinds, limit=limit)
        return [coded, *found][:limit] if coded and coded.kind in (kinds or [coded.kind]) else found

    def nearest(self, query: str, limit: int = 8) -> list[Hit]:
        """Return the records whose names look most like a query that found nothing."""
        return self._searcher.nearest(query, limit)

    def verify(self) -> list[str]:
        """Return the faults of the file as sentences; none where it is good."""
        from terkha_db.verify import verify

        return verify(self.path)

    @cached_property
    def _variants(self) -> Mapping[str, str]:
        return dict(self._reader.all("SELECT traditional, simplified FROM han_variant"))

    @cached_property
    def _searcher(self) -> Searcher:
        from terkha_db.search import Searcher

        return Searcher(self._reader, self._variants, self._readings)

    def _readings(self, characters: Sequence[str]) -> Mapping[str, str]:
        """Return the pinyin of those of the characters that have one."""
        marks = ",".join("?" * len(characters))
        sql = f"SELECT character, pinyin FROM han_reading WHERE character IN ({marks})"
        return dict(self._reader.all(sql, characters))

    @cached_property
    def _names(self) -> Names:
        from terkha_db.catalogue.index import Names

        return Names(self._reader, self._variants)

    def _table(self, kind: str) -> Table:
        if kind not in self._tables:
            self._tables[kind] = Table(self._reader, kind, lambda: self._variants)
        return self._tables[kind]


def default_catalogue() -> Path:
    """Return where the bundled catalogue lies, whether or not it is there."""
    return Path(__file__).parents[1] / "catalogue.sqlite"

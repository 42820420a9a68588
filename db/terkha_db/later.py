# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Lists and mappings that are read when they are first looked at, and only once.

A page shows its beginning before its end is written; what only its end tells is read by then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, overload

Item = TypeVar("Item")
Key = TypeVar("Key")
Value = TypeVar("Value")


class Later(Sequence[Item]):
    """A list that ``read`` gives when somebody looks at it."""

    def __init__(self, read: Callable[[], Sequence[Item]]) -> None:
        self._read = read

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        return tuple(self._read())

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence holds the same, as two tuples would."""
        return self._items == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)


class LaterMapping(Mapping[Key, Value]):
    """A mapping that ``read`` gives when somebody looks into it."""

    def __init__(self, read: Callable[[], Mapping[Key, Value]]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> Mapping[Key, Value]:
        return self._read()

    def __getitem__(self, key: Key) -> Value:
        return self._found[key]

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._found)


class FirstOf(Mapping[Key, Value]):
    """Several mappings as one; a later one is asked only for what no earlier one has."""

    def __init__(self, *mappings: Mapping[Key, Value]) -> None:
        self._mappings = mappings

    def __getitem__(self, key: Key) -> Value:
        for mapping in self._mappings:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self._keys())

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys())

    def _keys(self) -> dict[Key, None]:
        return dict.fromkeys(key for mapping in self._mappings for key in mapping)


class InParts(Mapping[Key, Value]):
    """A mapping that is read in parts: with a key the next ones of ``order``, others alone.

    ``read`` gives what it knows of the keys it is asked for.
    """

    def __init__(
        self,
        order: Sequence[Key],
        read: Callable[[Sequence[Key]], Mapping[Key, Value]],
        size: int = 12,
    ) -> None:
        self._order = order
        self._read = read
        self._size = size
        self._asked: set[Key] = set()
        self._known: dict[Key, Value] = {}

    @cached_property
    def _places(self) -> Mapping[Key, int]:
        return {key: place for place, key in enumerate(self._order)}

    def __getitem__(self, key: Key) -> Value:
        if key not in self._asked:
            place = self._places.get(key)
            self._ask([key] if place is None else self._order[place : place + self._size])
        return self._known[key]

    def __len__(self) -> int:
        self._ask(self._order)
        return len(self._known)

    def __iter__(self) -> Iterator[Key]:
        self._ask(self._order)
        return iter(self._known)

    def _ask(self, keys: Sequence[Key]) -> None:
        fresh = [key for key in keys if key not in self._asked]
        if fresh:
            self._asked.update(fresh)
            self._known.update(self._read(fresh))

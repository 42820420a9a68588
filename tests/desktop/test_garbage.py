# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Garbage is collected where the window lives, whoever makes it."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from terkha.garbage import Collector, collect_in_this_thread


@pytest.fixture
def collecting(qapp):
    """Collect as the application does, and as before afterwards."""
    before = qapp.findChild(Collector)
    collect_in_this_thread()
    collector = qapp.findChild(Collector)
    yield collector
    if before is None:
        collector.setParent(None)
        collector.deleteLater()
        gc.unfreeze()
        gc.enable()


class Knot:
    """Something that only a collection lets go of."""

    ended: list[int]

    def __init__(self, ended):
        self.itself = self
        self.inner = QObject()
        self.inner.setProperty("made in", threading.get_ident())
        weakref.finalize(self, lambda: ended.append(threading.get_ident()))


def litter(ended, count=6000):
    for _ in range(count):
        Knot(ended)


def test_no_other_thread_collects(collecting):
    ended = []
    other = threading.Thread(target=litter, args=(ended,))
    other.start()
    other.join()
    assert ended == []
    collecting.collect()
    assert set(ended) == {threading.get_ident()}
    assert len(ended) == 6000


def test_little_is_left_for_later(collecting):
    collecting.collect()
    ended = []
    litter(ended, 20)
    collecting.collect()
    assert len(ended) < 20


def test_there_is_one_collector(qapp, collecting):
    collect_in_this_thread()
    assert len(qapp.findChildren(Collector)) == 1

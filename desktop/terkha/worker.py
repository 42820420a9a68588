# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Work that would hold up the window: done in a thread, answered where the window lives."""

from __future__ import annotations

import sys
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from terkha.garbage import collect_in_this_thread
from terkha_db.errors import KnownError

Answer = TypeVar("Answer")
Failed = Callable[[KnownError], None]

_TURN = 0.001
"""Seconds after which a thread that computes lets the window have the interpreter.

Every cell that is painted waits its turn, so that Python's own 5 ms would add up to a stand-still.
"""


class _Mailbox(QObject):
    """Hands what it is given to the thread it was made in; has no parent that could delete it."""

    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.posted.connect(self._open, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _open(self, letter: Callable[[], None]) -> None:
        letter()


class Worker:
    """One thread that does one job after the other; it starts with the first.

    Answers arrive in the thread that made the worker, in the order of the jobs, as long as the
    worker is not closed.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._mailbox = _Mailbox()
        self._thread: Thread | None = None
        self._closed = False

    def do(self, job: Callable[[], Answer], then: Callable[[Answer], None], failed: Failed) -> None:
        """Have ``job`` done in the thread; ``then`` gets what it returns.

        ``failed`` gets a known error instead. Any other error is raised where answers arrive,
        as the fault of the program that it is.
        """
        self._jobs.put(lambda: self._answer(job, then, failed))
        if self._thread is None:
            sys.setswitchinterval(_TURN)
            collect_in_this_thread()
            self._thread = Thread(target=_work, args=(self._jobs,), name=self._name, daemon=True)
            self._thread.start()

    def tell(self, letter: Callable[[], None]) -> None:
        """Have ``letter`` called where answers arrive; for jobs that say how far they are."""
        if not self._closed:
            self._mailbox.posted.emit(lambda: self._deliver(letter))

    def close(self) -> None:
        """Take no answers any more and wait for the job that runs, so stop that one first."""
        self.close_with(lambda: None)

    def close_with(self, last: Callable[[], None]) -> None:
        """Close; ``last`` is done in the thread, which then ends."""
        if self._closed:
            return
        self._closed = True
        if self._thread is not None:
            self._jobs.put(last)
            self._jobs.put(None)
            self._thread.join()

    def _deliver(self, letter: Callable[[], None]) -> None:
        if not self._closed:
            letter()

    def _answer(
        self, job: Callable[[], Answer], then: Callable[[Answer], None], failed: Failed
    ) -> None:
        if self._closed:
            return
        try:
            answer = job()
        except KnownError as error:
            known = error
            self.tell(lambda: failed(known))
        except Exception as error:
            fault = error
            self.tell(lambda: _raise(fault))
        else:
            self.tell(lambda: then(answer))


def _work(jobs: SimpleQueue[Callable[[], None] | None]) -> None:
    while (job := jobs.get()) is not None:
        job()


def _raise(error: Exception) -> None:
    raise error

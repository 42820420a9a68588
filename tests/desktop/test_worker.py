# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""A worker does its jobs elsewhere, in their order, and answers here."""

from __future__ import annotations

import threading

import pytest

from terkha.worker import Worker
from terkha_db.errors import KnownError


@pytest.fixture
def worker(qapp):
    made = Worker("test")
    yield made
    made.close()


def test_jobs_are_done_in_another_thread_and_answered_here(qtbot, worker):
    threads = []
    worker.do(
        threading.get_ident, lambda there: threads.extend((there, threading.get_ident())), _no
    )
    qtbot.waitUntil(lambda: bool(threads))

    assert threads[0] != threads[1] == threading.get_ident()


def test_answers_keep_the_order_of_the_jobs(qtbot, worker):
    answers = []
    for number in range(20):
        worker.do(lambda number=number: number, answers.append, _no)
    qtbot.waitUntil(lambda: len(answers) == 20)

    assert answers == list(range(20))


def test_a_known_error_goes_where_faults_are_told(qtbot, worker):
    told = []

    def fail():
        raise KnownError("The disk is full.")

    worker.do(fail, _no, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["The disk is full."]


def test_a_fault_of_the_program_is_not_hidden(qtbot, worker):
    with qtbot.captureExceptions() as caught:
        worker.do(lambda: 1 // 0, _no, _no)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError


def test_a_closed_worker_answers_no_more(qtbot, worker):
    began, answers = threading.Event(), []
    worker.do(began.set, answers.append, _no)
    began.wait()
    last = []
    worker.close_with(lambda: last.append(threading.current_thread().name))
    qtbot.wait(20)

    assert (answers, last) == ([], ["test"])


def _no(answer):
    raise AssertionError(answer)

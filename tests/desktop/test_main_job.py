# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The main job, in the real window: find under an odd spelling, keep, note, come back, hand in."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager

import pypandoc
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from terkha.context import Context
from terkha.settings import Settings
from terkha.state import State
from terkha.views.cite_dialog import CiteDialog
from terkha.views.dossier_dialog import DossierDialog
from terkha.views.note_dialog import NoteDialog
from terkha.views.window import Window
from terkha_db.library.library import Library
from terkha_db.paths import profile_paths

SPELLING, FOUND = "chulong copper", "mine/julong"
COLLECTION = "For chapter 2"
NOTE = "Ask *which* licences the 25.88 Mt cover."


@pytest.fixture
def started(look, catalogue, profile):
    """Start Terkha on the profile, as often as is asked for."""

    @contextmanager
    def start():
        paths = profile_paths(profile)
        library = Library(paths)
        context = Context(catalogue, library, paths, Settings(paths.settings), look, State())
        window = Window(context)
        window.show()
        yield window
        window.close()
        shiboken6.delete(window)
        library.close()

    return start


@pytest.fixture
def dialogs(monkeypatch):
    """Do in each dialog what the reader does there, instead of waiting for them."""

    def note(dialog):
        dialog.editor.setPlainText(NOTE)
        dialog.accept()

    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: (COLLECTION, True))
    monkeypatch.setattr(NoteDialog, "exec", note)
    return monkeypatch


def pandoc(file, kind, to):
    run = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", kind, "-t", to, "--wrap=none", str(file)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def find_and_keep(qtbot, window):
    window.focus_search()
    box = window._bar.search
    qtbot.keyClicks(box, SPELLING)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.context.state.link == FOUND)
    window.act("bookmark")
    window.context.state.open("page/library")
    page = window.page()
    page.list.select_links({FOUND})
    page.file_selected()
    page.list.select_links({FOUND})
    page.note_selected()


def hand_in(window, bib, word, dialogs):
    """Export the collection as a list and as a dossier."""

    def save(dialog):
        dialog._choose(dialog._formats, "biblatex")
        assert dialog.save(bib)

    def write(dialog):
        assert dialog.title.text() == COLLECTION
        assert dialog.write(word)

    dialogs.setattr(CiteDialog, "exec", save)
    dialogs.setattr(DossierDialog, "exec", write)
    window.context.state.open("page/library")
    page = window.page()
    shelf = next(one for one in shelves_of(page) if one.name == COLLECTION)
    page.shelves.choose(shelf)
    assert page.model.links() == [FOUND]
    window.act("cite")
    page.make_dossier()


def shelves_of(page):
    from terkha.models.roles import Role

    model = page.shelves.model()
    found = (model.index(row, 0).data(Role.ENTRY) for row in range(model.rowCount()))
    return [one.shelf for one in found if one.shelf is not None]


def test_from_an_odd_spelling_to_what_is_handed_in(qtbot, started, dialogs, catalogue, tmp_path):
    with started() as window:
        find_and_keep(qtbot, window)
    bib, word = tmp_path / "chapter.bib", tmp_path / "chapter.docx"
    with started() as window:
        hand_in(window, bib, word, dialogs)

    works = {work.csl["id"]: work.csl for work in catalogue.works([FOUND])}
    read = {one["id"]: one for one in json.loads(pandoc(bib, "biblatex", "csljson"))}
    assert set(read) == set(works)
    assert all(read[one].get("URL") == works[one].get("URL") for one in works)

    text = pandoc(word, "docx", "markdown")
    assert COLLECTION in text
    assert "Ask *which* licences the 25.88 Mt cover." in text
    heads = [line.lstrip("# ").split(" {")[0] for line in text.split("\n") if line[:1] == "#"]
    assert {"Julong", "Figures", "Your notes", "Bibliography"} <= {
        one.strip("[]*") for one in heads
    }
    plain = " ".join(pandoc(word, "docx", "plain").rpartition("Bibliography")[2].split())
    entries = catalogue.entries(catalogue.works([FOUND]), "chicago-notes")
    assert [one.id for one in entries if " ".join(one.text.split()) not in plain] == []

# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Installing a newer edition: first what it would change, then the way there and back."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from terkha.views.editions_dialog import EditionsDialog
from terkha_db.editions import Editions
from terkha_db.library.model import Target
from terkha_db.seal import UNSEALED, seal

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support propagateSizeHints\(\)")
PATIENCE = 120_000


@pytest.fixture(scope="module")
def later(catalogue_path, tmp_path_factory):
    """The real catalogue, a month later: Julong has another title."""
    file = tmp_path_factory.mktemp("later") / "later.sqlite"
    shutil.copyfile(catalogue_path, file)
    connection = sqlite3.connect(file)
    connection.execute("UPDATE record SET title = 'Julong mine' WHERE id = 'mine/julong'")
    for key, value in (("version", "2099.01"), ("date", "2099-01-01"), ("checksum", UNSEALED)):
        connection.execute("UPDATE edition SET value = ? WHERE key = ?", (value, key))
    connection.commit()
    connection.close()
    file.write_bytes(seal(file.read_bytes()))
    return file


@pytest.fixture
def dialog(qtbot, context):
    made = EditionsDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_newer_edition_is_shown_installed_and_left_again(qtbot, context, dialog, later):
    context.library.bookmarks.add([Target("mine/julong", title="Julong"), Target("mine/jiama")])
    assert listed(dialog)[0].endswith("came with Terkha · read now")
    assert not dialog.install.isEnabled()
    with qtbot.waitSignal(dialog.settled, timeout=PATIENCE):
        dialog.read(later)
    assert "0 records new, 0 gone, 1 changed; 1 of what you keep is touched" in dialog.words.text()
    told = dialog.report.toPlainText()
    assert "Julong has 1 change." in told
    assert "Julong mine" in told
    assert Editions(context.paths, context.catalogue.path).chosen() == context.catalogue.path

    with qtbot.waitSignal(dialog.settled, timeout=PATIENCE):
        dialog.install.click()
    assert "Terkha reads edition 2099.01" in dialog.words.text()
    assert listed(dialog)[0] == "Edition 2099.01 of 1 Jan 2099 · chosen"
    chosen = Editions(context.paths, context.catalogue.path).chosen()
    assert chosen.read_bytes() == later.read_bytes()

    dialog.list.setCurrentRow(1)
    dialog.use.click()
    assert Editions(context.paths, context.catalogue.path).chosen() == context.catalogue.path
    assert not dialog.remove.isEnabled()
    dialog.list.setCurrentRow(0)
    assert dialog.remove.isEnabled()


def test_a_file_that_is_no_edition_is_one_sentence(qtbot, context, dialog, tmp_path):
    file = tmp_path / "notes.sqlite"
    file.write_text("no catalogue")
    with qtbot.waitSignal(dialog.settled, timeout=PATIENCE):
        dialog.read(file)
    assert dialog.words.text().startswith("notes.sqlite cannot be installed: ")
    assert not dialog.install.isEnabled()
    assert dialog.browse.isEnabled()
    assert not context.paths.editions.exists()

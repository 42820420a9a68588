# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Translations: every word of the interface can be translated, and English counts right."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

import terkha
from terkha.actions import ACTIONS
from terkha.translations import collect, compile_all, fill_plurals
from terkha_db.fields import FIELDS
from terkha_db.imported.mapping import ROLES
from terkha_db.lens import PRESETS
from terkha_db.vocabulary import PROPERTIES, STATUSES

_COUNTED = r"self\.tr\('[^']*%n"


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    file = tmp_path_factory.mktemp("words") / "terkha_xx.ts"
    collect(file)
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        sources = {message.findtext("source") for message in context.iter("message")}
        found[context.findtext("name")] = sources
    return found


def test_declared_words_are_offered_for_translation(words):
    assert {action.label for action in ACTIONS} <= words["Actions"]
    assert {field.label for field in FIELDS} <= words["Fields"]
    assert {role.label for role in ROLES} <= words["ImportRoles"]
    assert {each.label for each in PROPERTIES} <= words["Vocabulary"]
    assert {each.definition for each in STATUSES} <= words["Vocabulary"]
    assert {name for name, _ in PRESETS} <= words["Lens"]


def test_words_of_the_views_are_offered_for_translation(words):
    assert "Filter this table" in words["TableHead"]
    assert "Nothing is kept here yet" in words["EmptyShelf"]


def test_english_has_one_row_and_two_rows(qapp, tmp_path):
    compile_all(tmp_path)
    translator = QTranslator()
    assert translator.load(str(tmp_path / "terkha_en.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        said = [QCoreApplication.translate("TableHead", "Export %n row(s)", "", n) for n in (1, 2)]
    finally:
        QCoreApplication.removeTranslator(translator)

    assert said == ["Export 1 row", "Export 2 rows"]


def test_only_counted_texts_are_in_english(tmp_path):
    file = tmp_path / "terkha_en.ts"
    collect(file)
    fill_plurals(file)
    forms = [form.text for form in ET.parse(file).getroot().iter("numerusform")]

    assert forms
    assert not any("(s)" in form for form in forms)


def test_words_within_other_texts_are_offered_for_translation(words):
    assert "What you keep" in words["EditionsDialog"], "within an f-string"
    assert "Copied %n work(s)" in words["Commands"], "with a count that is an expression"
    assert {"Copy", "Copy address"} <= words["Pages"], "one of two"
    assert "" not in words, "asked for by something that is in no class"


def test_counted_texts_of_classes_with_children_name_their_context():
    """Qt for Python asks for a counted text in the class of the object only, not in its bases."""
    counted, parents = {}, set()
    for source in Path(terkha.__file__).parent.rglob("*.py"):
        for made in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(made, ast.ClassDef):
                parents |= {ast.unparse(base).rpartition(".")[2] for base in made.bases}
                asked = [ast.unparse(each) for each in ast.walk(made) if isinstance(each, ast.Call)]
                counted[made.name] = [
                    words for words in asked if re.match(r"self\.tr\('[^']*%n", words)
                ]
    assert sum(map(len, counted.values())) > 20
    assert [counted[name] for name in parents & counted.keys() if counted[name]] == []

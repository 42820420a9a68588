# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Makes the translations: collects the words of the interface and compiles one file a language.

English is made here entirely, for it needs nothing but its plurals: "1 row" and "2 rows" of
"%n row(s)". Run as ``python -m terkha.translations`` by ``make setup``; ``--collect FILE.ts``
writes or updates the source file of another language for its translator.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import PySide6

from terkha.actions import ACTIONS, MENUS
from terkha.atlas.layers import LAYERS
from terkha.atlas.names import NAMES
from terkha.charts import CHARTS
from terkha.charts.export import CHART_FORMATS
from terkha.look.commodities import FAMILIES
from terkha.models.chart_table import COLUMNS
from terkha.pages.kinds.series import FIELDS as SERIES_FIELDS
from terkha.settings import SETTINGS
from terkha.views.pages import PAGES
from terkha.views.told_page import READINGS
from terkha_db.citing.form import FORM_FIELDS, WORK_TYPES
from terkha_db.comparing import NAMED_AS
from terkha_db.fields import FIELDS
from terkha_db.imported.mapping import ROLES as IMPORT_ROLES
from terkha_db.lens import PRESETS
from terkha_db.vocabulary import (
    CLAIM_KINDS,
    DISPUTE_TOPICS,
    KINDS,
    PLACE_LEVELS,
    PRECISIONS,
    PROPERTIES,
    ROLES,
    SITE_KINDS,
    SOURCE_KINDS,
    STATUSES,
    VERDICTS,
)
from terkha_resources import path

_CHOICES = (CLAIM_KINDS, DISPUTE_TOPICS, PLACE_LEVELS, PRECISIONS, ROLES, SITE_KINDS,
            SOURCE_KINDS, STATUSES, VERDICTS)  # fmt: skip
_TOOLS = Path(PySide6.__file__).parent
_SOURCES = Path(__file__).parent


def collect(file: Path) -> None:
    """Write all words of the interface to a ``.ts`` file; what it has translated stays."""
    words = list(_declared())
    for source in sorted(_SOURCES.rglob("*.py")):
        words += _written(ast.parse(source.read_text(encoding="utf-8")))
    lines = [f"QT_TRANSLATE_NOOP({context!r}, {text!r})" for context, text in words]
    with TemporaryDirectory() as folder:
        data = Path(folder) / "words.py"
        data.write_text("\n".join(dict.fromkeys(lines)) + "\n", encoding="utf-8")
        command = [str(_TOOLS / "lupdate"), "-silent", "-locations", "none", str(data)]
        subprocess.run([*command, "-ts", str(file)], check=True)
    _mark_counted(file)


def compile_all(folder: Path) -> None:
    """Compile English and every ``terkha_xx.ts`` of ``folder`` to a ``.qm`` beside it."""
    with TemporaryDirectory() as temporary:
        english = Path(temporary) / "terkha_en.ts"
        collect(english)
        fill_plurals(english)
        for source in (english, *sorted(folder.glob("*.ts"))):
            target = folder / f"{source.stem}.qm"
            command = [str(_TOOLS / "lrelease"), "-silent", str(source), "-qm", str(target)]
            subprocess.run(command, check=True)


def _mark_counted(file: Path) -> None:
    """Mark every text with a number as one that has plurals."""
    tree = ET.parse(file)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if "%n" not in message.findtext("source", "") or translation is None:
            continue
        if message.get("numerus") != "yes":
            message.set("numerus", "yes")
            forms = (translation.text or "", "")
            translation.text = None
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
    tree.write(file, encoding="utf-8", xml_declaration=True)


def fill_plurals(file: Path) -> None:
    """Give every counted text its English singular and plural; leave out all others."""
    tree = ET.parse(file)
    for context in tree.getroot().iter("context"):
        for message in list(context.findall("message")):
            if message.get("numerus") != "yes":
                context.remove(message)
                continue
            source = message.findtext("source", "")
            translation = message.find("translation")
            if translation is None:
                continue
            translation.attrib.pop("type", None)
            for form, ending in zip(translation.findall("numerusform"), ("", "s"), strict=True):
                form.text = source.replace("(s)", ending)
    tree.getroot().set("language", "en")
    tree.write(file, encoding="utf-8", xml_declaration=True)


def _written(program: ast.AST, inside: str = "") -> Iterator[tuple[str, str]]:
    """Yield context and text of each ``tr("…")`` and ``translate("…", "…")`` of a program.

    lupdate itself reads none within an f-string, nor one whose count is an expression.
    """
    for node in ast.iter_child_nodes(program):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if called == "tr":
                yield from ((inside, text) for text in _texts(node.args[0]))
            elif called == "translate" and len(node.args) > 1:
                yield from product(_texts(node.args[0]), _texts(node.args[1]))
        yield from _written(node, node.name if isinstance(node, ast.ClassDef) else inside)


def _texts(written: ast.expr) -> list[str]:
    if isinstance(written, ast.IfExp):
        return [*_texts(written.body), *_texts(written.orelse)]
    if isinstance(written, ast.Constant) and isinstance(written.value, str):
        return [written.value]
    return []


def _declared() -> Iterator[tuple[str, str]]:
    """Return context and text of the words of the explicit tuples."""
    words = [("Fields", text) for field in FIELDS for text in (field.label, field.help)]
    words += [("Vocabulary", text) for kind in KINDS for text in (kind.label, kind.plural)]
    words += [("Vocabulary", each.label) for each in PROPERTIES]
    words += [("Vocabulary", text) for choices in _CHOICES for choice in choices
              for text in (choice.label, choice.definition) if text]  # fmt: skip
    words += [("Series", text) for _, text in SERIES_FIELDS]
    words += [("Lens", name) for name, _ in PRESETS]
    words += [("ToldPage", text) for each in READINGS.values() for text in (each.label, each.hint)]
    words += [("MapKey", family.label) for family in FAMILIES]
    words += [("Actions", text) for text in (*MENUS, *(action.label for action in ACTIONS))]
    words += [("Pages", page.label) for page in PAGES]
    for chart in CHARTS:
        named = (chart.title, chart.group, chart.help, chart.family, chart.subject)
        words += [("Charts", text) for text in named if text]
    words += [("Pages", label) for label in NAMED_AS]
    words += [("Charts", kind.label) for kind in CHART_FORMATS]
    words += [("Map", name.text) for name in NAMES]
    words += [("Map", layer.label) for layer in LAYERS]
    words += [("ImportRoles", role.label) for role in IMPORT_ROLES]
    words += [("ChartTable", column.label) for column in COLUMNS]
    words += [("WorkForm", each.label) for each in WORK_TYPES]
    words += [("WorkForm", text) for field in FORM_FIELDS for text in (field.label, field.example)
              if text]  # fmt: skip
    for setting in SETTINGS:
        labels = (label for _, label in setting.choices)
        words += [("Settings", text) for text in (setting.label, setting.help, *labels)]
    return iter(words)


def main(arguments: list[str]) -> int:
    """Collect the words of one language, or compile all."""
    if arguments[:1] == ["--collect"]:
        collect(Path(arguments[1]))
    else:
        compile_all(path("i18n"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

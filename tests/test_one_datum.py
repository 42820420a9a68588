# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""One figure from its line in a record to an exported citation: the whole architecture on a page.

Zijin Mining reported on 28 December 2021 that Julong held 10.72 million tonnes of copper.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from terkha.charts import chart_by_id
from terkha.models.citation_list import CitationList
from terkha.models.roles import Role
from terkha.models.table import RecordTableModel
from terkha_db.catalogue import Catalogue
from terkha_db.fields import fields_of
from terkha_db.library.library import Library
from terkha_db.paths import profile_paths
from terkha_db.wording import format_value

RECORDS = Path(__file__).parents[1] / "db" / "records"
MINE = "mine/julong"
WORK = "zijin-2021-julong-phase1"


def test_one_figure_all_the_way(catalogue_path, qapp, tmp_path):
    # 1. A person wrote it down, with its work and the place in it.
    written = yaml.safe_load((RECORDS / "mines" / "julong.yaml").read_text(encoding="utf-8"))
    line = next(
        statement
        for statement in written["statements"]
        if statement["property"] == "resource" and statement.get("value") == 10720000
    )
    assert line["unit"] == "t"
    assert line["substance"] == "Cu"
    assert line["cites"] == [f"{WORK}, paragraph 3"]

    # 2. The build made it a statement of the catalogue, and it is read back whole.
    catalogue = Catalogue.open(catalogue_path)
    record = catalogue.record(MINE)
    figure = next(s for s in record.statements if s.property == "resource" and s.value == 10.72e6)
    assert (figure.unit, figure.substance, figure.as_of) == ("t", "Cu", "2021-12")
    assert [(cite.source.id, cite.locator) for cite in figure.cites] == [
        (f"citation/{WORK}", "paragraph 3")
    ]

    # 3. It has words, the same everywhere.
    assert format_value(figure).replace("\u202f", " ") == "10.72 Mt Cu"

    # 4. FIELDS says which column it belongs to; the model's cell knows who says so.
    field = next(f for f in fields_of("mine") if f.commodity == "copper")
    model = RecordTableModel(catalogue, "mine")
    cell = model.index(model.row_of(MINE), [f.id for f in model.fields].index(field.id))
    assert cell.data(Role.STATEMENTS)[0].cites
    assert cell.data(Role.DISPUTED)

    # 5. The chart draws it as a mark of its own, beside all others.
    picture = chart_by_id("copper-resources").draw(catalogue)
    assert any(mark.statement and mark.statement.id == figure.id for mark in picture.marks)

    # 6. The work behind it goes into a citation list, and out into a file.
    with Library(profile_paths(tmp_path)) as library:
        listed = CitationList.of(catalogue, library, [MINE], "chicago-notes")
    work = next(work for work in listed.cited.works if work.id == f"citation/{WORK}")
    assert "paragraph 3" in work.locators
    assert f"{{{WORK},".encode() in listed.written(catalogue, "biblatex")
    catalogue.close()

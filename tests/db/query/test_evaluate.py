# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Queries over a small table: numbers with units, dates of any precision, any spelling."""

from __future__ import annotations

from collections import defaultdict

import pytest

from terkha_db.errors import QueryError
from terkha_db.fields import fields_of
from terkha_db.fold import tokens
from terkha_db.query import Evaluator, parse_query
from terkha_db.query.names import Spelling

VARIANTS = {"龍": "龙"}
MINES = {field.id: None for field in fields_of("mine")}
JULONG = {
    **MINES,
    "title": "Jülong",
    "status": "operating",
    "site_kind": "ore-field",
    "elevation": 4000.0,
    "resource_copper": 25.88,
    "opened": "2021-12-27",
    "status_as_of": "2026-01",
    "discovered": "2010/2012",
    "precision": "site",
}
BANGPU = {**MINES, "title": "Bangpu", "status": "unknown"}
NAMES = {
    "mine/julong": ["Jülong", "巨龙铜矿"],
    "mine/bangpu": ["Bangpu"],
    "place/maizhokunggar": ["Maizhokunggar", "Meldro Gungkar", "墨竹工卡"],
    "place/nyima": ["Nyima"],
    "place/nyimatang": ["Nyimatang"],
    "organisation/zijin": ["Zijin Mining Group", "紫金矿业"],
}
WORDS = {
    "county": [["place/maizhokunggar"], ["place/nyimatang"]],
    "source_kind": [["company", "academic"], ["news"]],
    "has": [["coordinates", "status"], []],
    "is": [["disputed"], []],
}


class Pair:
    """Two mines, Julong and Bangpu."""

    kind = "mine"
    size = 2
    variants = VARIANTS
    haystacks = (
        " julong operating maizhokunggar 巨 龙 铜 矿 ",
        " bangpu nyimatang ",
    )

    def column(self, name):
        return [JULONG[name], BANGPU[name]]

    def texts(self, term):
        if term.id == "name":
            return [[spaced(name) for name in NAMES[mine]] for mine in list(NAMES)[:2]]
        return [[spaced(value)] if value else [] for value in self.column(term.id)]

    def masks(self, term):
        default = (
            [[value or term.absent] for value in self.column(term.id)]
            if term.id in MINES
            else [[], []]
        )
        found = defaultdict(int)
        for row, words in enumerate(WORDS.get(term.id, default)):
            for word in filter(None, words):
                found[word] |= 1 << row
        return found

    def spellings(self, term):
        if term.type == "records":
            return [
                Spelling.of(record, tokens(name, VARIANTS), names[0])
                for record, names in NAMES.items()
                for name in names
                if record.partition("/")[0] in term.targets
            ]
        words = [choice.id for choice in term.choices] or list(self.masks(term))
        return [Spelling.of(word, tokens(word.replace("-", " "), {}), word) for word in words]


def spaced(text):
    return f" {' '.join(tokens(text, VARIANTS))}"


def kept(query):
    """Return which of the two rows a query keeps: J, B, JB or nothing."""
    mask = Evaluator(Pair()).rows(parse_query(query))
    return "".join(letter for row, letter in enumerate("JB") if mask >> row & 1)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", "JB"),
        ("julong", "J"),
        ("JULO", "J"),
        ("ulong", ""),
        ("巨龙", "J"),
        ("巨龍", "J"),
        ("铜巨", ""),
        ('"巨龙 铜"', "J"),
        ("julong operating", "J"),
        ("julong bangpu", ""),
        ("nothing OR maizho", "J"),
        ("-bangpu", "J"),
        ("NOT (bangpu OR norbusa)", "J"),
        ("julong OR bangpu -julong", "JB"),
        ("(julong OR bangpu) -julong", "B"),
        ("!!!", ""),
        # Words of a list
        ("status:operating", "J"),
        ("status:oper", "J"),
        ("status=oper", QueryError),
        ("STATUS=Operating", "J"),
        ("status!=closed", "JB"),
        ("status:closed", ""),
        ("kind:ore-field", "J"),
        ('site-kind:"ore field"', "J"),
        ("precision:none", "B"),
        ("located_to:site", "J"),
        ("has:coordinates", "J"),
        ("-has:coordinates", "B"),
        ("is:disputed", "J"),
        ("source.kind:company", "J"),
        ("source-kind:news OR source_kind=academic", "JB"),
        # Records by any name
        ("county:Maizhokunggar", "J"),
        ("county:Meldro", "J"),
        ("county:墨竹工卡", "J"),
        ("county:maizhokunggar", "J"),
        ("county=Meldro", QueryError),
        ('county="meldro-gungkar"', "J"),
        ("county:nyima", "B"),
        ("county=nyima", ""),
        ("county!=nyima", "JB"),
        ("operator:Zijin", ""),
        # Texts
        ("title:julong", "J"),
        ("title=jul", ""),
        ("name:巨龙", "J"),
        ("name=julong", "J"),
        # Numbers
        ("elevation>3999", "J"),
        ("elevation>4000", ""),
        ("elevation>=4,000", "J"),
        ("altitude=4000m", "J"),
        ("elevation!=4000", "B"),
        ("elevation:3000..5000", "J"),
        ("elevation:4001..5000", ""),
        ("elevation:4000..", "J"),
        ("elevation:..4000", "J"),
        ("resource.copper>25000kt", "J"),
        ("resource.copper>1Mt", "J"),
        ("resource-copper:25.88", "J"),
        ("resource_gold<=0", ""),
        # Dates
        ("opened:2021", "J"),
        ("opened:2021-12", "J"),
        ("opened:2020s", "J"),
        ("opened:2010s", ""),
        ("opened>2020", "J"),
        ("opened>2021", ""),
        ("opened>=2021-12-27", "J"),
        ("opened<=2021", "J"),
        ("opened<2022-01", "J"),
        ("opened<2021-12-27", ""),
        ("opened:2015..2021", "J"),
        ("opened:2022..", ""),
        ("discovered:2011", "J"),
        ("discovered<2013", "J"),
        ("discovered>2010", ""),
        ("as_of>2025", "J"),
        ("status_as_of<2020", ""),
        # What is not recorded matches nothing but its negation.
        ("elevation<1", ""),
        ("NOT elevation>0", "B"),
        ("opened:1900..2100", "J"),
    ],
)
def test_which_rows_are_kept(query, rows):
    if rows is QueryError:
        with pytest.raises(QueryError):
            kept(query)
    else:
        assert kept(query) == rows


@pytest.mark.parametrize(
    ("query", "at", "words"),
    [
        ("elevaton>3", 0, r"no field “elevaton”; did you mean elevation\?"),
        ("a qqqq:3", 2, "fields are "),
        ("status:oprating", 7, r"status knows no “oprating”; did you mean operating\?"),
        ("status:qqqq", 7, "words are operating, construction"),
        ("has:cordinates", 4, r"did you mean coordinates\?"),
        ("source.kind:compny", 12, r"did you mean company\?"),
        ("county:Maizokunggar", 7, r"did you mean Maizhokunggar\?"),
        ("county:Meldrogumgkar", 7, r"did you mean Maizhokunggar\?"),
        ("county:qqqq", 7, "try the beginning of a name"),
        ("county:-", 7, "no letter or digit"),
        ("elevation>high", 10, "“high” is none"),
        ("elevation>3t", 10, "not measured in t; it is in m"),
        ("elevation>3parsec", 10, "“parsec” is no unit of elevation"),
        ("elevation:5000..4000", 10, "the range is empty; write elevation:4000..5000"),
        ("disputes>3t", 9, "no unit of disputes"),
        ("status>closed", 0, "write status:closed"),
        ("status:a..b", 0, "no range"),
        ("title:-", 6, "no letter or digit"),
        ("opened:soon", 7, "write 2021, 2021-12, 2021-12-27 or 2020s"),
        ("opened:2021..soon", 7, "write 2021, 2021-12, 2021-12-27 or 2020s"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(query, at, words):
    with pytest.raises(QueryError, match=words) as failed:
        kept(query)
    assert failed.value.at == at

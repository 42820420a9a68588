# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Whatever a chart shows is in the catalogue, cited, and explained by its legend."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from terkha.charts import CHARTS, chart_by_id, chart_title
from terkha.charts.base import Shape
from terkha.charts.discs import Discs
from terkha.charts.draw import draw_legend
from terkha.charts.words import number as printed
from terkha.views.pages import inside
from terkha_db.errors import NotFoundError
from terkha_db.links import parse_link
from terkha_db.substances import contained
from terkha_db.vocabulary import UNIT_BY_ID
from terkha_db.wording import SPACE

from .conftest import every_chart
from .test_collisions import Ink

ASKED_FOR = {
    "copper-resources",
    "lithium-resources",
    "sites-by-commodity",
    "lithium-production",
    "copper-production",
    "rare-earths-production",
    "copper-grade-tonnage",
    "copper-mines",
    "owners-stakes",
    "timeline",
    "criticality",
    "claims-by-source",
    "sites-by-province",
    "sites-by-elevation",
    "copper-reserves",
    "china-share",
    "china-reserves",
    "eu-benchmarks",
    "claims-by-topic",
    "works-by-kind",
}


def test_every_chart_is_listed_once():
    ids = [chart.id for chart in CHARTS]
    assert set(ids) >= ASKED_FOR
    assert len(set(ids)) == len(ids)
    families = [family for family, _ in groupby(chart.family or chart.id for chart in CHARTS)]
    assert len(set(families)) == len(families), "charts of one family stand together"
    groups = [group for group, _ in groupby(chart.group for chart in CHARTS)]
    assert len(set(groups)) == len(groups), "charts of one group stand together"


def test_every_file_with_a_chart_is_listed():
    folder = Path(__file__).parents[3] / "desktop" / "terkha" / "charts"
    made = re.compile(r"^(?:[A-Z_]+ = |    )Chart\($", re.MULTILINE)
    files = {file.stem for file in folder.glob("*.py") if made.search(file.read_text("utf-8"))}
    assert files == {chart.make.__module__.rpartition(".")[2] for chart in CHARTS}


def test_an_unknown_chart_is_told_with_the_nearest():
    with pytest.raises(NotFoundError, match="copper-resources"):
        chart_by_id("copper-resource")
    assert chart_title("no-such-chart") == "no-such-chart"


@every_chart
def test_links_lead_to_it(chart_id):
    assert inside(parse_link(f"terkha:chart/{chart_id}")) == f"chart/{chart_id}"
    assert chart_title(chart_id)


@every_chart
def test_says_what_it_is(picture, catalogue):
    assert picture.title
    assert picture.lead.endswith(".")
    axis = picture.x
    assert axis.title or picture.y or axis.ticks or axis.dates, "an axis names its unit"
    assert picture.summary
    assert catalogue.edition.version in picture.edition


@every_chart
def test_every_number_is_in_the_catalogue_with_its_citation(picture, catalogue):
    assert picture.marks
    for mark in picture.numbers:
        assert mark.cites, mark
        if mark.statement is None:
            continue
        record = catalogue.record(mark.record)
        stated = next(each for each in record.statements if each.id == mark.statement.id)
        assert stated.value == mark.statement.value
        assert stated.cites == mark.cites
        assert mark.link == f"{record.id}#{stated.id}"


@every_chart
def test_what_is_counted_can_be_counted_again(picture, catalogue):
    for mark in picture.marks:
        if mark.statement is None:
            assert len(set(mark.counted)) == len(mark.counted) == mark.shown
            assert len(catalogue.briefs(mark.counted)) == mark.shown


@every_chart
def test_every_work_is_a_work_of_the_catalogue_and_named_once(picture, catalogue):
    ids = [source.id for source in picture.sources]
    assert len(set(ids)) == len(ids)
    assert [work.id for work in catalogue.works(ids)] == ids


@every_chart
def test_every_link_and_dispute_leads_somewhere(picture, catalogue):
    for mark in picture.numbers:
        assert not mark.record or catalogue.exists(mark.record)
        assert not mark.dispute or catalogue.exists(mark.dispute)
    assert all(catalogue.exists(dispute.id) for dispute in picture.disputes)


@every_chart
def test_the_legend_explains_every_shape(picture):
    explained = {(key.shape, key.shade) for key in picture.legend}
    drawn = {(mark.shape, mark.shade) for mark in picture.marks}
    assert drawn <= explained
    assert len(explained - drawn) <= 1, "the line of a span is the only key without a mark"
    assert all(key.text for key in picture.legend)


@every_chart
def test_every_mark_stands_on_a_row_that_is_named(picture):
    if picture.y is not None:
        assert all(mark.y == mark.shown for mark in picture.marks)
        return
    for mark in picture.marks:
        row = picture.rows[int(mark.y)]
        assert row.title
        assert not row.heading


@every_chart
def test_no_axis_goes_below_zero_where_length_counts(picture):
    if any(mark.shape is Shape.BAR for mark in picture.marks):
        assert picture.x.low == 0
        assert not picture.x.log
    if picture.y is not None:
        assert picture.y.low == 0 or picture.y.log
        assert picture.turned(log=False).y.low == 0


@every_chart
def test_spans_are_the_figures_own_ends(picture):
    for number, row in enumerate(picture.rows):
        if row.differ:
            shown = [mark.shown for mark in picture.marks if mark.y == number]
            assert row.differ == len(shown)
            assert row.span == (min(shown), max(shown))


@pytest.mark.parametrize("commodity", ["copper", "lithium"])
def test_no_published_figure_of_a_deposit_is_left_out(draw, catalogue, commodity):
    picture = draw(f"{commodity}-resources")
    published = [
        statement
        for name in ("resource", "reserve")
        for statement in catalogue.figures(name, commodity)
        if UNIT_BY_ID[statement.unit].base == "t"
        and not catalogue.record(statement.record).facts.get("region_wide")
    ]
    shown = {(mark.record, mark.statement.id): mark for mark in picture.numbers}
    assert shown.keys() == {(each.record, each.id) for each in published}
    for statement in published:
        mark = shown[statement.record, statement.id]
        if mark in picture.apart:
            continue
        _, factor = contained(commodity, statement.substance)
        tonnes = statement.value * UNIT_BY_ID[statement.unit].factor * factor
        assert mark.shown == pytest.approx(tonnes / 1e6)


def test_belts_have_no_row(draw, catalogue):
    for chart_id in ("copper-resources", "lithium-resources", "sites-by-commodity"):
        for record in draw(chart_id).records:
            assert not catalogue.record(record).facts.get("region_wide")
    assert catalogue.record("mine/gangdese-belt").facts["region_wide"]


def test_julong_shows_its_spread_and_the_dispute_with_qulong(draw):
    picture = draw("copper-resources")
    row = next(row for row in picture.rows if row.title == "Julong")
    assert row.note == "5.78–25.88"
    assert row.differ >= 6
    assert "dispute/julong-qulong-one-complex" in {each.id for each in picture.disputes}
    assert any("do not add" in note for note in picture.notes)


def test_figures_that_cannot_be_compared_stand_apart(draw):
    apart = {mark.label: mark for mark in draw("copper-resources").apart}
    assert apart["Jiama"].statement.substance == "Cu eq"
    assert any("Jiama" in note for note in draw("copper-resources").notes)


@pytest.mark.parametrize("chart_id", ["lithium-production", "copper-production"])
def test_estimates_are_hollow_and_every_point_names_its_edition(draw, chart_id):
    picture = draw(chart_id)
    hollow = {Shape.RING, Shape.OPEN_SQUARE}
    for mark in picture.marks:
        said = mark.statement
        if said.rank == "superseded":
            assert mark.shape is Shape.DASH
        else:
            assert (mark.shape in hollow) == said.estimated
        assert said.edition
        assert said.edition in mark.caption
    assert any(mark.shape in hollow for mark in picture.marks)
    assert {series.title for series in picture.series} == {"World", "China"}


def test_lines_go_through_one_figure_a_year(draw):
    for series in draw("lithium-production").series:
        years = [x for x, _ in series.points]
        assert years == sorted(set(years))
        assert len(years) >= 5


def test_both_recycling_benchmarks_are_shown_with_their_sources(draw):
    picture = draw("eu-benchmarks")
    row = next(n for n, row in enumerate(picture.rows) if row.title.startswith("Recycling"))
    shown = {(mark.shown, mark.shape) for mark in picture.marks if mark.y == row}
    assert (25, Shape.FLOOR) in shown
    assert (15, Shape.OPEN_SQUARE) in shown, "the proposal"
    assert (15, Shape.CIRCLE) in shown, "the document that quotes it"
    assert picture.rows[row].differ == 3
    disputes = {each.id for each in picture.disputes}
    assert {"dispute/crma-recycling", "dispute/crma-recycling-15"} <= disputes
    assert all(mark.dispute in disputes for mark in picture.marks if mark.y == row)


def test_projected_shares_are_hollow(draw):
    marks = draw("china-share").marks
    projected = [mark for mark in marks if mark.statement.projection]
    assert projected
    assert {mark.shape for mark in projected} <= {Shape.RING, Shape.OPEN_SQUARE}
    assert all(0 <= mark.shown <= 100 for mark in marks)


def test_words_beside_a_row_call_only_shares_of_mining_mining(draw):
    """A share of refining names its edition too, and has no year: it must not pass for the last."""
    picture = draw("china-share")
    for place, row in enumerate(picture.rows):
        mined = {
            f"mining {printed(mark.shown)}"
            for mark in picture.marks
            if mark.y == place and mark.shape is Shape.CIRCLE
        }
        told, _, _ = row.note.partition(f"{SPACE}%")
        assert told in mined or not told.startswith("mining"), row


def test_a_share_worked_out_is_that_of_two_figures_of_one_year_edition_and_unit(draw, catalogue):
    """Whoever divides totals of two editions, or of two units, is found out here."""
    measures = {"share of production": "production", "share of reserves": "reserves"}
    known = {series.id: series for series in catalogue.series()}
    worked_out = 0
    for mark in (*draw("china-share").marks, *draw("china-reserves").marks):
        series, said = known[mark.record], mark.statement
        if series.measure not in measures or not said.edition:
            continue
        measure = measures[series.measure]
        totals = [
            [
                (each.value * UNIT_BY_ID[each.unit].factor, each.substance)
                for total in catalogue.series(commodity=said.commodity, measure=measure, area=area)
                for each in catalogue.observations(total.id)
                if (each.as_of, each.edition) == (said.as_of, said.edition)
            ]
            for area in ("World", "China")
        ]
        [(world, counted), (china, counted_too)] = [found[0] for found in totals]
        assert [len(found) for found in totals] == [1, 1], said.id
        assert counted == counted_too, said.id
        assert said.value == pytest.approx(100 * china / world, abs=0.051), said.id
        worked_out += 1
    assert worked_out > 100


def test_what_others_publish_of_reserves_is_no_share_worked_out(draw):
    published = [mark for mark in draw("china-reserves").marks if not mark.statement.edition]
    assert published
    assert {mark.shape for mark in published} == {Shape.SQUARE}


def test_claims_and_works_are_all_counted(draw, catalogue):
    claims = draw("claims-by-topic")
    by_topic = dict(catalogue.count_by("claim", "topic"))
    for number, row in enumerate(claims.rows):
        total = sum(mark.shown for mark in claims.marks if mark.y == number)
        assert int(row.note) == total == by_topic[row.title.lower().replace(" ", "-")]
    works = draw("works-by-kind")
    assert sum(mark.shown for mark in works.marks) == catalogue.edition.counts["citation"]


def test_sites_are_counted_by_their_status(draw, catalogue):
    picture = draw("sites-by-commodity")
    statuses = {row.id: row.values["status"] for row in catalogue.rows("mine")}
    operating = next(mark for mark in picture.marks if mark.label == "Copper, operating")
    assert "mine/julong" in operating.counted
    assert {statuses[record] for record in operating.counted} == {"operating"}
    ends = [mark.x for mark in picture.marks if mark.y == 0]
    starts = [mark.start for mark in picture.marks if mark.y == 0]
    assert starts == [0, *ends[:-1]], "the pieces of a bar follow one another"


@every_chart
def test_citing_gives_the_works_of_the_numbers_with_their_places(picture, catalogue):
    works = {work.id: work for work in catalogue.works(picture.citable())}
    assert set(works) == {source.id for source in picture.sources}
    for mark in picture.numbers:
        for cite in mark.cites if mark.statement else ():
            assert not cite.locator or cite.locator in works[cite.source.id].locators


def test_pounds_and_ounces_have_no_more_digits_than_they_had(draw):
    converted = [mark for mark in draw("gold-mines").marks if " oz" in mark.statement.original]
    assert converted
    for mark in converted:
        digits = mark.caption.rpartition(" ")[2].replace(",", "").replace(".", "").lstrip("0")
        assert len(digits) <= 4
        assert mark.shown == mark.statement.value


def test_gallium_comes_of_no_mine(draw):
    picture = draw("gallium-production")
    assert picture.title.startswith("Gallium, primary production")
    assert "mine production" not in {mark.kind for mark in picture.marks}
    assert "mine production" in {mark.kind for mark in draw("copper-production").marks}


def test_formulas_on_axes_have_their_subscripts(draw):
    assert draw("lithium-grade-tonnage").y.title == "% Li₂O in the ore"


@every_chart
def test_masses_are_what_was_published_in_the_unit_of_the_axis(picture):
    """The axis, its captions, the table and the CSV file all take the number from the mark."""
    if picture.y is None or " tonnes of " not in f" {picture.y.title}":
        return
    words = {"tonnes": 1.0, "thousand tonnes": 1e3, "million tonnes": 1e6}
    factor = words[picture.y.title.partition(" of ")[0]]
    assert picture.y.high < 10_000
    assert picture.lead.lower().startswith(picture.y.title)
    for mark in picture.marks:
        tonnes = mark.statement.value * UNIT_BY_ID[mark.statement.unit].factor
        assert mark.shown * factor == pytest.approx(tonnes)


def test_what_sites_lack_is_named(draw):
    told = {
        about: next(note for note in draw(f"sites-by-{about}").notes if note.startswith("Left out"))
        for about in ("commodity", "province", "elevation")
    }
    assert "primary commodity" in told["commodity"]
    assert "province" in told["province"]
    assert "elevation" in told["elevation"]


@every_chart
def test_discs_have_a_scale(picture, fonts):
    """The legend has discs of round numbers; one four times as large has twice the radius."""
    discs = Discs.of(picture)
    assert (discs is not None) == any(mark.shape is Shape.DISC for mark in picture.marks)
    if discs is None:
        return
    ink = Ink(fonts)
    draw_legend(ink, picture, QRectF(0, 0, 900, 100))
    numbers = [text.split()[0] for _, text, _ in ink.words]
    assert numbers == [f"{number:,.0f}" for number in discs.told]
    assert discs.least <= discs.told[0] < discs.told[-1] <= discs.most
    assert discs.radius(discs.most, fonts) == pytest.approx(2 * discs.radius(discs.most / 4, fonts))

# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""What the first page tells: what this is, what is in it, and where the reader left off."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from terkha.views.home_questions import questions
from terkha.views.pages import PAGE_BY_KIND, PAGES
from terkha.views.parts import label, part
from terkha.views.rows import Lead, LeadRow
from terkha.views.seen import once_seen
from terkha_db.wording import format_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from terkha.context import Context

_RECENT = 6
_NARROW = 640
_WIDEST = 16_777_215  # as Qt has it for a widget that may be as wide as it can
_TRENDS = 129  # pixels of three rows and a line below them
_MAP = 251  # pixels that the map and the line below it take


class HomeContent(QWidget):
    """Two columns, one below the other where the page is narrow."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        part(self, "page")
        self.context = context
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(48, 32, 48, 28)
        self._columns.setSpacing(48)
        self._columns.addLayout(self._left(), 1)
        self._side = QWidget()
        self._side.setLayout(self._right())
        self._columns.addWidget(self._side)

    def fit(self, width: int) -> None:
        """Set what stands at the side below the rest where the page is narrow."""
        way, is_narrow = QBoxLayout.Direction, width < self.context.look.fonts.px(_NARROW)
        self._columns.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        wide = min(420, max(300, width // 3))
        least, most = (0, _WIDEST) if is_narrow else (wide, wide)
        self._side.setMinimumWidth(least)
        self._side.setMaximumWidth(most)

    def _left(self) -> QVBoxLayout:
        column = _column()
        column.addWidget(
            label(self.tr("Mines, minerals and citations\nof the Tibetan Plateau"), "home-title")
        )
        column.addSpacing(4)
        column.addWidget(
            label(
                self.tr(
                    "Every figure here names who says so, when, and where in the work. Where "
                    "sources differ, all of them are shown. Works without a network."
                ),
                "lead",
                wrap=True,
            )
        )
        column.addSpacing(14)
        self._rows(column, self._kinds())
        self._head(column, self.tr("What is not here"))
        column.addWidget(label(self._gaps(), "body", "ink2", wrap=True))
        column.addSpacing(4)
        self._rows(
            column,
            (
                Lead(
                    "page/manual?chapter=coverage",
                    self.tr("What it covers, and what not"),
                    "list",
                    right=self.tr("kind by kind"),
                ),
            ),
        )
        self._head(column, self.tr("How to read an entry"))
        for sign, words in self._reading():
            line = QHBoxLayout()
            line.setContentsMargins(0, 3, 0, 3)
            sign.setFixedWidth(self.context.look.fonts.px(108))
            line.addWidget(sign)
            line.addWidget(label(words, "body", "ink2", wrap=True), 1)
            column.addLayout(line)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = _column()
        recent = self._recent()
        if recent:
            column.addWidget(label(self.tr("Where you left off"), "section"))
            self._rows(column, recent)
            column.addSpacing(20)
        column.addWidget(label(self.tr("Start with a question"), "section"))
        self._rows(column, questions(self.context))
        column.addSpacing(20)
        column.addWidget(label(self.tr("World mine production"), "section"))
        self._later(column, _TRENDS, self._draw_trends)
        column.addSpacing(20)
        column.addWidget(label(self.tr("Where they are"), "section"))
        column.addSpacing(6)
        self._later(column, _MAP, self._draw_map)
        column.addSpacing(20)
        column.addWidget(label(self.tr("This edition"), "section"))
        edition = self.context.catalogue.edition
        self._rows(
            column,
            (
                Lead(
                    "page/manual",
                    self.tr("Edition %s") % edition.version,
                    "shield-check",
                    right=format_date(edition.date),
                ),
            ),
        )
        words = self.tr(
            "%(statements)s statements, each with a work that says so; checksum %(sum)s"
        )
        column.addSpacing(6)
        column.addWidget(
            label(
                words
                % {
                    "statements": f"{edition.counts['statement']:,}",
                    "sum": edition.checksum.rpartition(":")[2][:12],
                },
                "caption",
                "ink3",
                wrap=True,
            )
        )
        column.addStretch(1)
        return column

    def _later(self, column: QVBoxLayout, height: int, draw: Callable[[QFrame], None]) -> None:
        """Keep room for what is looked at last, and draw it once the page is seen."""
        room = QFrame()
        room.setMinimumHeight(self.context.look.fonts.px(height))
        column.addWidget(room)
        once_seen(room, lambda: draw(room))

    def _draw_trends(self, where: QFrame) -> None:
        """Put how much of three commodities the world mined where room was kept for it."""
        from terkha.views.trends import world_production

        column = _column()
        where.setLayout(column)
        leads, says = world_production(self.context)
        self._rows(column, leads)
        column.addSpacing(6)
        words = self.tr("Last figures: %s; each row leads to its chart.") % says
        column.addWidget(
            label(
                words if leads else self.tr("No work inside the lens."),
                "caption",
                "ink3",
                wrap=True,
            )
        )

    def _draw_map(self, where: QFrame) -> None:
        """Put the map of all mines where room was kept for it."""
        from terkha.views.locator_map import LocatorMap

        drawn = LocatorMap(self.context)
        drawn.show_all()
        column = QVBoxLayout(where)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(drawn)

    def _head(self, column: QVBoxLayout, text: str) -> None:
        column.addSpacing(20)
        column.addWidget(label(text, "section"))
        column.addSpacing(2)

    def _rows(self, column: QVBoxLayout, leads: Iterable[Lead]) -> None:
        for lead in leads:
            column.addWidget(LeadRow(self.context, lead))

    def _kinds(self) -> list[Lead]:
        counts = self.context.catalogue.edition.counts
        words = self._sentences()
        return [
            Lead(
                f"page/{page.id}",
                QCoreApplication.translate("Pages", page.label),
                count=f"{counts[page.kind]:,}",
                second=words.get(page.kind, ""),
            )
            for page in PAGES
            if page.kind and page.group
        ]

    def _sentences(self) -> dict[str, str]:
        precision = dict(self.context.catalogue.count_by("mine", "precision"))
        placed = sum(precision.get(word, 0) for word in ("site", "locality", "county"))
        return {
            "mine": self.tr(
                "%(placed)s placed: %(site)s to the site, %(locality)s to the locality, "
                "%(county)s to the county only"
            )
            % {
                "placed": placed,
                "site": precision.get("site", 0),
                "locality": precision.get("locality", 0),
                "county": precision.get("county", 0),
            },
            "mineral": self.tr("formula, class, type locality, where on the plateau"),
            "commodity": self.tr("uses, and the lists of critical materials"),
            "organisation": self.tr("companies, agencies, NGOs, media: who owns and who says"),
            "place": self.tr("provinces, prefectures, counties and lakes in every spelling"),
            "policy": self.tr("laws, plans and doctrines that the documents name"),
            "claim": self.tr("what two documents say, sentence by sentence; none endorsed here"),
            "event": self.tr("openings, sales, protests, incidents: dated and attributed"),
            "citation": self.tr("each says its kind, its date and how it was read"),
        }

    def _gaps(self) -> str:
        tally = self.context.catalogue.tally
        status = tally("mine", "status")
        return self.tr(
            "%(unplaced)s mines have no point and %(status)s no status from a source. Owner "
            "shares and reserves come from different years: read the date before you compare. "
            "Of the works, %(undated)s bear no date and %(secondary)s were read as a secondary "
            "copy. What is not recorded is a gap in the catalogue and says nothing about the "
            "place."
        ) % {
            "unplaced": tally("mine", "lat")[None],
            "status": status[None] + status["unknown"],
            "undated": tally("citation", "date")[None],
            "secondary": tally("citation", "read_as")["secondary copy"],
        }

    def _reading(self) -> tuple[tuple[QLabel, str], ...]:
        return (
            (
                label("[3]", "strong", "accent"),
                self.tr("names the work and the place in it; press it to pin it"),
            ),
            (
                label("≠ 5.78–25.88", "strong", "disp"),
                self.tr("published figures differ: the range they span"),
            ),
            (
                self._marks("copper", ("primary", "by-product")),
                self.tr("filled: what the mine is worked for; outline: by-product, or found there"),
            ),
            (
                label(self.tr("not recorded"), "strong", "ink3"),
                self.tr("no source was found; it is neither none nor zero"),
            ),
        )

    def _marks(self, commodity: str, roles: Sequence[str]) -> QLabel:
        """Return the marks of a commodity in some roles, side by side."""
        symbols, dpr = self.context.look.symbols, self.devicePixelRatioF()
        size = symbols.commodity_size(commodity)
        step = size.width() + self.context.look.fonts.px(4)
        both = QPixmap(QSize(step * len(roles), size.height()) * dpr)
        both.setDevicePixelRatio(dpr)
        both.fill(Qt.GlobalColor.transparent)
        painter = QPainter(both)
        for place, role in enumerate(roles):
            painter.drawPixmap(place * step, 0, symbols.commodity(commodity, role, dpr))
        painter.end()
        sign = QLabel()
        sign.setPixmap(both)
        return sign

    def _recent(self) -> list[Lead]:
        now = datetime.now(UTC)
        leads: dict[str, Lead] = {}
        for visit in self.context.library.history.recent(40):
            page = PAGE_BY_KIND.get(visit.kind)
            if visit.link.startswith("page/") or visit.link in leads:
                continue
            icon = page.icon if page else "chart-column" if visit.kind == "chart" else "file-text"
            leads[visit.link] = Lead(
                visit.link, visit.title, icon, right=self._when(visit.visited, now)
            )
        return list(leads.values())[:_RECENT]

    def _when(self, moment: str, now: datetime) -> str:
        then = datetime.fromisoformat(moment)
        days = (now.astimezone().date() - then.astimezone().date()).days
        if days == 0:
            return self.tr("today %s") % then.astimezone().strftime("%H:%M")
        if days == 1:
            return self.tr("yesterday")
        return format_date(then.date().isoformat())


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column

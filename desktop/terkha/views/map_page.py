# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""The map page: mines where sources place them, their table twin, and beside them key and lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terkha.atlas.links import NEAR, PAGE, MapView, format_view, read_view
from terkha.atlas.viewport import Viewport, metres_of
from terkha.marked import with_marked
from terkha.models.filtering import CatalogueSource, TableFilter
from terkha.models.sites import Site, impacted, place_called, read_sites
from terkha.views import keeping
from terkha.views.chips import FilterRow
from terkha.views.map_card import point_words, sentence, title_of
from terkha.views.map_export import ask_and_export, print_map
from terkha.views.map_head import MapHead
from terkha.views.map_side import MapSide
from terkha.views.map_twins import MapTwins
from terkha.views.own_points import own_clouds, own_tables
from terkha.views.own_view import view_of
from terkha.views.page import Page
from terkha.views.pages import table_link
from terkha.views.parts import rule, upright
from terkha.views.ways import follow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from terkha.atlas.marks import Mark
    from terkha.context import Context

_NARROW = 860


class MapPage(Page):
    """Map and table of the mines; both share filters and selection."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        source = self._source = CatalogueSource(context.catalogue, "mine")
        self.asked = TableFilter(source, self)
        self.head = MapHead(context, source.complete, self)
        self.filters = FilterRow(context, source.complete, self.asked, self.head.words, self)
        self.twins = MapTwins(context, self)
        self.model, self.table = self.twins.model, self.twins.table
        self.canvas, self.card = self.twins.canvas, self.twins.card
        self.side = MapSide(context, self)
        self._edge = upright()
        self._sites: list[Site] = []
        self._own: frozenset[str] = frozenset()
        self._following = False
        self._lay_out()
        self._connect()
        self._read()
        self.restyle()

    # What the window asks

    def show_link(self, link: str) -> None:
        """Show the part of the map, the filters, layers and selection that a link asks for."""
        asked = read_view(link)
        self._following = True
        self.head.words.show_text(asked.words)
        self.filters.line.show_text(asked.where)
        self.asked.show(asked.words, asked.where)
        self.filters.tell_fault()
        scene = self.canvas.scene
        self.canvas.show_scene(replace(scene, off=asked.off, size=asked.size, found=None))
        self.head.show_state(asked.off, asked.size)
        if asked.at is None:
            self.canvas.show_whole()
        else:
            wide, high = self.canvas.width(), self.canvas.height()
            self.canvas.show_view(Viewport.at(*asked.at, metres_of(asked.zoom), wide, high))
        # A link names no more than some: of a selection that has these already nothing is lost.
        if not self.context.state.selected.issuperset(asked.selected):
            self.context.state.select(asked.selected, asked.within)
        self._keep_to_selected()
        self._following = False
        self._show()
        self.head.offer_own_tables(own_tables(self.context), self._own)

    def marked(self) -> frozenset[str]:
        """Return the mines selected."""
        return self.canvas.scene.chosen & {site.id for site in self._sites}

    def link(self) -> str:
        """Return the link that leads back to this view with what is selected, if it fits."""
        return with_marked(self.plain_link(), self.marked(), self._marked_elsewhere())

    def plain_link(self) -> str:
        """Return the link that leads back to this view, without what is selected."""
        scene = self.canvas.scene
        whole = self.canvas.shows_whole
        return format_view(
            MapView(
                None if whole else scene.view.centre,
                scene.view.zoom,
                words=self.asked.words,
                where=self.asked.where,
                off=scene.off,
                size=scene.size,
            )
        )

    def look_anew(self) -> None:
        """Read sites and filters again: other works count now."""
        fault = self.asked.look_anew()
        if fault:
            self.context.state.say(self.tr("Filter let go under this lens: %s") % fault)
        self.model.text, self.model.where = self.asked.words, self.asked.where
        self.model.look_anew()
        self._read()
        self.filters.refresh()

    def lens_note(self) -> str:
        """Say what the map does with points outside the lens."""
        return self.tr("Mines whose point rests on none of these are hollow and grey.")

    def record_ids(self) -> list[str]:
        """Return the mines selected, or all within the filters, in the order of the table."""
        inside = [row.id for row in self.model.rows()]
        chosen = self.context.state.selected if self._source.kept is None else ()
        return [one.id for one in self._sites if one.id in chosen] or inside

    def begin_find(self) -> None:
        """Put the cursor into the words box."""
        self.head.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.words.selectAll()

    def begin_filtering(self) -> None:
        """Put the keyboard into the filters."""
        self.side.show()
        self.side.show_filters(on=True)
        self.side.facets.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def export(self) -> None:
        """Write the map, or the mines shown, to a file of the reader's choice."""
        ask_and_export(self, self.context, self.canvas.scene, self.record_ids(), self._filters())

    def print_page(self) -> None:
        """Let the reader choose a printer or a PDF file, and print the map on a page."""
        print_map(self, self.context, self.canvas.scene, self._filters())

    def _filters(self) -> str:
        """Return in words what leaves mines out."""
        chips = "; ".join(chip.label for chip in self.asked.chips)
        return "; ".join(filter(None, (self.asked.words, chips, self.filters.kept)))

    def status(self) -> str:
        """Tell where the middle of the map is."""
        lon, lat = self.canvas.view.centre
        return self.tr("Middle %(lat).2f° N, %(lon).2f° E") % {"lat": lat, "lon": lon}

    def take_focus(self) -> None:
        """Put the keyboard into the map or its table."""
        self.twins.take_focus()

    def panes(self) -> list[QWidget]:
        """Return words, map or table, and the lists."""
        lists = self.side.facets if self.side.facets.isVisible() else self.side.list
        return [self.head.words, self.twins.currentWidget(), lists]

    def restyle(self) -> None:
        """Take fonts, colours and icons from the look."""
        for part in (self.head, self.filters, self.side, self.twins):
            part.restyle()
        self._draw_own()
        self._show()

    def show_table(self, *, on: bool) -> None:
        """Show the table of the mines in the place of the map."""
        self.twins.show_table(on=on)

    # Within

    def _read(self) -> None:
        """Read sites from the catalogue."""
        self._sites = read_sites(self.context.catalogue)
        told = impacted(self.context.catalogue)
        self.canvas.scene = replace(self.canvas.scene, sites=self._sites, impacted=told)
        self._show()

    def _show(self) -> None:
        """Show what filters, lens and selection make of the sites."""
        self.model.ask(self.asked.words, self.asked.where, self._source.kept)
        inside = {row.id for row in self.model.rows()}
        filtered = frozenset(site.id for site in self._sites if site.id not in inside)
        outside = filtered | {site.id for site in self._sites if site.outside}
        chosen = self.context.state.selected
        scene = replace(self.canvas.scene, outside=outside, filtered=filtered, chosen=chosen)
        self.canvas.show_scene(scene)
        within = [site for site in self._sites if site.id not in outside]
        drawn = sum(site.is_placed for site in within)
        self.head.tell(drawn, len(inside), len(self._sites), lensed=len(within) < len(inside))
        self.side.facets.facets().load(self.asked.facets)
        selected = [site for site in self._sites if site.id in chosen]
        self.side.show_scene(scene, selected)
        self.twins.select_rows(chosen)
        self._refine()

    def _refine(self) -> None:
        """Keep the link in step with what is seen."""
        state = self.context.state
        if not self._following and state.link.partition("?")[0] == PAGE and self.isVisible():
            # What was marked in a chart is one matter of all pages, and none of this one's way.
            elsewhere = self._marked_elsewhere()
            state.refine(self.plain_link() if elsewhere else self.link())
            self.status_changed.emit(self.status())

    def _choose(self, ids: Iterable[str]) -> None:
        chosen = list(ids)
        self.context.state.select(chosen, self.tr("Map") if len(chosen) > 1 else "")
        self.selection_changed.emit()

    def _marked_elsewhere(self) -> str:
        """Return the title of the chart in which mines were marked; "" where none was."""
        within = self.context.state.selected_in
        return within if within != self.tr("Map") else ""

    def _keep_to_selected(self) -> None:
        """Draw as left out what was not marked in a chart, if anything was."""
        state = self.context.state
        kept = state.kept("mine") if self._marked_elsewhere() else None
        if kept == self._source.kept:
            self._show()
            return
        self._source.kept = kept
        self.filters.show_kept(state.selected_in if kept else "", len(kept or ()))
        self.asked.read_again()

    def _find(self) -> None:
        """Look at the mines that the words leave, and choose the only one."""
        self.asked.settle()
        self.canvas.show_scene(replace(self.canvas.scene, found=None))
        found = [site for site in self._sites if site.id not in self.canvas.scene.outside]
        placed = [site.point for site in found if site.is_placed]
        if placed and len(found) < len(self._sites):
            wide, high = self.canvas.width(), self.canvas.height()
            view = Viewport.around_points(placed, wide, high, 80)
            self.canvas.show_view(replace(view, metres=max(view.metres, 400.0)))
        if len(found) == 1:
            self._choose([found[0].id])
        elif not found:
            self._find_place(self.asked.words)

    def _find_place(self, words: str) -> None:
        """Look at the place that is called so, where no mine is."""
        found = place_called(self.context.catalogue, words)
        if found is not None:
            title, lon, lat = found
            self._clear()
            self.canvas.scene = replace(self.canvas.scene, found=found)
            wide, high = self.canvas.width(), self.canvas.height()
            self.canvas.show_view(Viewport.at(lon, lat, metres_of(NEAR), wide, high))
            self.context.state.say(self.tr("No mine is called so; this is %s") % title)

    def _clear(self) -> None:
        self.head.words.show_text("")
        self.filters.line.show_text("")
        self.asked.clear()
        self.filters.refresh()
        self.take_focus()

    def _switch_layer(self, name: str, on: bool) -> None:
        scene = self.canvas.scene
        off = scene.off - {name} if on else scene.off | {name}
        if off != scene.off:
            self.canvas.show_scene(replace(scene, off=off))
            self.side.show_key(self.canvas.scene)
            self._refine()

    def _size_by(self, name: str) -> None:
        self.canvas.show_scene(replace(self.canvas.scene, size=name))
        self._show()

    def _switch_own(self, slug: str, on: bool) -> None:
        self._own = self._own | {slug} if on else self._own - {slug}
        self._draw_own()

    def _draw_own(self) -> None:
        """Draw the reader's own tables, in the colour of the theme as it is now."""
        self.canvas.show_clouds(own_clouds(self, self.context, sorted(self._own)))

    def _point_at(self, mark: Mark | None) -> None:
        self.card.show_mark(mark)
        if mark is None:
            self.status_changed.emit(self.status())
        else:
            one = mark.sites[0] if len(mark.sites) == 1 else None
            self.status_changed.emit(title_of(mark) + (f" · {point_words(one)}" if one else ""))
            self.canvas.setAccessibleDescription(sentence(one) if one else title_of(mark))

    def _show_in_table(self) -> None:
        """Open the table of mines with the filters of the map, keeping to those selected."""
        state = self.context.state
        chosen = [site.id for site in self._sites if site.id in state.selected]
        state.select(chosen, state.selected_in or self.tr("Map"))
        state.open(table_link("mines", words=self.asked.words, where=self.asked.where))

    def _cite(self) -> None:
        keeping.cite(self, self.context, self.record_ids(), self.tr("Map"), view_of(self))

    def _save_search(self) -> None:
        from terkha.views.saving import ask_and_save

        ask_and_save(self, self.context, "mine", self.asked, self._source.kept or frozenset())

    def _connect(self) -> None:
        state, head, side = self.context.state, self.head, self.side
        self.asked.changed.connect(self._show)
        head.words.asked.connect(self.asked.type_words)
        head.words.returnPressed.connect(self._find)
        self.filters.cleared.connect(self._clear)
        side.facets.pressed_value.connect(self.asked.press)
        side.opened.connect(lambda link: follow(state, link))
        side.show_in_table.clicked.connect(self._show_in_table)
        side.cite.clicked.connect(self._cite)
        side.export.clicked.connect(self.export)
        head.layer_switched.connect(self._switch_layer)
        head.size_chosen.connect(self._size_by)
        head.tool_chosen.connect(self.canvas.use)
        head.table_wanted.connect(lambda on: self.show_table(on=on))
        self.twins.turned.connect(lambda on: head.show_table(on=on))
        self.twins.chosen.connect(self._choose)
        head.own_table_switched.connect(self._switch_own)
        head.export.clicked.connect(self.export)
        head.drawer.clicked.connect(lambda: self.side.setVisible(self.side.isHidden()))
        head.save.clicked.connect(self._save_search)
        self.canvas.view_changed.connect(self._refine)
        self.canvas.pointed.connect(self._point_at)
        state.selected_changed.connect(self._keep_to_selected)

    def _lay_out(self) -> None:
        self.head.drawer.hide()
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.twins, 1)
        below.addWidget(self._edge)
        below.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.filters)
        layout.addWidget(rule())
        layout.addLayout(below, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the map the room of the lists where the page is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < self.context.look.fonts.px(_NARROW)
        if narrow is self.head.drawer.isHidden():
            self.head.drawer.setVisible(narrow)
            self.side.setHidden(narrow)
        self.head.restyle()

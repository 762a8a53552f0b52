"""What is done with a claim or event: its evidence, its twins, its details; pinned, compared, charted, copied."""

from __future__ import annotations

from dataclasses import replace

from tui import clipboard, describe, standing
from tui.keys import RECORD_PANES
from tui.panes.lists import ListPane
from tui.picture import Data, Picture
from tui.screens.menu import Choice, Lines, Menu
from tui.screens.narrowing import Narrowing
from tui.selection import Focus

PINS = 2


class Reading(Narrowing):
    """Reading and comparing."""

    pins: tuple[tuple[str, str], ...] = ()

    def _focused(self) -> tuple[Data, Picture, Focus] | None:
        """The data, picture and focus, where the focus is a claim or event."""
        self.flush()
        focus = self.selection.focus
        if self.data is None or focus is None or focus.pane not in RECORD_PANES:
            self.say("Put the cursor on a claim, an attack or a meeting first.")
            return None
        return self.data.at(self.selection.scope.as_of), self.data.picture(self.selection.scope), focus

    def action_evidence(self, delta: int) -> None:
        """Another evidence of the article."""
        self.reader.step(delta)

    def action_original(self) -> None:
        """The file as it stands."""
        self.reader.toggle_original()

    def action_twin(self) -> None:
        """The next report of the same claim or event."""
        found = self._focused()
        if found is None:
            return
        data, picture, focus = found
        twins = standing.twins(data, picture, focus)
        if len(twins) < 2:
            self.say("No other report of this in scope.")
            return
        here = next((i for i, twin in enumerate(twins) if twin.here), 0)
        twin = twins[(here + 1) % len(twins)]
        self.selection = replace(self.selection, focus=replace(focus, report=twin.report))

    def action_detail(self) -> None:
        """Everything about it."""
        found = self._focused()
        if found is not None:
            data, picture, focus = found
            self.app.push_screen(Lines("Details", standing.detail(data, picture, focus.pane, focus.row)))

    # pins

    def action_pin(self) -> None:
        """Pin it, or take the pin out."""
        found = self._focused()
        if found is None:
            return
        one = (found[2].pane, found[2].row)
        self.pins = tuple(p for p in self.pins if p != one) if one in self.pins else (*self.pins, one)[-PINS:]
        for name in RECORD_PANES:
            self.query_one(f"#{name}", ListPane).pin({row for pane, row in self.pins if pane == name})
        if one in self.pins:
            self.say(
                "Pinned. Go to another and press c to compare." if len(self.pins) < PINS else "Two pinned: c compares."
            )

    def action_compare(self) -> None:
        """Two side by side."""
        found = self._focused()
        if found is None:
            return
        data, picture, focus = found
        here = (focus.pane, focus.row)
        chosen = list(self.pins)
        if here not in chosen:
            chosen = [*chosen[-1:], here]
        if len(chosen) < PINS:
            self.say("Pin one with p, go to another, then c compares the two.")
            return
        from tui.screens.compare import Compare

        self.app.push_screen(Compare(standing.compared(data, picture, chosen[0], chosen[1])))

    def action_chart(self) -> None:
        """The series of the focused claim."""
        found = self._focused()
        if found is None:
            return
        data, _, focus = found
        if focus.pane != "figures":
            self.say("Charts are of troop figures: go to pane 2.")
            return
        row = standing.group_row(data, "figures", focus.row)
        points = data.weigher.series(focus.row) if data.weigher is not None else []
        if row is None or not points:
            self.say("No series: the claim names no side, or is a plan, a denial or an addition.")
            return
        from tui.screens.chart import Chart

        self.app.push_screen(Chart(row, points, focus.row))

    # copying

    def action_yank(self) -> None:
        """Row, sentence or citation."""
        found = self._focused()
        record = self.reader.record
        if found is None or record is None:
            return
        data, _, focus = found
        texts = {
            "row": standing.headline(data, focus.pane, focus.row),
            "sentence": " ".join(record.evidence.split()),
            "citation": describe.citation(record, self.reader.article),
        }
        choices = [
            Choice("y", "sentence", texts["sentence"], "sentence"),
            Choice("r", "row", texts["row"], "row"),
            Choice("c", "citation", texts["citation"], "citation"),
        ]

        def chosen(what: str | None) -> None:
            if what is not None:
                self.send(texts[what])

        note = "Sent to the terminal, which may or may not pass it on to the clipboard."
        self.app.push_screen(Menu("Copy", choices, note), chosen)

    def send(self, text: str) -> None:
        """Send text to the clipboard as well as can be."""
        sent = clipboard.copy(text)
        driver = self.app._driver
        if sent.sequence and driver is not None:
            driver.write(sent.sequence)
            driver.flush()
        self.say(sent.words)

"""Paretos of confirmed defects and false calls by part and by package."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vqganodip.printable import printable
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.records.shift_plots import SHOWN, ShiftPlots
from vqganodip_gui.widgets.theme import colour


class PartPlots(ShiftPlots):
    """Two plots side by side; their patterns are those of the plots of the shift."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas.setAccessibleName(tr("Parts"))

    def refresh_theme(self) -> None:
        found = self._figures
        if found is None:
            return
        self.canvas.clear()
        self.canvas.setBackground(colour("surface"))
        unplaced = ((tr("NG boards, place not said"), found.unplaced),) if found.unplaced else ()
        self._pareto(0, tr("By part"), found.by_part, unplaced)
        self._pareto(1, tr("By package"), found.by_package, ())

    def _pareto(
        self, column: int, title: str, rows: Sequence[tuple[str, int, int]], beside: Sequence[tuple[str, int]]
    ) -> None:
        named = [row for row in rows if row[0]]
        shown = named[:SHOWN]
        self._bars(
            column,
            title,
            [printable(name) for name, _, _ in shown],
            [
                (tr("defects"), "ng", [row[1] for row in shown], sum(row[1] for row in named)),
                (tr("false calls"), "false_call", [row[2] for row in shown], sum(row[2] for row in named)),
            ],
            tr("boards"),
            beside=beside,
        )

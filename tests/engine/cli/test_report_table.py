"""Tables of reports on the terminal: the known defects that were hit."""

from __future__ import annotations

import io

from rich.console import Console

from vqganodip.calibration.localisation import Located, hit_rates
from vqganodip.cli.report_table import hits_table
from vqganodip.datasets.ground_truth import KnownDefect
from vqganodip.types import Box


def test_that_defects_are_broken_down_by_kind_size_and_visibility() -> None:
    faint = KnownDefect(Box(0, 0, 12, 4), "ball", 0.1, 14.5)
    plain = KnownDefect(Box(0, 0, 80, 4), "scratch", 0.9, 310.0)
    boards = [([Located(faint, None, None)], False), ([Located(plain, 0, 1)], True)]
    shown = io.StringIO()
    Console(file=shown, width=160).print(hits_table(hit_rates(boards), 0.5, 2))
    lines = [" ".join(line.replace("│", " ").split()) for line in shown.getvalue().splitlines()]
    none, both = "0.0 (0.0–97.5)", "50.0 (1.3–98.7)"
    whole = "100.0 (2.5–100.0)"
    rows = [line for line in lines if "(" in line]
    assert rows == [
        f"all 2 {both} {both} 2.0 {both}",
        f"ball 1 {none} {none} – {none}",
        f"scratch 1 {whole} {whole} 2.0 {whole}",
        f"8 to 19 px 1 {none} {none} – {none}",
        f"60 px and more 1 {whole} {whole} 2.0 {whole}",
        f"below 20 σ 1 {none} {none} – {none}",
        f"100 σ and more 1 {whole} {whole} 2.0 {whole}",
    ]
    assert sum(line.startswith("├") for line in lines) == 3, "a rule between the breakdowns"

"""Tables of reports on the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, Final

from rich.table import Table

from vqganodip.calibration.fit import MapFigures
from vqganodip.calibration.localisation import HitRates
from vqganodip.number_format import counted, grouped, threshold_text
from vqganodip.printable import printable
from vqganodip.scoring.report import Report, report_rows
from vqganodip.scoring.report_row import ReportRow, RowKind
from vqganodip.scoring.threshold import ALLOWED_MISSES
from vqganodip.statistics import Interval

__all__ = ["hits_table", "maps_table", "rich_tables", "rows_table"]

_PERCENT: Final = (
    ("accuracy", "Accuracy"),
    ("precision", "Precision"),
    ("fpr", "FPR"),
    ("fnr", "FNR"),
)
_DASH: Final = "–"
_LATER: Final = ALLOWED_MISSES[1:]


def rich_tables(report: Report) -> tuple[Table, ...]:
    """Return the paper's table (STD and ZFN, in per cent) and the table of guaranteed rates."""
    rows = report_rows(report)
    return _rates(report, rows), _promises(rows)


def rows_table(rows: Sequence[ReportRow]) -> Table:
    """Return a table of the score on held-out images and of scores with thresholds set on them, in per cent."""
    first = rows[0].zfn.confusion
    counts = f"{grouped(first.fp + first.tn)} normal, {grouped(first.tp + first.fn)} abnormal"
    table = Table(title=f"{counts} images that took no part in fitting")
    table.add_column("Score", overflow="fold")
    for title in ("Threshold", *(title for _, title in _PERCENT), "AUROC", *(f"FPR, {n} missed" for n in _LATER)):
        table.add_column(title, justify="right")
    table.add_column("Missed, or set by", overflow="fold")
    for row in rows:
        rates = (_percent(getattr(row.zfn.confusion, key)) for key, _ in _PERCENT)
        points = [row.allowing(misses) for misses in _LATER]
        later = [_DASH if point is None else _percent(point.confusion.fpr) for point in points]
        images = ", ".join(row.zfn.missed) if row.kind is RowKind.HELD_OUT else ", ".join(row.zfn.set_by)
        table.add_row(
            printable(row.name),
            _threshold(row.zfn.threshold),
            *rates,
            _number(row.auroc, 3),
            *later,
            printable(images),
        )
    return table


def hits_table(rates: Sequence[HitRates], whole: float, boards: int) -> Table:
    """Return a table of the shares of known defects that were hit: all, by kind, by size and by visibility.

    Shares are in per cent, with exact 95 % intervals.
    """
    hit = f"all of 8 px and more are hit on {_percent(whole)} % of the boards"
    table = Table(
        title=f"Known defects of {counted(boards, 'board')}, in per cent with 95 % intervals; {hit}",
        caption="px: longer side of the box; σ: visibility, in standard deviations of normal boards",
    )
    table.add_column("Defects")
    for title in ("Number", "Hit by a candidate", "Hit by a region", "Median rank of the region", "Board flagged"):
        table.add_column(title, justify="right")
    for row, after in zip_longest(rates, rates[1:]):
        table.add_row(
            printable(row.name),
            grouped(row.defects),
            _with_interval(row.by_candidate, row.by_candidate_interval),
            _with_interval(row.by_region, row.by_region_interval),
            _number(row.median_region, 1),
            _with_interval(row.flagged, row.flagged_interval),
            end_section=after is not None and after.breakdown is not row.breakdown,
        )
    return table


def _with_interval(rate: float, interval: Interval) -> str:
    return f"{100 * rate:.1f} ({100 * interval.low:.1f}–{100 * interval.high:.1f})"


def _rates(report: Report, rows: tuple[dict[str, Any], ...]) -> Table:
    groups = f", {counted(report.groups, 'group')}" if report.groups != report.normal + report.abnormal else ""
    table = Table(
        title=f"{grouped(report.normal)} normal, {grouped(report.abnormal)} abnormal images{groups}; "
        f"protocol {report.protocol}, search {report.search}, seed {report.seed}"
    )
    table.add_column("Score")
    for _, title in _PERCENT:
        table.add_column(f"{title} STD", justify="right")
        table.add_column(f"{title} ZFN", justify="right")
    table.add_column("AUROC", justify="right")
    for row in rows:
        cells = [_percent(row[f"{key}_{mode}"]) for key, _ in _PERCENT for mode in ("std", "zfn")]
        table.add_row(_name(row), *cells, _number(row["auroc"], 3), style="bold" if row["chosen"] else None)
    return table


def _promises(rows: tuple[dict[str, Any], ...]) -> Table:
    table = Table(title="False positives with 95 % bounds by the number of defects missed, and who sets the threshold")
    table.add_column("Score")
    for title in ("Threshold", *(f"FPR, {misses} missed" for misses in ALLOWED_MISSES), "Miss rate at 95 %"):
        table.add_column(title, justify="right")
    table.add_column("Set by", overflow="fold")
    for row in rows:
        bound = _DASH if row["miss_bound"] is None else f"≤ {_percent(row['miss_bound'])}"
        table.add_row(
            _name(row),
            _threshold(row["threshold"]),
            *(_bounded(row, misses) for misses in ALLOWED_MISSES),
            bound,
            printable(row["set_by"]),
            style="bold" if row["chosen"] else None,
        )
    return table


def _bounded(row: dict[str, Any], misses: int) -> str:
    """False-positive rate with this many misses, its bounds on a line of their own."""
    rate = row[f"fpr_{misses}" if misses else "fpr_zfn"]
    low, high = row[f"fpr_{misses}_low"], row[f"fpr_{misses}_high"]
    if rate is None or low is None:
        return _percent(rate)
    return f"{_percent(rate)}\n{100 * low:.1f}–{100 * high:.1f}"


def maps_table(maps: Sequence[MapFigures]) -> Table:
    """Return a table of the localisation figures of each difference map."""
    table = Table(title="Difference maps and their candidates")
    table.add_column("Map")
    for title in ("Pixel AUROC", "AUPRO (FPR up to 0.3)", "Defects hit by a candidate, %"):
        table.add_column(title, justify="right")
    for m in maps:
        table.add_row(str(m.weighting), *(_finite(v, 3) for v in (m.auroc, m.aupro)), _finite(100 * m.covered, 2))
    return table


def _finite(value: float, digits: int) -> str:
    return _number(None if value != value else value, digits)


def _name(row: dict[str, Any]) -> str:
    beyond = row["kind"] == "classifier" and not row["in_paper"]
    return f"{row['name']} (not in the paper)" if beyond else str(row["name"])


def _percent(rate: float | None) -> str:
    return _DASH if rate is None else f"{100 * rate:.2f}"


def _threshold(value: float | None) -> str:
    return _DASH if value is None else threshold_text(value)


def _number(value: float | None, digits: int) -> str:
    return _DASH if value is None else f"{value:.{digits}f}"

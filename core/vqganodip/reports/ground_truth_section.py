"""Section on ground truth: defects caught and missed at the threshold."""

from __future__ import annotations

from vqganodip.number_format import counted, grouped
from vqganodip.records import Label
from vqganodip.reports import wording
from vqganodip.reports.content import ReportContent, ReportedBoard
from vqganodip.reports.markup import Markup, joined, tag
from vqganodip.scoring.threshold import Confusion
from vqganodip.statistics import miss_rate_upper_bound

__all__ = ["outcome", "truth_section"]


def outcome(board: ReportedBoard) -> Markup | str:
    """Outcome of a board with ground truth; empty without."""
    if board.truth is None:
        return ""
    if board.truth.label is Label.DEFECTIVE:
        return "caught" if board.flagged else tag("span", "MISSED", class_="missed")
    return "false call" if board.flagged else "passed rightly"


def truth_section(content: ReportContent) -> Markup | None:
    """Confusion counts at the threshold; None without ground truth."""
    counts = content.against_truth()
    if counts is None:
        return None
    auroc = content.truth_auroc()
    missed = ", ".join(board.name for board in content.missed)
    return tag(
        "section",
        tag("h2", "Against ground truth"),
        tag("p", _in_words(counts, auroc), class_="lead"),
        _table(counts),
        tag("p", f"Missed: {missed}.", class_="warning") if missed else None,
        _partly(content),
        tag(
            "p",
            "These counts hold for new boards only as far as none of the images took part in training or calibration.",
            class_="muted",
        ),
    )


def _in_words(counts: Confusion, auroc: float | None) -> str:
    said = []
    defective = counts.tp + counts.fn
    if defective:
        bound = wording.percent(miss_rate_upper_bound(counts.fn, defective))
        said.append(
            f"{grouped(counts.fn)} missed of {counted(defective, 'defective board')} (with 95 % confidence "
            f"fewer than {bound} are missed)."
        )
    if counts.fp + counts.tn:
        said.append(f"{counted(counts.fp, 'false call')} on {counted(counts.fp + counts.tn, 'normal board')}.")
    if auroc is not None:
        said.append(f"AUROC {auroc:.3f}.")
    return " ".join(said)


def _table(counts: Confusion) -> Markup:
    defective, normal = counts.tp + counts.fn, counts.fp + counts.tn
    rows = (
        ("defective", (counts.tp, "caught"), (counts.fn, "missed"), defective),
        ("normal", (counts.fp, "false calls"), (counts.tn, "passed rightly"), normal),
    )
    heads = ("Ground truth", "Flagged", "Passed", "Boards")
    body = [
        tag(
            "tr",
            tag("th", truth, scope="row"),
            *(tag("td", f"{grouped(number)} {word}") for number, word in (flagged, passed)),
            tag("td", grouped(total)),
        )
        for truth, flagged, passed, total in rows
    ]
    return tag(
        "table",
        tag("caption", "Confusion counts at the threshold"),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *body),
    )


def _partly(content: ReportContent) -> Markup:
    without = len(content.boards) - len(content.labelled)
    if not without:
        return joined()
    return tag("p", f"Without ground truth, and not counted here: {counted(without, 'board')}.")

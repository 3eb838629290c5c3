"""Consequences of a threshold: missed defects, false calls and review time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from vqganodip.calibration.result import CalibrationResult
from vqganodip.number_format import grouped, rounded_up, seconds_text
from vqganodip.review.judgments import Judgment
from vqganodip.review.review_time import is_look, seconds_per_board
from vqganodip.scoring.threshold import false_call_reduction, mean_review_s
from vqganodip.scoring.verdict import Thresholds
from vqganodip.statistics import defects_needed, miss_rate_upper_bound
from vqganodip_gui.i18n.translation import tr

PAPER_REVIEW_S: Final = 8.0
"""Seconds per board when every board is reviewed, as given in the paper (section 4)."""

_PROOF: Final = 0.01
_ENOUGH: Final = 20  # judgments from which on a review time is taken for measured


@dataclass(frozen=True, slots=True)
class Pace:
    """Review time of a board in seconds and the number of judgments behind it; 0 for the paper's figure."""

    seconds: float = PAPER_REVIEW_S
    judgments: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Texts next to the plot; rows are (name, value, technical name)."""

    rows: tuple[tuple[str, str, str], ...]
    proof: str
    stability: str


def pace_of(judgments: Iterable[Judgment]) -> Pace:
    """Review time of a board (``review.review_time``); the paper's while there are too few looks."""
    timed = [judgment for judgment in judgments if is_look(judgment)]
    seconds = seconds_per_board(timed)
    return Pace() if seconds is None or len(timed) < _ENOUGH else Pace(seconds, len(timed))


def percent(rate: float | None) -> str:
    """``12.5 %``; a dash where nothing was observed."""
    return "–" if rate is None else f"{100 * rate:.1f} %"


def figures_at(found: CalibrationResult, thresholds: Thresholds, pace: Pace, shift: int) -> Figures:
    """All texts for one position of the lines; ``shift`` is how many good boards a shift makes."""
    counts = found.counts(thresholds.flag_from)
    called = counts if thresholds.doubtful_until is None else found.counts(thresholds.doubtful_until)
    defects, good = counts.tp + counts.fn, counts.fp + counts.tn
    fpr = counts.fpr or 0.0
    fewer = false_call_reduction(fpr)
    both = tr("{good} good, {bad} defective")
    rows = (
        (tr("Known defects missed"), _of(counts.fn, defects), "FN"),
        (tr("Good boards flagged"), _of(counts.fp, good), "FP"),
        (
            tr("In the doubtful band"),
            both.format(good=grouped(counts.fp - called.fp), bad=grouped(counts.tp - called.tp)),
            tr("A person decides, not the machine"),
        ),
        (
            tr("Called defective above it"),
            both.format(good=grouped(called.fp), bad=grouped(called.tp)),
            tr("Flagged as well, with the machine's word that there is a defect"),
        ),
        (tr("False calls per 1\u202f000 good boards"), grouped(1000 * fpr), "1000 × FPR"),
        (tr("Review per good board"), f"{seconds_text(mean_review_s(pace.seconds, fpr))} " + _today(pace), "FPR × s"),
        (
            tr("Review per shift of {count:board|boards}", count=shift),
            f"{mean_review_s(pace.seconds, fpr) * shift / 3600:.1f} h",
            tr("Boards per shift: menu, Settings"),
        ),
        (
            tr("Fewer good boards to review"),
            "–" if fpr == 0 else f"÷ {fewer:.1f}",
            tr("Misjudgment factor: 1 / false-positive rate"),
        ),
        (tr("Accuracy"), percent(counts.accuracy), "(TP + TN) / N"),
        (tr("Precision"), percent(counts.precision), "TP / (TP + FP)"),
        (tr("False-positive rate"), percent(counts.fpr), "FP / (FP + TN)"),
        (tr("False-negative rate"), percent(counts.fnr), "FN / (FN + TP)"),
    )
    return Figures(rows, _proof(counts.fn, defects), _stability(found))


def _of(part: int, whole: int) -> str:
    return tr("{part} of {whole}").format(part=grouped(part), whole=grouped(whole))


def _today(pace: Pace) -> str:
    if pace.judgments:
        return tr("(per review: {time}, measured)", time=seconds_text(pace.seconds))
    return tr("(all boards: {time})", time=seconds_text(pace.seconds))


def _proof(missed: int, defects: int) -> str:
    text = tr(
        "{missed:,} missed of {defects:known defect|known defects}: with 95 % confidence the true miss rate is below "
        "{bound} %.",
        missed=missed,
        defects=defects,
        bound=rounded_up(100 * miss_rate_upper_bound(missed, defects), 1),
    )
    more = defects_needed(_PROOF) - defects
    if missed == 0 and more > 0:
        text += " " + tr("{more:more defect|more defects} without a miss would prove 1 %.", more=more)
    return text


def _stability(found: CalibrationResult) -> str:
    firm = found.stability
    if firm.rests_on is None:
        return tr("The threshold with no defect missed stays the same whichever single defect is left out.")
    name = found.images[firm.rests_on]
    if firm.without is None:
        return tr("The threshold with no defect missed depends on the only known defect, {name}.").format(name=name)
    return tr(
        "The threshold with no defect missed depends on one board, {name}: "
        "without it, it would be {value} instead of {now}.",
        name=name,
        value=found.threshold_text(firm.without),
        now=found.threshold_text(firm.value),
    )

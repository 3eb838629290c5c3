"""Wording of numbers: what a person at the line reads. One place, so that a number looks the same everywhere."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from vqganodip.number_format import grouped, rounded_down, seconds_text, threshold_text
from vqganodip.placement.parts import PlacedPart
from vqganodip.printable import printable
from vqganodip.records import GateLevel, Inspection, Region, Verdict
from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.i18n.translation import tr

JUDGMENT_WORDS: Final = {
    JudgmentKind.OK: "OK",
    JudgmentKind.NG: "NG",
    JudgmentKind.DOUBTFUL: "Doubtful",
    JudgmentKind.FALSE_CALL: "False call",
    JudgmentKind.WITHDRAWN: "Not judged",
}

_MOST_DECIMALS: Final = 12

VERDICT_WORDS: Final = {Verdict.REVIEW: "flagged", Verdict.PASS: "passed"}


def score_name(name: str) -> str:
    """Return the name of a classifier, or what a baseline of a report measures, in the user's language."""
    if name == "golden board":
        return tr("distance from the reference board")
    return tr("mean brightness") if name == "mean brightness" else name


def classifier_words() -> dict[str, str]:
    """Full names of the classifiers whose short names are abbreviations, in the user's language."""
    return {
        "DT": tr("decision tree"),
        "RF": tr("random forest"),
        "ET": tr("extremely randomised trees"),
        "GBC": tr("gradient boosting"),
        "LR": tr("logistic regression"),
        "KNN": tr("k nearest neighbours"),
        "NB": tr("naive Bayes"),
        "LDA": tr("linear discriminant analysis"),
        "QDA": tr("quadratic discriminant analysis"),
        "MLR": tr("monotone logistic regression"),
        "DLR": tr("monotone logistic regression on deviations from good boards"),
        "FLR": tr("monotone logistic regression on distances to the features of good boards"),
        "BSM": tr("best single metric"),
    }


def abbreviations(names: Iterable[str]) -> str:
    """``ET: extremely randomised trees; LR: logistic regression``, for those of the names that are abbreviations."""
    words = classifier_words()
    return "; ".join(f"{name}: {words[name]}" for name in names if name in words)


def local_minute(moment: str) -> str:
    """A time in ISO 8601 as local date and time, ``2026-03-02 08:30``."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def machine_word(inspection: Inspection) -> str:
    """Return the verdict of the machine as one word in the user's language."""
    if inspection.cleared_by:
        return tr("by gate")
    return tr("in doubt") if inspection.doubtful else tr(VERDICT_WORDS[inspection.verdict])


def level_word(level: GateLevel) -> str:
    """The level of a gate in the user's language."""
    return {GateLevel.SHADOW: tr("shadow"), GateLevel.ADVICE: tr("advice"), GateLevel.FILTER: tr("filter")}[level]


def boards(number: int) -> str:
    """``1 board``, ``1 000 boards``, in the user's language."""
    return tr("1 board") if number == 1 else tr("{n} boards").format(n=grouped(number))


def score(value: float) -> str:
    """A score rounded down to two decimals, with more where two would make it 0 or nearly 1."""
    return rounded_down(value, _fewest(value))


def score_against(value: float, threshold: float) -> tuple[str, str]:
    """Score and threshold, with as many decimals as it takes to see which one is higher."""
    limit = threshold_text(threshold, value if value < threshold else -math.inf)
    if not math.isfinite(threshold):
        return score(value), limit
    mine = score(value)
    for decimals in range(_fewest(value), _MOST_DECIMALS + 1):
        mine = rounded_down(value, decimals)
        if value < threshold or float(mine) > float(limit) or (value == threshold and float(mine) >= float(limit)):
            break
    return mine, limit


def score_of(inspection: Inspection) -> str:
    """The score of a board, the same text in lists and details: with enough decimals to differ from its threshold."""
    return score_against(inspection.score, inspection.threshold)[0]


def _fewest(value: float) -> int:
    """Decimals that a score has at least."""
    if 0 < value < 0.005:
        return 4
    return 3 if 0.995 <= value < 1 else 2


def limit(threshold: float, text: str) -> str:
    """Describe a threshold in words; infinite ones flag no board or every board."""
    if math.isinf(threshold):
        return tr("flags no board") if threshold > 0 else tr("flags every board")
    return tr("flagged from {text}").format(text=text)


def a_board(value: float | None) -> str:
    """``1.9 s a board``; empty while nothing was judged."""
    return "" if value is None else tr("{s} a board").format(s=seconds_text(value))


def distances(values: Sequence[float]) -> list[str]:
    """Fréchet distances of one column, with the decimals that its largest takes: 0.99, 0.05; 84.1, 3.2; 2 812."""
    largest = max(values, default=0.0)
    decimals = 0 if largest >= 99.95 else 1 if largest >= 9.995 else 2
    return [grouped(value, decimals) for value in values]


def area(region: Region, mm_per_px: float | None) -> str:
    """The area of a region in mm² where the scale is known, in pixels otherwise."""
    if mm_per_px is None:
        return f"{grouped(region.box.area)} px"
    value = region.box.area * mm_per_px**2
    return f"{grouped(value)} mm²" if value >= 10 else f"{value:.1f} mm²"


def place(x: float, y: float, mm_per_px: float | None) -> str:
    """``x 512 y 301 · 50.1, 29.4 mm``."""
    pixels = f"x {int(x)} y {int(y)}"
    return pixels if mm_per_px is None else f"{pixels} · {x * mm_per_px:.1f}, {y * mm_per_px:.1f} mm"


def zoom(scale: float) -> str:
    """``4×``, ``0.46×``."""
    return f"{scale:.0f}×" if scale >= 10 else f"{scale:.2g}×"


def verdict_sentence(inspection: Inspection) -> str:
    """Score, threshold and verdict as a sentence."""
    mine, bound = score_against(inspection.score, inspection.threshold)
    if inspection.doubtful and inspection.doubtful_until is not None:
        text = tr("Score {score} lies in the doubtful band from {low} to {high}: the machine leaves it to you.")
        low, high = bound, threshold_text(inspection.doubtful_until, inspection.score)
        return text.format(score=mine, low=low, high=high)
    if inspection.cleared_by:
        text = tr("Score {score} is at or above the threshold {bound}, and the gate {gate} passed this board.")
        return text.format(score=mine, bound=bound, gate=inspection.cleared_by[:12])
    text = tr("Score {score} is below the threshold {bound}: the machine passed this board.")
    if inspection.verdict is Verdict.REVIEW:
        text = tr("Score {score} is at or above the threshold {bound}: a person has to look.")
    return text.format(score=mine, bound=bound)


def part_text(part: PlacedPart) -> str:
    """Name of a part with its package, value and part number, as far as they are known."""
    words = [part.ref_des, part.package, part.value, part.part_number]
    if not part.fitted:
        words.append(tr("not fitted"))
    return printable(" · ".join(filter(None, words)))

"""What a threshold means, in the words of the people who pay for it: missed defects, false calls, minutes."""

from __future__ import annotations

from dataclasses import dataclass

from vqganodip.calibrated import Calibrated
from vqganodip.threshold import defects_needed, false_call_reduction, mean_review_s, miss_rate_upper_bound
from vqganodip_gui.words import tr

_PROOF = 0.01


@dataclass(frozen=True, slots=True)
class Figures:
    """Texts beside the line; rows are (name, value)."""

    rows: tuple[tuple[str, str], ...]
    proof: str
    firmness: str


def percent(rate: float | None) -> str:
    """``12.5 %``; a dash where nothing was observed."""
    return "–" if rate is None else f"{100 * rate:.1f} %"


def figures_at(found: Calibrated, threshold: float, review_s: float) -> Figures:
    """All texts for one position of the line."""
    counts = found.counts(threshold)
    defects, good = counts.tp + counts.fn, counts.fp + counts.tn
    fpr = counts.fpr or 0.0
    fewer = false_call_reduction(fpr)
    rows = (
        (tr("Known defects missed"), _of(counts.fn, defects)),
        (tr("Good boards flagged"), _of(counts.fp, good)),
        (tr("False calls per 1,000 good boards"), f"{1000 * fpr:,.0f}"),
        (tr("Review per good board"), f"{mean_review_s(review_s, fpr):.1f} s " + _today(review_s)),
        (tr("Review per 1,000 good boards"), f"{mean_review_s(review_s, fpr) * 1000 / 3600:.1f} h"),
        (tr("Fewer looks at good boards"), "–" if fpr == 0 else f"÷ {fewer:.1f}"),
        (tr("Accuracy"), percent(counts.accuracy)),
        (tr("Precision"), percent(counts.precision)),
        (tr("False-positive rate"), percent(counts.fpr)),
        (tr("False-negative rate"), percent(counts.fnr)),
    )
    return Figures(rows, _proof(counts.fn, defects), _firmness(found))


def _of(part: int, whole: int) -> str:
    return tr("{part} of {whole}").format(part=f"{part:,}", whole=f"{whole:,}")


def _today(review_s: float) -> str:
    return tr("(all looked at: {seconds:.1f} s)").format(seconds=review_s)


def _proof(missed: int, defects: int) -> str:
    bound = 100 * miss_rate_upper_bound(missed, defects)
    text = tr(
        "{missed} missed of {defects} known defects: with 95 % confidence the true miss rate is below {bound:.1f} %."
    )
    said = text.format(missed=missed, defects=f"{defects:,}", bound=bound)
    more = defects_needed(_PROOF) - defects
    if missed == 0 and more > 0:
        said += " " + tr("{more} more defects without a miss would prove 1 %.").format(more=f"{more:,}")
    return said


def _firmness(found: Calibrated) -> str:
    firm = found.firmness
    if firm.rests_on is None:
        return tr("The line at no miss stays where it is whichever single defect is left out.")
    name = found.images[firm.rests_on]
    if firm.without is None:
        return tr("The line at no miss rests on the only known defect, {name}.").format(name=name)
    text = tr(
        "The line at no miss rests on one board, {name}: without it, it would stand at {value:.3f}, not {now:.3f}."
    )
    return text.format(name=name, value=firm.without, now=firm.value)

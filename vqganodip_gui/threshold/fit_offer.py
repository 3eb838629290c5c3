"""Offer of a fit as soon as defects are confirmed: how many there are, and what a fit would promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vqganodip.number_format import rounded_up
from vqganodip.review.repository import Repository
from vqganodip.statistics import defects_needed, miss_rate_upper_bound
from vqganodip_gui.i18n.translation import tr

_PROMISES: Final = (10, 5, 1)
"""Miss rates, in percent, that a fit may be asked to promise."""


@dataclass(frozen=True, slots=True)
class FitOffer:
    """Confirmed boards of the workspace, and how many of each class a fit needs.

    Attributes:
        good: Boards confirmed as good.
        defects: Boards confirmed as defective.
        least: Boards of each class from which a score can be fitted.
        scored: Serial number and score of the defective ones that the model in use has inspected.
    """

    good: int
    defects: int
    least: int
    scored: tuple[tuple[str, float], ...] = ()

    @property
    def ready(self) -> bool:
        """True if there are enough boards for a fit."""
        return min(self.good, self.defects) >= self.least


def read_offer(repository: Repository, bundle_sha256: str) -> FitOffer:
    """Count the confirmed boards of a workspace, with the scores that a bundle gave; not for the GUI thread."""
    from vqganodip.review.consensus import confirmed_boards
    from vqganodip.scoring.folds import MIN_GROUPS

    found = confirmed_boards(repository.judgments())
    defects = [repository.item(number) for number, one in found.items() if one.defective]
    scored = [(d.label, d.inspection.score) for d in defects if d.inspection.bundle_sha256 == bundle_sha256]
    return FitOffer(len(found) - len(defects), len(defects), MIN_GROUPS, tuple(scored))


def offer_sentences(offer: FitOffer) -> str:
    """The offer in words."""
    if not offer.defects:
        return tr(
            "No defect is confirmed yet. Once two people or quality have confirmed "
            "{least:defective board|defective boards} and as many good ones, a score and a threshold can be fitted "
            "that miss none of them.",
            least=offer.least,
        )
    parts = [
        tr(
            "Confirmed in this workspace: {defects:defective board|defective boards} and "
            "{good:good board|good boards}.",
            defects=offer.defects,
            good=offer.good,
        )
    ]
    if not offer.ready:
        lacks = []
        if offer.defects < offer.least:
            lacks.append(tr("{count:defective board|defective boards}", count=offer.least - offer.defects))
        if offer.good < offer.least:
            lacks.append(tr("{count:good board|good boards}", count=offer.least - offer.good))
        said = tr("A fit needs {least:,} of each; still missing: {list}.", least=offer.least, list=", ".join(lacks))
        parts.append(said)
    bound = rounded_up(100 * miss_rate_upper_bound(0, offer.defects), 1)
    parts.append(
        tr(
            "A threshold that misses none of {defects:defect|defects} promises a true miss rate below {bound} % "
            "(95 % confidence).",
            defects=offer.defects,
            bound=bound,
        )
    )
    still = []
    for rate in _PROMISES:
        more = defects_needed(rate / 100) - offer.defects
        if more > 0:
            still.append(tr("{more:more defect|more defects} for {rate}\u00a0%", more=more, rate=rate))
    if still:
        parts.append(tr("Still needed: {list}.").format(list=", ".join(still)))
    return " ".join(parts)

"""Data of the threshold page, read in a thread: calibration, log, review times and scores of the workspace."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vqganodip.calibration.normal_calibration import AnyCalibration
    from vqganodip.review.repository import Repository
    from vqganodip.review.threshold_log import Application, Applied, ThresholdChange
    from vqganodip_gui.threshold.fit_offer import FitOffer
    from vqganodip_gui.threshold.summary import Pace

_JUDGMENTS: Final = 500


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Data of the threshold page.

    Attributes:
        found: The calibration of the bundle.
        changes: Every change of the threshold.
        applications: Every application of a threshold to boards that waited.
        pace: Review time per board.
        scores: Of the boards of the workspace that this bundle has inspected.
        waiting: What applying the active change to the unjudged boards would do; None without a change.
        offer: Confirmed boards that a first fit could use; None for a model with known defects.
        grows: True if confirmed good boards can enter the reference of the model.
    """

    found: AnyCalibration
    changes: tuple[ThresholdChange, ...]
    pace: Pace
    scores: tuple[float, ...] = field(default=(), repr=False)
    waiting: Applied | None = None
    applications: tuple[Application, ...] = ()
    offer: FitOffer | None = None
    grows: bool = False


def read_page(bundle: Path, repository: Repository) -> Reading:
    """Read the data of the page; BundleError or StoreError if any of it cannot be read."""
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.depth import depth_of
    from vqganodip.calibration.normal_calibration import NormalCalibration, open_any_calibration
    from vqganodip.review.threshold_log import active_change
    from vqganodip.settings import Depth
    from vqganodip_gui.threshold.fit_offer import read_offer
    from vqganodip_gui.threshold.summary import pace_of

    found = open_any_calibration(bundle)
    pace = pace_of(repository.last_judgments(_JUDGMENTS))
    scores = tuple(repository.scores(found.bundle_sha256))
    changes = tuple(repository.threshold_changes())
    active = active_change(changes, found.bundle_sha256)
    waiting = None if active is None else repository.waiting_for_threshold(active)
    offer = read_offer(repository, found.bundle_sha256) if isinstance(found, NormalCalibration) else None
    applications = tuple(repository.threshold_applications())
    grows = offer is not None and depth_of(open_bundle(bundle).read_json("settings")) is Depth.AT_ONCE
    return Reading(found, changes, pace, scores, waiting, applications, offer, grows)

"""Good boards that review has confirmed enter the reference of a model at once: offered, built, compared, signed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from vqganodip.calibration.grow import BothVerdicts, Grown, boards_below, grow_reference
from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration
from vqganodip.calibration.recalibrate import Offer, recalibrated_name
from vqganodip.errors import plain
from vqganodip.number_format import grouped, rounded_down
from vqganodip.review.accounts import Permission
from vqganodip.scoring.normal_only import flag_rate_bound
from vqganodip.scoring.verdict import Thresholds
from vqganodip.training.built_from import boards_folder
from vqganodip.training.events import Progress
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.confirmed_boards_dialog import ConfirmedBoardsDialog

if TYPE_CHECKING:
    from vqganodip.store.workspace import Workspace

_SHARES: Final = {
    "registration": (0.0, 0.15),
    "features": (0.15, 0.25),
    "threshold": (0.4, 0.35),
    "normal features": (0.75, 0.15),
    "parts": (0.9, 0.1),
}
"""Share of the work before each stage, and of the stage, as a rule of thumb."""


class GrowingDialog(ConfirmedBoardsDialog):
    """Dialog that builds a new version of a model at once, with confirmed boards in its reference.

    Args:
        context: The context of the station.
        workspace: Workspace whose judgments are used.
        found: Scores of the boards of the version before.
        folder: Folder of its boards; None for the one that its run folder names, if it does.
        parent: Parent widget.
    """

    permission = Permission.MAKE_MODELS

    def __init__(
        self,
        context: Context,
        workspace: Workspace,
        found: NormalCalibration,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._normal = found
        known = folder or boards_folder(found.bundle, found.bundle_sha256)
        texts = tr("Add good boards to the reference"), tr("Build the new version"), tr("Put the new version into use")
        super().__init__(context, workspace, found, texts, known if known and known.is_dir() else None, parent)

    def offer_text(self, offer: Offer) -> str:
        good = sum(not entry.confirmed.defective for entry in offer.entries)
        parts = [
            tr(
                "The reference is made of {boards:board|boards}. {good:good board|good boards} of the queue would "
                "enter: confirmed by two people or by quality.",
                boards=len(self._normal.scores),
                good=good,
            ),
            tr(
                "Not offered: {known:,} known already, {gone:,} without their image, {waiting:,} that one person "
                "judged or that people see differently, {doubtful:,} doubtful.",
                known=offer.known,
                gone=offer.gone,
                waiting=offer.waiting,
                doubtful=offer.doubtful,
            ),
        ]
        if defects := len(offer.entries) - good:
            parts.append(
                tr(
                    "{defects:confirmed defective board takes|confirmed defective boards take} no part: both versions "
                    "are compared on {defects:|it|them}.",
                    defects=defects,
                )
            )
        return " ".join(parts)

    def place_text(self) -> str:
        if self.folder is None:
            return tr("The folder of the boards that this model was built from is unknown; it is needed as well.")
        return tr("In addition to the boards in {folder}", folder=self.folder)

    def enters(self, offer: Offer) -> bool:
        return any(not entry.confirmed.defective for entry in offer.entries)

    def new_folder(self) -> Path:
        """A folder next to the version before if that belongs to the workspace, otherwise one of the product's name."""
        from vqganodip.bundles.archive import model_name

        bundle = self._found.bundle.resolve()
        name = recalibrated_name(model_name(bundle), datetime.now(UTC))
        models = self._workspace.folder / "models"
        product = bundle.parent.name if bundle.parent.parent == models.resolve() else bundle.name
        place = models / product / f"{name.version or 'new'}"
        number = 2
        while place.exists():
            place = place.with_name(f"{name.version}-{number}")
            number += 1
        return place

    def make(self, offer: Offer, into: Path) -> Grown:
        assert self.folder is not None
        done: Grown | None = None
        words = _stage_words()
        for event in grow_reference(self._found.bundle, boards_below(self.folder), offer, into, stop=self.stopped):
            if isinstance(event, Progress):
                before, share = _SHARES.get(event.stage, (0.0, 0.0))
                self.progress(plain(words.get(event.stage, "")), before + share * event.share)
            elif isinstance(event, Grown):
                done = event
        assert done is not None
        return done

    def comparison(self, done: Grown) -> list[tuple[str, str, str]]:
        entered, old, new = len(done.entered), done.before, done.after
        rows = [
            (tr("Boards of the reference"), grouped(len(old.scores)), grouped(len(new.scores))),
            (tr("Threshold"), old.threshold_text(old.bundle_threshold), new.threshold_text(new.bundle_threshold)),
            (tr("Normal boards flagged, at most (95 %)"), _bound(old), _bound(new)),
            (tr("Of the boards that enter, flagged"), _part(done.flagged_before, entered), _part(0, entered)),
        ]
        if count := len(done.defects):
            before, after = (sum(found) for found in zip(*map(_flags, done.defects), strict=True))
            rows.append((tr("Confirmed defects flagged"), _part(before, count), _part(after, count)))
            rows += [(one.entry.item.label, *_verdicts(one)) for one in done.defects]
        return rows

    def after_text(self, done: Grown) -> str:
        parts = [tr("By its rule, a version flags none of the boards in its reference."), super().after_text(done)]
        if not done.defects:
            parts.insert(1, tr("No defect is confirmed: nothing says that the new version is the better one."))
        return " ".join(parts)

    def signed(self, done: Grown) -> tuple[Thresholds, AnyCalibration, str]:
        origin = f"{len(done.entered)} confirmed boards in the reference, from bundle {done.before.bundle_sha256[:12]}"
        return Thresholds(done.after.bundle_threshold), done.after, origin


def _stage_words() -> dict[str, str]:
    return {
        "data": tr("Reading the images"),
        "registration": tr("Aligning the boards"),
        "features": tr("Features of the boards"),
        "threshold": tr("Threshold"),
        "normal features": tr("Features of normal images"),
        "parts": tr("Parts of the boards"),
    }


def _bound(one: NormalCalibration) -> str:
    return f"{100 * flag_rate_bound(len(one.scores)):.1f} %"


def _part(part: int, whole: int) -> str:
    return tr("{part} of {whole}").format(part=grouped(part), whole=grouped(whole))


def _flags(one: BothVerdicts) -> tuple[bool, bool]:
    return one.flagged_before, one.flagged_after


def _verdicts(one: BothVerdicts) -> tuple[str, str]:
    words = [tr("flagged") if flagged else tr("passed") for flagged in _flags(one)]
    scores = [rounded_down(score, 4) for score in (one.before, one.after)]
    return f"{scores[0]} ({words[0]})", f"{scores[1]} ({words[1]})"

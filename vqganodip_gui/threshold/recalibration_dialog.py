"""Judgments become calibration data on purpose: what would enter and why, the report before and after, a signature."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vqganodip.calibration.fit import ImageMeasured, Searching
from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration
from vqganodip.calibration.recalibrate import Offer, Recalibrated, recalibrate
from vqganodip.errors import plain
from vqganodip.number_format import grouped, rounded_up
from vqganodip.scoring.verdict import Thresholds
from vqganodip.statistics import miss_rate_upper_bound
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.confirmed_boards_dialog import ConfirmedBoardsDialog

if TYPE_CHECKING:
    from vqganodip.store.workspace import Workspace
    from vqganodip_gui.threshold.board_pictures import CalibrationBoards


class RecalibrationDialog(ConfirmedBoardsDialog):
    """Dialog that refits a bundle with confirmed boards and puts it into use with a reason."""

    def __init__(
        self,
        context: Context,
        workspace: Workspace,
        found: AnyCalibration,
        looks: CalibrationBoards,
        parent: QWidget | None = None,
    ) -> None:
        self._looks = looks
        folder = None if isinstance(found, NormalCalibration) else looks.folder(found)
        texts = tr("Calibrate with confirmed boards"), tr("Calibrate again"), tr("Put the new bundle into use")
        super().__init__(context, workspace, found, texts, folder, parent)

    def set_folder(self, folder: Path) -> None:
        """The labelled boards that the bundle was fitted on lie here."""
        assert not isinstance(self._found, NormalCalibration)
        self._looks.set_folder(self._found, folder)
        super().set_folder(folder)

    def offer_text(self, offer: Offer) -> str:
        bad = sum(entry.confirmed.defective for entry in offer.entries)
        return tr(
            "{good:good board|good boards} and {bad:defective board|defective boards} would enter: confirmed by "
            "two people or by quality. Not offered: {known:,} known already, {gone:,} without their image, "
            "{waiting:,} that one person judged or that people see differently, {doubtful:,} doubtful.",
            good=len(offer.entries) - bad,
            bad=bad,
            known=offer.known,
            gone=offer.gone,
            waiting=offer.waiting,
            doubtful=offer.doubtful,
        )

    def place_text(self) -> str:
        if isinstance(self._found, NormalCalibration):
            return tr("No defect was known so far: score and threshold are fitted on these boards alone.")
        if self.folder is None:
            return tr("The folder of the labelled boards of this bundle is unknown; it is needed as well.")
        return tr("In addition to the labelled boards in {folder}").format(folder=self.folder)

    def enters(self, offer: Offer) -> bool:
        return bool(offer.entries)

    def needs_folder(self) -> bool:
        return not isinstance(self._found, NormalCalibration)

    def new_folder(self) -> Path:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        return self._workspace.folder / "bundles" / f"{self._found.bundle.resolve().name}-{stamp}"

    def make(self, offer: Offer, into: Path) -> Recalibrated:
        done: Recalibrated | None = None
        for event in recalibrate(
            self._found.bundle,
            self.folder,
            offer.entries,
            into,
            stop=self.stopped,
            progress=lambda now: self.progress(now.step, now.done / now.total),
        ):
            if isinstance(event, ImageMeasured):
                self.progress(plain(event.image.path.name), event.share)
            elif isinstance(event, Searching):
                self.progress(event.what, event.share)
            elif isinstance(event, Recalibrated):
                done = event
        assert done is not None
        return done

    def comparison(self, done: Recalibrated) -> list[tuple[str, str, str]]:
        return list(zip(_names(), _column(done.before), _column(done.after), strict=True))

    def signed(self, done: Recalibrated) -> tuple[Thresholds, AnyCalibration, str]:
        origin = f"{len(done.entries)} confirmed boards, from bundle {done.before.bundle_sha256[:12]}"
        return Thresholds(done.after.threshold.value), done.after, origin


def _names() -> tuple[str, ...]:
    return (
        tr("Good boards"),
        tr("Known defects"),
        tr("Score"),
        "AUROC",
        tr("Threshold with no defect missed"),
        tr("Good boards flagged"),
        tr("True miss rate below (95 %)"),
    )


def _column(found: AnyCalibration) -> tuple[str, ...]:
    if isinstance(found, NormalCalibration):
        count, flagged = len(found.scores), found.flagged(found.bundle_threshold)
        part = tr("{part} of {whole}").format(part=grouped(flagged), whole=grouped(count))
        return grouped(count), "0", tr("normal boards only"), "–", "–", part, tr("unknown")
    report, counts = found.report, found.counts(found.threshold.value)
    auroc = report.row(report.chosen).auroc
    return (
        grouped(report.normal),
        grouped(report.abnormal),
        report.chosen,
        "–" if auroc is None else f"{auroc:.3f}",
        found.threshold_text(found.threshold.value),
        tr("{part} of {whole}").format(part=grouped(counts.fp), whole=grouped(report.normal)),
        f"{rounded_up(100 * miss_rate_upper_bound(0, report.abnormal), 1)} %",
    )

"""The models of a workspace: one table, a row per version, with what each achieves."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.errors import VqganodipError
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.summary import percent
from vqganodip_gui.training.job_request import RUN, JobRequest, read_request
from vqganodip_gui.training.runs import MODELS, Run, read_run
from vqganodip_gui.widgets.plain_table import make_table

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, eq=False)
class ModelEntry:
    """A version of a model.

    Attributes:
        bundle: Its folder, ``models/<name>/<version>``.
        run: Its training; None where the run folder was not kept.
        made_at: When the bundle was written last, seconds since 1970; None without a bundle.
        figures: Of the training.
        chosen: The classifier; empty before the fit.
        auroc: Its area under the ROC curve.
        flagged: Good boards flagged at no miss, and of how many.
        fpr: The same as a share.
        defects: Known defects that it was fitted on.
        error: Why the bundle cannot be read.
    """

    bundle: Path
    run: Run | None
    made_at: float | None
    figures: dict[str, Any]
    chosen: str = ""
    auroc: float | None = None
    flagged: tuple[int, int] = (0, 0)
    fpr: float | None = None
    defects: int = 0
    error: str = ""


def read_models(workspace: Path) -> list[ModelEntry]:
    """Every version of every model, by name, the newest version first."""
    models = workspace / MODELS
    bundles = {path.parent for path in models.glob("*/*/manifest.json")}
    bundles |= {folder.with_name(folder.name.removesuffix(RUN)) for folder in models.glob(f"*/*{RUN}")}
    return sorted(map(_read, bundles), key=lambda s: (s.bundle.parent.name, -_number(s.bundle.name), s.bundle.name))


def _number(version: str) -> int:
    return int(version) if version.isdigit() else 0


def _read(bundle: Path) -> ModelEntry:
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.scoring.report import report_from_dict

    order = read_request(bundle.with_name(bundle.name + RUN))
    run = None if order is None else read_run(order)
    made_at: float | None = None
    with suppress(OSError):
        made_at = (bundle / "manifest.json").stat().st_mtime
    if made_at is None:
        return ModelEntry(bundle, run, None, {})
    try:
        opened = open_bundle(bundle)
        figures = dict(opened.read_json("settings").get("figures", {}))
        if "report" not in opened:
            return ModelEntry(bundle, run, made_at, figures)
        report = report_from_dict(opened.read_json("report"))
        row = report.row(report.chosen)
        counts = row.zfn.confusion
    except (VqganodipError, KeyError, TypeError, ValueError) as error:
        return ModelEntry(bundle, run, made_at, {}, error=str(error))
    flagged = (counts.fp, counts.fp + counts.tn)
    return ModelEntry(bundle, run, made_at, figures, report.chosen, row.auroc, flagged, counts.fpr, report.abnormal)


class ModelListView(QWidget):
    """The table, and what can be done with the chosen row."""

    use_requested = Signal(object)
    show_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = QLabel()
        self.message.setObjectName("muted")
        self.message.setWordWrap(True)
        self.table = make_table(
            (
                tr("Model"),
                tr("Version"),
                tr("State"),
                tr("Made"),
                tr("Boards"),
                tr("PSNR, held out"),
                tr("Score"),
                "AUROC",
                tr("Good boards flagged with no defect missed"),
                tr("Known defects"),
                tr("Data set"),
            ),
            tr("Models"),
        )
        self.show_button = QPushButton(tr("Show its stages"))
        self.use_button = QPushButton(tr("Use this model for this station"))
        self.use_button.setObjectName("primary")
        self.shelved: list[ModelEntry] = []
        self._in_use: Path | None = None
        buttons = QHBoxLayout()
        buttons.addWidget(self.message, 1)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.use_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(buttons)
        column.addWidget(self.table, 1)
        self.table.currentItemChanged.connect(lambda _item, _before: self._offer())
        self.table.itemDoubleClicked.connect(lambda _item, _column: self._ask(self.show_requested))
        self.show_button.clicked.connect(lambda: self._ask(self.show_requested))
        self.use_button.clicked.connect(lambda: self._ask(self.use_requested))

    def show_models(self, shelved: list[ModelEntry], in_use: Path | None) -> None:
        """Fills the table; the chosen row stays chosen."""
        before = self.chosen()
        self.shelved, self._in_use = shelved, in_use
        self.table.clear()
        for row in shelved:
            item = QTreeWidgetItem(_cells(row, row.bundle == in_use))
            item.setData(0, _PLACE, str(row.bundle))
            item.setToolTip(0, str(row.bundle))
            item.setToolTip(2, row.error)
            item.setToolTip(10, "" if row.run is None else str(row.run.order.dataset))
            self.table.addTopLevelItem(item)
            if before is not None and row.bundle == before.bundle:
                self.table.setCurrentItem(item)
        for column in range(self.table.columnCount() - 1):
            self.table.resizeColumnToContents(column)
        if self.table.currentItem() is None and shelved:
            self.choose(shelved[0].bundle)
        self._offer()

    def chosen(self) -> ModelEntry | None:
        """The version that is chosen."""
        item = self.table.currentItem()
        place = "" if item is None else str(item.data(0, _PLACE))
        return next((row for row in self.shelved if str(row.bundle) == place), None)

    def choose(self, bundle: Path) -> None:
        """Chooses a version."""
        for number, row in enumerate(self.shelved):
            item = self.table.topLevelItem(number)
            if row.bundle == bundle and item is not None:
                self.table.setCurrentItem(item)

    def _ask(self, signal: Any) -> None:
        row = self.chosen()
        if row is not None:
            signal.emit(row)

    def _offer(self) -> None:
        row = self.chosen()
        self.show_button.setEnabled(row is not None and row.run is not None)
        self.use_button.setEnabled(row is not None and bool(row.chosen) and row.bundle != self._in_use)
        if not self.shelved:
            self.message.setText(tr("No model has been trained in this workspace yet."))
        elif row is not None and row.error:
            self.message.setText(row.error)
        else:
            self.message.setText(
                tr("Figures of different boards do not compare: see which boards a version was fitted on.")
            )


def order_of(row: ModelEntry) -> JobRequest | None:
    """What was asked for, where that is known."""
    return None if row.run is None else row.run.order


def _cells(row: ModelEntry, in_use: bool) -> list[str]:
    made = "" if row.made_at is None else datetime.fromtimestamp(row.made_at).strftime("%Y-%m-%d %H:%M")
    psnr, boards = row.figures.get("psnr_held_out"), row.figures.get("images_trained")
    flagged = ""
    if row.chosen:
        flagged = tr("{part} of {whole}").format(part=row.flagged[0], whole=f"{row.flagged[1]:,}")
        flagged += f" ({percent(row.fpr)})"
    return [
        row.bundle.parent.name,
        row.bundle.name,
        _state(row, in_use),
        made,
        "" if boards is None else f"{boards:,}",
        "" if psnr is None else f"{psnr:.1f} dB",
        row.chosen,
        "" if row.auroc is None else f"{row.auroc:.3f}",
        flagged,
        f"{row.defects:,}" if row.defects else "",
        "" if row.run is None else row.run.order.dataset.name,
    ]


def _state(row: ModelEntry, in_use: bool) -> str:
    if in_use:
        return tr("in use")
    if row.error:
        return tr("cannot be read")
    if row.run is not None and row.run.works:
        return tr("under way")
    if row.made_at is None:
        return tr("left off")
    if not row.chosen:
        return tr("without a threshold")
    return tr("stopped early") if row.run is not None and row.run.state == "stopped" else tr("complete")

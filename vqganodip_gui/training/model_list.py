"""Table of the models of a workspace: one row per version, with its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.errors import VqganodipError
from vqganodip.number_format import grouped
from vqganodip.printable import printable
from vqganodip.records import GateLevel, ModelName
from vqganodip.review.gate_log import GateChange, gate_in_force
from vqganodip.review.model_names import ModelNames
from vqganodip.settings import Depth
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.summary import percent
from vqganodip_gui.training.job_request import RUN, clean_name, read_request
from vqganodip_gui.training.rename_dialog import renaming_text
from vqganodip_gui.training.runs import MODELS, Run, read_run
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.plain_table import make_table

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, eq=False)
class ModelEntry:
    """A version of a model.

    Attributes:
        bundle: Folder of the bundle, ``models/<name>/<version>`` of the workspace, or anywhere for the model in use.
        name: What the model is called in the workspace.
        run: Training of the model; None without a run folder.
        made_at: Time at which the bundle was last written, in seconds since 1970; None without a bundle.
        figures: Figures of the training.
        chosen: Name of the classifier; empty before the fit.
        auroc: Area under its ROC curve.
        flagged: Good boards flagged when no defect is missed, and their total number.
        fpr: The same as a rate.
        defects: Number of known defects that the model was fitted on.
        error: Reason why the bundle cannot be read; empty if it can.
        normal_only: True if the threshold was set on normal boards only.
        grows: True if confirmed good boards can enter its reference.
        image_size: Width and height in pixels of the images that it was built from; None if it does not state them.
        gate: Level of its gate in this workspace; None without one.
    """

    bundle: Path
    name: ModelName
    run: Run | None
    made_at: float | None
    figures: dict[str, Any]
    chosen: str = ""
    auroc: float | None = None
    flagged: tuple[int, int] = (0, 0)
    fpr: float | None = None
    defects: int = 0
    error: str = ""
    normal_only: bool = False
    grows: bool = False
    image_size: tuple[int, int] | None = None
    gate: GateLevel | None = None


def add_model(source: Path, workspace: Path) -> Path:
    """Copy the model in a folder, such as one of another workspace, to the models of a workspace.

    Returns:
        The folder of the copy, or of the same model if it is there already.

    Raises:
        BundleError: The folder holds no model, its files were altered, or the copy cannot be written.
    """
    from vqganodip.bundles.archive import model_name, open_bundle
    from vqganodip.bundles.copy_bundle import copy_bundle

    bundle, name = open_bundle(source), model_name(source)
    product = workspace / MODELS / (clean_name(name.product) or "model")
    version = clean_name(name.version) or "1"
    place, number = product / version, 2
    while place.exists() or place.with_name(place.name + RUN).exists():
        with suppress(VqganodipError):
            if open_bundle(place).sha256 == bundle.sha256:
                return place
        place, number = product / f"{version}-{number}", number + 1
    return copy_bundle(bundle, place).folder


def read_models(
    workspace: Path,
    in_use: Path | None,
    names: ModelNames,
    changes: Callable[[str], Sequence[GateChange]] = lambda _sha256: (),
) -> list[ModelEntry]:
    """Read every version of every model and the model in use, sorted by name, newest version first.

    Args:
        workspace: Folder of the workspace.
        in_use: The model in use.
        names: Names in the workspace.
        changes: Changes of level of the gates of a model, by the hash of its bundle.
    """
    models = workspace / MODELS
    bundles = {path.parent for path in models.glob("*/*/manifest.json")}
    bundles |= {folder.with_name(folder.name.removesuffix(RUN)) for folder in models.glob(f"*/*{RUN}")}
    if in_use is not None and in_use not in bundles and (in_use / "manifest.json").is_file():
        bundles.add(in_use)
    found = [_with_gate(_read(bundle, names), changes) for bundle in bundles]
    return sorted(found, key=lambda s: (s.name.product, -_number(s.name.version), s.name.version, s.bundle))


def _with_gate(entry: ModelEntry, changes: Callable[[str], Sequence[GateChange]]) -> ModelEntry:
    from vqganodip.bundles.archive import open_bundle

    if entry.made_at is None or entry.error:
        return entry
    change = gate_in_force(changes(open_bundle(entry.bundle).sha256))
    return entry if change is None else replace(entry, gate=change.level)


def _number(version: str) -> int:
    return int(version) if version.isdecimal() else 0


def _read(bundle: Path, names: ModelNames) -> ModelEntry:
    from vqganodip.bundles.archive import model_name, open_bundle
    from vqganodip.bundles.depth import depth_of
    from vqganodip.calibration.normal_calibration import is_normal_only
    from vqganodip.scoring.report import report_from_dict

    request = read_request(bundle.with_name(bundle.name + RUN))
    run = None if request is None else read_run(request)
    has_bundle = (bundle / "manifest.json").is_file()
    name = names.in_force(model_name(bundle) if has_bundle or request is None else request.name)
    made_at: float | None = None
    with suppress(OSError):
        made_at = (bundle / "manifest.json").stat().st_mtime
    if made_at is None:
        return ModelEntry(bundle, name, run, None, {})
    try:
        opened = open_bundle(bundle)
        settings = opened.read_json("settings")
        figures = dict(settings.get("figures", {}))
        if "report" not in opened:
            normal = is_normal_only(opened)
            grows = normal and depth_of(settings) is Depth.AT_ONCE
            return ModelEntry(
                bundle, name, run, made_at, figures, normal_only=normal, grows=grows, image_size=_size(settings)
            )
        report = report_from_dict(opened.read_json("report"))
        row = report.row(report.chosen)
        counts = row.zfn.confusion
    except (VqganodipError, KeyError, TypeError, ValueError) as error:
        return ModelEntry(bundle, name, run, made_at, {}, error=str(error))
    flagged = (counts.fp, counts.fp + counts.tn)
    return ModelEntry(
        bundle,
        name,
        run,
        made_at,
        figures,
        report.chosen,
        row.auroc,
        flagged,
        counts.fpr,
        report.abnormal,
        image_size=_size(settings),
    )


def _size(settings: dict[str, Any]) -> tuple[int, int] | None:
    """Size of the source images of a product in fixed position; in free position the images may differ."""
    size = settings.get("source_size")
    return None if not size else (int(size[0]), int(size[1]))


class ModelListView(QWidget):
    """Table of models with the actions for the selected row."""

    use_requested = Signal(object)
    show_requested = Signal(object)
    rename_requested = Signal(object)
    grow_requested = Signal(object)
    parts_requested = Signal(object)
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = QLabel()
        self.message.setObjectName("muted")
        self.message.setWordWrap(True)
        self.table = make_table(
            (
                tr("Product"),
                tr("Version"),
                tr("State"),
                tr("Made"),
                tr("Boards"),
                tr("Images in px"),
                tr("PSNR, held out"),
                tr("Score"),
                "AUROC",
                tr("Good boards flagged"),
                tr("Known defects"),
                tr("Gate"),
                tr("Data set"),
            ),
            tr("Models"),
        )
        self.table.headerItem().setToolTip(9, tr("Good boards flagged with no defect missed"))
        self.table.headerItem().setToolTip(
            11, tr("Level of the gate that learns from judgments: page Records, tab Gate")
        )
        self.add_button = GuardedButton(tr("Add a model…"))
        self.add_button.setToolTip(
            tr("Copies a model from its folder, such as models/PRODUCT/VERSION of another workspace, to this one")
        )
        self.rename_button = GuardedButton(tr("Rename the product…"))
        self.parts_button = GuardedButton(tr("Part names…"))
        self.parts_button.setToolTip(
            tr("Lays a placement file on the reference board, so that regions carry the names of parts")
        )
        self.show_button = QPushButton(tr("Show stages"))
        self.grow_button = GuardedButton(tr("Add good boards to the reference…"))
        self.grow_button.setToolTip(
            tr("Builds a new version whose reference has the good boards that review has confirmed")
        )
        self.use_button = GuardedButton(tr("Use this model for this station"))
        self.use_button.setObjectName("primary")
        self.entries: list[ModelEntry] = []
        self._in_use: Path | None = None
        self._names = ModelNames()
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)
        buttons.addWidget(self.rename_button)
        buttons.addWidget(self.parts_button)
        buttons.addWidget(self.grow_button)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.use_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(buttons)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        self.table.currentItemChanged.connect(lambda _item, _before: self._update_actions())
        self.table.itemDoubleClicked.connect(lambda _item, _column: self._emit(self.show_requested))
        self.rename_button.clicked.connect(lambda: self._emit(self.rename_requested))
        self.show_button.clicked.connect(lambda: self._emit(self.show_requested))
        self.use_button.clicked.connect(lambda: self._emit(self.use_requested))
        self.add_button.clicked.connect(self.add_requested)
        self.grow_button.clicked.connect(lambda: self._emit(self.grow_requested))
        self.parts_button.clicked.connect(lambda: self._emit(self.parts_requested))

    def show_models(self, entries: list[ModelEntry], in_use: Path | None, names: ModelNames) -> None:
        """Fill the table and keep the selection."""
        before = self.chosen()
        self.entries, self._in_use, self._names = entries, in_use, names
        with QSignalBlocker(self.table):  # no model is selected before the table is whole
            self.table.clear()
            for row in entries:
                item = QTreeWidgetItem(_cells(row, row.bundle == in_use))
                item.setData(0, _PLACE, str(row.bundle))
                item.setToolTip(0, str(row.bundle))
                item.setToolTip(2, row.error)
                item.setToolTip(12, "" if row.run is None else str(row.run.request.dataset))
                self.table.addTopLevelItem(item)
                if before is not None and row.bundle == before.bundle:
                    self.table.setCurrentItem(item)
        for column in range(self.table.columnCount() - 1):
            self.table.resizeColumnToContents(column)
        if self.table.currentItem() is None and entries:
            self.choose(entries[0].bundle)
        self._update_actions()

    def chosen(self) -> ModelEntry | None:
        """Return the selected version."""
        item = self.table.currentItem()
        place = "" if item is None else str(item.data(0, _PLACE))
        return next((row for row in self.entries if str(row.bundle) == place), None)

    def choose(self, bundle: Path) -> None:
        """Select a version."""
        for number, row in enumerate(self.entries):
            item = self.table.topLevelItem(number)
            if row.bundle == bundle and item is not None:
                self.table.setCurrentItem(item)

    def _emit(self, signal: Any) -> None:
        row = self.chosen()
        if row is not None:
            signal.emit(row)

    def _update_actions(self) -> None:
        row = self.chosen()
        self.rename_button.setEnabled(row is not None)
        self.show_button.setEnabled(row is not None and row.run is not None)
        scores = row is not None and (bool(row.chosen) or row.normal_only)
        self.use_button.setEnabled(scores and row is not None and row.bundle != self._in_use)
        self.grow_button.setEnabled(row is not None and row.grows)
        self.parts_button.setEnabled(row is not None and row.made_at is not None and not row.error)
        if not self.entries:
            self.message.setText(
                tr(
                    "This workspace has no model yet. Those of other workspaces are not listed: add one from its "
                    "folder."
                )
            )
        elif row is not None and row.error:
            self.message.setText(row.error)
        elif row is not None and (last := self._names.last_renaming(row.name.product)) is not None:
            self.message.setText(renaming_text(last))
        else:
            self.message.setText(tr("Only versions that were fitted on the same boards can be compared."))


def _cells(row: ModelEntry, in_use: bool) -> list[str]:
    made = "" if row.made_at is None else datetime.fromtimestamp(row.made_at).strftime("%Y-%m-%d %H:%M")
    psnr, boards = row.figures.get("psnr_held_out"), row.figures.get("images_trained", row.figures.get("boards"))
    flagged = ""
    if row.chosen:
        flagged = tr("{part} of {whole}").format(part=row.flagged[0], whole=grouped(row.flagged[1]))
        flagged += f" ({percent(row.fpr)})"
    return [
        printable(row.name.product),
        printable(row.name.version),
        _state(row, in_use),
        made,
        "" if boards is None else grouped(boards),
        "" if row.image_size is None else f"{row.image_size[0]}\N{MULTIPLICATION SIGN}{row.image_size[1]}",
        "" if psnr is None else f"{psnr:.1f} dB",
        row.chosen,
        "" if row.auroc is None else f"{row.auroc:.3f}",
        flagged,
        grouped(row.defects) if row.defects else "",
        "" if row.gate is None else formatting.level_word(row.gate),
        "" if row.run is None else row.run.request.dataset.name,
    ]


def _state(row: ModelEntry, in_use: bool) -> str:
    if in_use:
        return tr("in use")
    if row.error:
        return tr("cannot be read")
    if row.run is not None and row.run.works:
        return tr("running")
    if row.made_at is None:
        return tr("interrupted")
    if row.normal_only:
        return tr("normal boards only")
    if not row.chosen:
        return tr("without a threshold")
    return tr("stopped early") if row.run is not None and row.run.state == "stopped" else tr("complete")

"""Form for the settings of a training and the name of the model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vqganodip.review.model_names import LONGEST_NAME, ModelNames
from vqganodip.training.at_once import LEAST_BOARDS
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.training.job_request import ADAPTED, AT_ONCE, WHOLE, JobRequest, clean_name, next_version
from vqganodip_gui.widgets.number_field import NumberField

_LABEL_WIDTH = 190
_FIELD_WIDTH = 220


class TrainForm(QWidget):
    """Form with the settings of a training; :meth:`request` returns them."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: Path | None = None
        self.name = QLineEdit()
        self.version = QLineEdit()
        self.depths = QComboBox()
        self.depths.addItem(tr("whole: the networks learn this product"), WHOLE)
        self.depths.addItem(tr("adapted: the general network learns this product"), ADAPTED)
        self.depths.addItem(tr("at once: reference board and general network"), AT_ONCE)
        self.depth_hint = QLabel()
        self.all_good = QCheckBox(tr("All boards in this folder are good"))
        self.all_good.hide()
        self._plain, self._labelled, self._boards = False, False, 0
        self._rows: dict[QWidget, tuple[QWidget, ...]] = {}
        self._of_fit: list[QWidget] = []
        self.unit = QComboBox()
        self.unit.addItem(tr("minutes"), "minutes")
        self.unit.addItem(tr("steps"), "steps")
        self.minutes = NumberField(0.1, 10_000.0, decimals=2, shown=1, value=15.0)
        self.steps = NumberField(1, 10_000_000, value=3_000, step=500)
        self.steps.hide()
        self.preset = QComboBox()
        self.preset.addItem(tr("robust (recommended)"), "robust")
        self.preset.addItem(tr("paper (as published)"), "paper")
        self.seed = NumberField(0, 2**31 - 1)
        self.mm_per_px = NumberField(0.0, 100.0, decimals=4, step=0.01)
        self.mm_per_px.setSpecialValueText(tr("unknown"))
        self.fit_after = QCheckBox(tr("Then fit score and threshold on the labelled boards"))
        self.fit_after.setChecked(True)
        self.protocol = QComboBox()
        self.protocol.addItem(tr("paper: one search on all boards"), "paper")
        self.protocol.addItem(tr("nested: one search per board, slower"), "nested")
        self.place = QLabel()
        self.place.setObjectName("muted")
        self.place.setWordWrap(True)
        self.background_hint = QLabel(
            tr(
                "The model is built in a separate process with low priority. You can continue to review boards or "
                "close the window."
            )
        )
        self.background_hint.setObjectName("muted")
        self.background_hint.setWordWrap(True)
        self._lay_out()
        self.unit.currentIndexChanged.connect(self._show_unit)
        self.depths.currentIndexChanged.connect(self._show_depth)
        self.all_good.toggled.connect(self._show_place)
        self._names = ModelNames()
        self.name.setMaxLength(LONGEST_NAME)
        self.version.setMaxLength(LONGEST_NAME)
        self.name.textEdited.connect(self._propose_version)
        for line in (self.name, self.version):
            line.textChanged.connect(self._show_place)
        self.fit_after.toggled.connect(self.protocol.setEnabled)

    def begin(
        self,
        models: Path,
        dataset: Path,
        *,
        labelled: bool,
        names: ModelNames,
        product: str = "",
        plain: bool = False,
        boards: int = LEAST_BOARDS,
    ) -> None:
        """Set the defaults for a data set; other edited fields keep their values.

        Args:
            models: Folder of the models of the workspace.
            dataset: The data set; its folder names a new product.
            labelled: True if there are labelled boards to fit on.
            names: Names in the workspace.
            product: Product whose next version is trained; empty for a new one.
            plain: True for a folder that states of no board whether it is good.
            boards: Number of normal boards to train on.
        """
        self._plain, self._labelled, self._boards = plain, labelled, boards
        self.all_good.setChecked(False)
        self.all_good.setVisible(plain)
        self.depths.setCurrentIndex(self.depths.findData(AT_ONCE if plain else WHOLE))
        self._models, self._names = models, names
        self.name.setText(product or clean_name(dataset.name) or tr("Model"))
        self._propose_version()
        self.fit_after.setChecked(labelled)
        for part in self._of_fit:
            part.setVisible(labelled)
        self._show_depth()
        self._show_place()

    def restore_from(self, before: TrainForm) -> None:
        """Copy the entries of another form."""
        for line, other_line in ((self.name, before.name), (self.version, before.version)):
            line.setText(other_line.text())
        for box, other_box in (
            (self.depths, before.depths),
            (self.unit, before.unit),
            (self.preset, before.preset),
            (self.protocol, before.protocol),
        ):
            box.setCurrentIndex(other_box.currentIndex())
        self.minutes.setValue(before.minutes.value())
        self.mm_per_px.setValue(before.mm_per_px.value())
        self.steps.setValue(before.steps.value())
        self.seed.setValue(before.seed.value())
        self.fit_after.setChecked(before.fit_after.isChecked())
        self.all_good.setChecked(before.all_good.isChecked())

    def request(self, dataset: Path, operator: str) -> JobRequest | None:
        """Return the request; None while name or version is missing or already used."""
        if self._models is None or self.problem():
            return None
        at_once = self.at_once()
        by_steps = self.unit.currentData() == "steps" and not at_once
        return JobRequest(
            bundle=self._bundle(),
            product=" ".join(self.name.text().split()),
            version=" ".join(self.version.text().split()),
            dataset=dataset,
            preset=str(self.preset.currentData()) if self.depths.currentData() == WHOLE else "robust",
            minutes=None if by_steps or at_once else self.minutes.value(),
            steps=self.steps.whole() if by_steps else None,
            seed=self.seed.whole(),
            mm_per_px=self.mm_per_px.value() or None,
            fit_after=self.fit_after.isChecked(),
            protocol=str(self.protocol.currentData()),
            operator=operator,
            depth=str(self.depths.currentData()),
            all_normal=self._plain,
        )

    def at_once(self) -> bool:
        """Return True if a model without training is chosen."""
        return bool(self.depths.currentData() == AT_ONCE)

    def whole(self) -> bool:
        """Return True if a whole training is chosen."""
        return bool(self.depths.currentData() == WHOLE)

    def problem(self) -> str:
        """Return the reason why the training cannot start; empty if it can."""
        name, version = clean_name(self.name.text()), clean_name(self.version.text())
        if not name or not version:
            return tr("The model needs a name and a version.")
        bundle = self._bundle()
        if bundle.exists() or bundle.with_name(f"{bundle.name}.run").exists():
            return tr("Version {version} of {name} already exists: choose another version.").format(
                version=self.version.text().strip(), name=self.name.text().strip()
            )
        if self._plain and not self.all_good.isChecked():
            return tr("The folder does not state which boards are good: confirm that all of them are.")
        if not self.whole() and self._boards < LEAST_BOARDS:
            return tr(
                "A model of this depth needs {least:good board|good boards}; the folder has {count:,}.",
                least=LEAST_BOARDS,
                count=self._boards,
            )
        return ""

    def _bundle(self) -> Path:
        """Folder of the bundle."""
        return (self._models or Path()) / clean_name(self.name.text()) / clean_name(self.version.text())

    def _propose_version(self) -> None:
        """Propose the next number of the product."""
        if self._models is not None:
            self.version.setText(next_version(self._models, self.name.text().strip(), self._names))

    def _show_unit(self) -> None:
        by_steps = self.unit.currentData() == "steps"
        self.minutes.setVisible(not by_steps)
        self.steps.setVisible(by_steps)

    def _show_depth(self) -> None:
        """Enable what the depth uses, and state what it can do."""
        depth = self.depths.currentData()
        for field, parts in self._rows.items():
            for part in parts:
                part.setVisible(depth == WHOLE or (depth == ADAPTED and field is not self.preset))
        self.protocol.setEnabled(self._labelled and self.fit_after.isChecked())
        if depth == AT_ONCE:
            self.depth_hint.setText(
                tr(
                    "About two minutes, from {least:good board|good boards} on. No training and no reconstruction: "
                    "boards are compared with the reference board. Without labelled defects nothing is promised about "
                    "missed ones.",
                    least=LEAST_BOARDS,
                )
            )
        elif depth == ADAPTED:
            self.depth_hint.setText(
                tr(
                    "The time below and two minutes, from {least:good board|good boards} on. A third of the boards, at "
                    "least ten, only set the threshold. No reconstruction. Without labelled defects nothing is "
                    "promised about missed ones.",
                    least=LEAST_BOARDS,
                )
            )
        else:
            self.depth_hint.setText(
                tr(
                    "Minutes to hours, 30 good boards and more: reconstruction with the VQGAN and all its metrics. "
                    "The threshold needs labelled defects."
                )
            )
        self._show_place()

    def _show_place(self) -> None:
        ready = self._models is not None and not self.problem()  # the page says what is missing
        self.place.setText(tr("Folder: {place}").format(place=self._bundle()) if ready else "")
        self.edited.emit()

    def _lay_out(self) -> None:
        span = QHBoxLayout()
        span.setSpacing(8)
        for part in (self.minutes, self.steps, self.unit):
            span.addWidget(part, 1)
        time = QWidget()
        time.setLayout(span)
        span.setContentsMargins(0, 0, 0, 0)
        rows: tuple[tuple[str, QWidget, str], ...] = (
            (tr("Product"), self.name, tr("Name of the product; models of the same name are its versions.")),
            (tr("Version"), self.version, ""),
            (tr("Depth"), self.depths, ""),
            ("", self.all_good, ""),
            (tr("Duration"), time, tr("15 minutes give a first model; a night gives a better one.")),
            (tr("Preset"), self.preset, tr("The preset paper needs the published weights of VGG-16 and Inception-v3.")),
            (tr("Seed"), self.seed, tr("Same seed, boards and number of steps: same model.")),
            (
                tr("Millimetres per pixel"),
                self.mm_per_px,
                tr("Scale of the images; if it is given, areas are shown in mm²."),
            ),
            ("", self.fit_after, ""),
            (tr("Protocol"), self.protocol, tr("Cross-validation used to score the labelled boards.")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for number, (words, field, hint) in enumerate(rows):
            label = QLabel(words)
            label.setMinimumWidth(_LABEL_WIDTH)
            grid.addWidget(label, number, 0)
            if words:
                if isinstance(field, QComboBox):
                    field.setMinimumWidth(max(_FIELD_WIDTH, field.sizeHint().width() + 12))
                else:
                    field.setFixedWidth(_FIELD_WIDTH)
                field.setAccessibleName(words)
                grid.addWidget(field, number, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                grid.addWidget(field, number, 1, 1, 2)
            hint_label = self.depth_hint if field is self.depths else QLabel(hint)
            hint_label.setObjectName("hint")
            hint_label.setWordWrap(True)
            if words:
                grid.addWidget(hint_label, number, 2)
            if field in (time, self.preset, self.seed):  # a model without training has none of these
                self._rows[field] = (label, field, hint_label)
            if field in (self.fit_after, self.protocol):  # there is nothing to fit on without labelled boards
                self._of_fit += [label, field, *([hint_label] if words else [])]
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self.place)
        column.addWidget(self.background_hint)
        column.addStretch(1)

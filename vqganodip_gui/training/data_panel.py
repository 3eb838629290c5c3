"""Data check: number of images per kind, notes on the data set, and the selected image."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QSplitter,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.datasets.dataset import Layout, name_in
from vqganodip.errors import VqganodipError
from vqganodip.number_format import grouped
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.picture_view import PictureView
from vqganodip_gui.widgets.plain_table import make_table, wrap_column

if TYPE_CHECKING:
    from vqganodip.datasets.layouts import Dataset
    from vqganodip.training.picture_check import PicturesChecked

_PATH = Qt.ItemDataRole.UserRole


class DataPanel(QWidget):
    """Counts and findings on the left, the selected image on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = QLabel()
        self.place.setObjectName("muted")
        self.place.setWordWrap(True)  # a long path takes two lines
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.counts = make_table((tr("Images"), tr("Count")), tr("Images of the data set"))
        self.findings = make_table((tr("Found"), tr("Image")), tr("Findings"))
        wrap_column(self.findings, 0)
        for table in (self.counts, self.findings):
            table.header().setStretchLastSection(False)
            table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.picture = PictureView(tr("Selected image"))
        self.caption = QLabel()
        self.caption.setObjectName("hint")
        self.caption.setWordWrap(True)
        self._notes = 0
        self._lay_out()
        for table in (self.counts, self.findings):
            table.currentItemChanged.connect(lambda item, _before: self._show_item(item))

    def show_checking(self, folder: Path) -> None:
        """Show that the folder is being read."""
        self._clear(folder)
        self.message.setText(tr("Reading the data set …"))
        self.bar.setRange(0, 0)
        self.bar.show()

    def show_failure(self, folder: Path, error: Exception) -> None:
        """Show why the folder cannot be used."""
        self._clear(folder)
        self.split.hide()
        if isinstance(error, VqganodipError) and error.where == str(folder):
            self.message.setText(format_error(error, place=False))
        else:
            self.message.setText(format_error(error))

    def show_dataset(self, data: Dataset) -> None:
        """Show counts and findings of a data set."""
        self._clear(data.root)
        self.message.setText(data_sentence(data))
        kinds = Counter(image.defect or tr("defective") for image in data.abnormal)
        first = {image.defect or tr("defective"): image.path for image in reversed(data.abnormal)}
        rows = [
            (tr("Normal, for training"), len(data.train), data.train[0].path if data.train else None),
            (
                tr("Normal, reserved for the normal variation"),
                len(data.mask),
                data.mask[0].path if data.mask else None,
            ),
            (
                tr("Defective with masks, for training"),
                len(data.train_defects),
                data.train_defects[0].path if data.train_defects else None,
            ),
            (tr("Labelled: good"), len(data.normal), data.normal[0].path if data.normal else None),
            *((tr("Labelled: {defect}").format(defect=name), n, first[name]) for name, n in sorted(kinds.items())),
        ]
        for name, count, path in rows:
            if count or path is None:
                item = QTreeWidgetItem([name, grouped(count)])
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setData(0, _PATH, str(path or ""))
                if name not in (rows[1][0], rows[2][0]) or count:
                    self.counts.addTopLevelItem(item)
        for note in data.notes:
            self._add_finding(translated(note), "", None)
        self._notes = self.findings.topLevelItemCount()
        self.findings.setVisible(self._notes > 0)
        if data.train:
            self._show_path(str(data.train[0].path))

    def show_check(self, checked: PicturesChecked | None, root: Path) -> None:
        """Show how far the check of the pictures is, and at its end what it found, before the notes."""
        self.bar.setVisible(checked is None or checked.done < checked.total)
        if checked is None:
            return
        self.bar.setRange(0, checked.total)
        self.bar.setValue(checked.done)
        if checked.done < checked.total or self.findings.topLevelItemCount() > self._notes:
            return
        rows = [
            _finding(_begun(translated(found.message)), name_in(root, found.path), found.path)
            for found in checked.findings
        ]
        if checked.few is not None:
            rows.insert(0, _finding(translated(checked.few), "", None))
        self.findings.insertTopLevelItems(0, rows)
        self.findings.setVisible(self.findings.topLevelItemCount() > 0)

    def _add_finding(self, sentence: str, image: str, path: Path | None) -> None:
        self.findings.addTopLevelItem(_finding(sentence, image, path))

    def _clear(self, folder: Path) -> None:
        self.place.setText(str(folder))
        self.bar.hide()
        self.split.show()
        for table in (self.counts, self.findings):
            with QSignalBlocker(table):  # the rows belong to the data set before
                table.clear()
        self.findings.hide()
        self.caption.clear()
        self.picture.show_image(QImage())

    def _show_item(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _PATH):
            self._show_path(str(item.data(0, _PATH)))

    def _show_path(self, path: str) -> None:
        readable = self.picture.show_file(Path(path))
        self.caption.setText(path if readable else tr("{path} cannot be displayed.").format(path=path))

    def _lay_out(self) -> None:
        tables, pictures = QWidget(), QWidget()
        left, right = QVBoxLayout(tables), QVBoxLayout(pictures)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        left.addWidget(self.counts, 2)
        left.addWidget(self.findings, 3)
        right.addWidget(self.picture, 1)
        right.addWidget(self.caption)
        self.split = split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(tables)
        split.addWidget(pictures)
        split.setSizes([520, 460])
        split.setChildrenCollapsible(False)
        head = QHBoxLayout()
        head.addWidget(self.message, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.place)
        whole.addLayout(head)
        whole.addWidget(self.bar)
        whole.addWidget(split, 1)
        whole.addStretch()


def _begun(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _finding(sentence: str, image: str, path: Path | None) -> QTreeWidgetItem:
    item = QTreeWidgetItem([sentence, image])
    item.setToolTip(0, sentence)
    item.setToolTip(1, image)
    item.setData(0, _PATH, str(path or ""))
    return item


def data_sentence(data: Dataset) -> str:
    """Return a sentence about what the data set is sufficient for."""
    if data.layout is Layout.PLAIN:
        return tr(
            "The folder does not state which boards are good. If all of them are, a model that judges at once can be "
            "built; it promises nothing about missed defects."
        )
    if not data.abnormal or not data.normal:
        return tr(
            "A model can be trained, but score and threshold need labelled good and defective boards: put some into "
            "test/good and test/DEFECT."
        )
    return tr(
        "A model can be trained, and its score and threshold can be fitted on {count:labelled board|labelled boards}.",
        count=len(data.test),
    )

"""Dialog that lays a placement on the reference board of a model, shows the outlines, and keeps what is accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip.errors import Message, VqganodipError
from vqganodip.placement.found_parts import merge_parts, rename_part
from vqganodip.placement.record import PlacementRecord
from vqganodip.printable import printable
from vqganodip.review.accounts import Permission
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.parts.board_view import BoardView
from vqganodip_gui.parts.columns_form import ColumnsForm
from vqganodip_gui.parts.draft import Answer, Target, Wish, compare_with, keep_placement, open_target, work_out
from vqganodip_gui.parts.part_lists import PartLists
from vqganodip_gui.parts.points_form import PointsForm
from vqganodip_gui.parts.sensitivity_form import SensitivityForm
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.dialog_form import ActionDialog

Edit = Callable[[PlacementRecord], PlacementRecord]

_LEFT: Final = 430
_CALM_MS: Final = 300
"""Time after which work that is still under way shows a bar."""


class PartsDialog(ActionDialog):
    """Dialog for the names of parts of one model.

    Args:
        context: The context of the station.
        bundle: Folder of the model.
        name: What the model is called.
        parent: Parent widget.
    """

    kept = Signal(object)
    """The placement that was accepted; None when it was removed."""

    def __init__(self, context: Context, bundle: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Part names of {name}").format(name=name), (tr("Accept"),), parent)
        self._context, self._folder = context, bundle
        self._target: Target | None = None
        self._wish: Wish | None = None
        self._asked = 0
        self._edits: list[Edit] = []
        self.answer: Answer | None = None
        self.file: Path | None = None
        self.source = QLabel(tr("The reference board is read …"))
        self.source.setWordWrap(True)
        self.choose = QPushButton(tr("Placement file…"))
        self.find_button = QPushButton(tr("Without a file"))
        self.find_button.setToolTip(
            tr("Numbers the parts that are found where normal boards vary; they are named by hand")
        )
        self.remove = QPushButton(tr("Remove"))
        self.remove.setToolTip(
            tr("Regions are no longer named; the records of the workspace say who removed the names")
        )
        for button in (self.choose, self.find_button, self.remove):
            button.setAutoDefault(False)
            button.setEnabled(False)
        self.columns = ColumnsForm()
        self.points = PointsForm()
        self.lists = PartLists()
        self.sensitivity = SensitivityForm(context)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.columns, tr("Columns"))
        self.tabs.addTab(self.points, tr("Position"))
        self.tabs.addTab(self.lists, tr("Parts"))
        self.tabs.addTab(self.sensitivity, tr("Sensitivity"))
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.warning = QLabel()
        self.warning.setObjectName("warning")
        self.warning.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.board = BoardView()
        self.accept_button = self.primary[0]
        self.accept_button.guard(context.login, Permission.MAKE_MODELS)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.bar.show)
        self._lay_out()
        self._connect()
        self._refresh()
        workspace = context.workspace
        self._work()
        context.tasks.run(lambda: open_target(bundle, workspace), self._opened, self._fail, reader=self)

    # what the engineer does

    def read(self, file: Path) -> None:
        """Read a placement file and lay it on."""
        self.file = file
        self.tabs.show()
        self._edits.clear()
        self.columns.forget()
        self.points.forget()
        self.tabs.setCurrentWidget(self.columns)
        self._ask()

    def find_parts(self) -> None:
        """Number the parts that are found on the picture."""
        self.file = None
        self._edits.clear()
        self.columns.forget()
        self.points.forget()
        self.tabs.setCurrentWidget(self.lists)
        self._ask()

    def keep(self) -> None:
        """Keep the placement that is drawn."""
        record = self._record()
        if record is not None:
            self._keep(record)

    def edit(self, change: Edit) -> None:
        """Change the placement by hand; what is refused leaves it as it is."""
        answer, target = self.answer, self._target
        if answer is None or answer.record is None or target is None:
            return
        try:
            record = change(answer.record)
        except VqganodipError as error:
            self._show(replace(answer, error=error))
            return
        self._edits.append(change)
        edited = compare_with(target, record)
        self._show(replace(answer, record=record, compared=edited.compared, changes=edited.changes, error=None))

    # work in a thread

    def _ask(self) -> None:
        target = self._target
        if target is None:
            return
        wish = Wish(
            self.file,
            self.columns.columns(),
            self.columns.chosen_unit(),
            self.columns.chosen_side(),
            self.points.is_mirrored(),
            self.points.by_fiducials(),
            self.points.at(),
        )
        self._wish = wish
        self._asked += 1
        asked = self._asked
        self._work()

        def done(answer: Answer) -> None:
            if asked == self._asked:
                self._take(answer)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._fail(error)

        self._context.tasks.run(lambda: work_out(target, wish), done, failed, reader=self)

    def _work(self) -> None:
        self._calm.start()
        self.status.setText(tr("Working …"))
        self.accept_button.setEnabled(False)

    def _rest(self) -> None:
        self._calm.stop()
        self.bar.hide()

    def _opened(self, target: Target) -> None:
        self._rest()
        self._target = target
        self.sensitivity.open(target, target.sensitivity, writable=self._keeps_in_bundle())
        self.board.set_board(target.board.pixels)
        for button in (self.choose, self.find_button):
            button.setEnabled(True)
        if self.file is not None:
            self._ask()
        elif target.kept is not None:
            self.tabs.setCurrentWidget(self.lists)
            self._show(compare_with(target, target.kept))
        else:
            self._refresh()

    def _take(self, answer: Answer) -> None:
        self._rest()
        record, error, target = answer.record, answer.error, self._target
        for change in self._edits if record is not None else ():
            try:
                assert record is not None
                record = change(record)
            except VqganodipError as refused:
                error = refused
        if record is not None and record is not answer.record and target is not None:
            edited = compare_with(target, record)
            answer = replace(answer, record=record, compared=edited.compared, changes=edited.changes, error=error)
        by_fiducials = self.points.by_fiducials()
        self.columns.show_answer(answer)
        self.points.show_answer(answer)
        if by_fiducials and not self.points.by_fiducials():
            self.tabs.setCurrentWidget(self.points)  # the file names no fiducials: parts are clicked next
            return
        self._show(answer)

    def _show(self, answer: Answer) -> None:
        self.answer = answer
        record = answer.record
        laid = () if record is None else tuple(one for one in record.laid() if not one.part.fiducial)
        self.board.overlay.set_parts(self.board.link.scene, laid)
        self.board.overlay.set_points(self._crosses(record))
        self.lists.show_answer(answer)
        self.tabs.setTabEnabled(self.tabs.indexOf(self.lists), record is not None)
        self.tabs.setTabEnabled(self.tabs.indexOf(self.points), self.file is not None)
        self.tabs.setTabEnabled(self.tabs.indexOf(self.columns), self.file is not None)
        self._refresh()

    def _crosses(self, record: PlacementRecord | None) -> list[tuple[str, float, float]]:
        points = self.points.at() if not self.points.by_fiducials() else () if record is None else record.points
        return [(at.ref_des, at.x, at.y) for at in points]

    # clicks in the picture

    def _clicked(self, place: QPointF, adds: bool) -> None:
        if self.file is not None and self.tabs.currentWidget() is self.points:
            if self.points.click(place.x() - 0.5, place.y() - 0.5):
                self.board.overlay.set_points(self._crosses(None))
            return
        part = self.board.overlay.part_at(place)
        if part is not None and self.tabs.currentWidget() is self.sensitivity:
            self.sensitivity.choose_part(part.part.ref_des)
        elif part is not None and self._record() is not None:
            self.tabs.setCurrentWidget(self.lists)
            self.lists.select((part.part.ref_des,), adds=adds)

    def _mark(self, names: list[str], boxes: list[Any]) -> None:
        self.board.overlay.set_chosen(names, boxes)
        record = self._record()
        if len(names) == 1 and record is not None:
            box = next((one.box for one in record.laid() if one.part.ref_des == names[0]), None)
        else:
            box = boxes[0] if len(boxes) == 1 else None
        if box is not None:
            self.board.show_box(QRectF(box.x0, box.y0, box.width, box.height))

    # acceptance

    def _keep(self, record: PlacementRecord | None) -> None:
        target, context = self._target, self._context
        if target is None:
            return
        try:
            context.login.require(Permission.MAKE_MODELS)
        except VqganodipError as error:
            self._fail(error)
            return
        workspace, operator, in_bundle = context.workspace, context.login.name, self._keeps_in_bundle()
        self._work()
        self.setEnabled(False)

        def done(_none: None) -> None:
            self._rest()
            self.kept.emit(record)
            self.accept()

        def failed(error: Exception) -> None:
            self.setEnabled(True)
            self._fail(error)

        context.tasks.act(
            lambda: keep_placement(target, record, workspace, operator, in_bundle=in_bundle), done, failed
        )

    def _keeps_in_bundle(self) -> bool:
        """False for the bundle that ships with the program: its part names are kept in the workspace alone."""
        return self._context.demo is None or self._folder != self._context.bundle

    def _fail(self, error: Exception) -> None:
        self._rest()
        self.status.setText("")
        self.warning.setText(format_error(error))
        self.warning.show()

    # display

    def _record(self) -> PlacementRecord | None:
        return None if self.answer is None else self.answer.record

    def _refresh(self) -> None:
        answer, record, target = self.answer, self._record(), self._target
        self.tabs.setVisible(self.file is not None or record is not None)
        error = None if answer is None else answer.error
        self.warning.setText("" if error is None else format_error(error))
        self.warning.setVisible(error is not None)
        self.status.setText("\n".join(filter(None, (_position(answer), self.lists.remarks()))))
        if target is not None:
            self.source.setText(self._source())
        kept = None if target is None else target.kept
        self.remove.setEnabled(kept is not None)
        self.accept_button.setEnabled(record is not None and record != kept)
        in_force = record if record is not None and record == kept else None
        self.sensitivity.show_placement(in_force)
        self.tabs.setTabEnabled(self.tabs.indexOf(self.sensitivity), in_force is not None)

    def _source(self) -> str:
        answer, record = self.answer, self._record()
        if self.file is not None:
            listed = None if answer is None else answer.listed
            if listed is None:
                return printable(self.file.name)
            form = f"{listed.form}, " if listed.form else ""
            return tr(
                "{file} ({form}{unit}): {count:part|parts}",
                file=printable(listed.name),
                form=form,
                unit=listed.unit.value,
                count=len(listed.parts),
            )
        if record is None:
            return tr(
                "Choose the placement file of the board, such as of KiCad, Altium Designer, EasyEDA or Eagle. Regions "
                "then carry the names of parts. No score changes."
            )
        if record.found:
            return tr("{count:part|parts} found on the picture", count=len(record.parts))
        return tr("In force: {file}, {count:part|parts}", file=printable(record.file), count=len(record.parts))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.find_button.clicked.connect(self.find_parts)
        self.remove.clicked.connect(lambda: self._keep(None))
        self.accept_button.clicked.connect(self.keep)
        self.columns.changed.connect(self._ask)
        self.points.changed.connect(self._ask)
        self.board.clicked.connect(self._clicked)
        self.lists.chosen.connect(self._mark)
        self.sensitivity.chosen.connect(lambda names: self._mark(names, []))
        self.finished.connect(self.sensitivity.stop)
        self.lists.renamed.connect(lambda old, new, more: self.edit(lambda r: rename_part(r, old, new, **more)))
        self.lists.merge_requested.connect(lambda names: self.edit(lambda r: merge_parts(r, names[0], names)))
        self.lists.resized.connect(lambda name, width, height: self.edit(_resizing(name, width, height)))

    def _ask_file(self) -> None:
        start = "" if self.file is None else str(self.file.parent)
        kinds = (
            tr("Placement files") + " (*.csv *.pos *.txt *.mnt *.mnb *.tsv *.xy *.xyrs);;" + tr("All files") + " (*)"
        )
        name, _ = QFileDialog.getOpenFileName(self, tr("Placement file"), start, kinds)
        if name:
            self.read(Path(name))

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        for button in (self.choose, self.find_button, self.remove):
            files.addWidget(button)
        files.addStretch(1)
        left = QWidget()
        left.setFixedWidth(_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(files)
        column.addWidget(self.source)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.warning)
        column.addWidget(self.status)
        column.addWidget(self.bar)
        column.addStretch(0)
        self.bar.hide()
        self.tabs.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left)
        row.addWidget(self.board, 1)
        self.column.setContentsMargins(16, 14, 16, 12)
        self.set_parts(row)
        self.column.setStretch(0, 1)
        available = self.screen().availableGeometry()
        self.resize(min(1300, available.width() - 24), min(700, available.height() - 56))
        for widget in (self.columns, self.points, self.lists):
            self.tabs.setTabEnabled(self.tabs.indexOf(widget), False)


def _resizing(package: str, width: float, height: float) -> Edit:
    """The edit that gives a package an outline."""

    def resized(record: PlacementRecord) -> PlacementRecord:
        others = [size for size in record.sizes if size[0] != package]
        return replace(record, sizes=tuple(sorted((*others, (package, width, height)))))

    return resized


def _position(answer: Answer | None) -> str:
    """Say how the placement lies on the picture, with everything that was recognised or assumed."""
    if answer is None:
        return ""
    record = answer.record
    if record is None:
        return "" if answer.listed is None else "\n".join(map(_sentence, answer.listed.notes))
    lines = []
    if record.points:
        kind = tr("affine transform") if record.kind.value == "affine" else tr("similarity")
        scale = 1 / record.transform.px_per_mm
        lines.append(
            tr(
                "Laid on by two points, which always fit; a third one checks them. {scale:.4f} mm per pixel",
                scale=scale,
            )
            if len(record.points) == 2
            else tr(
                "Laid on by {points:point|points}: {kind}, residual {residual:.2f} mm, {scale:.4f} mm per pixel",
                points=len(record.points),
                kind=kind,
                residual=record.residual_mm,
                scale=scale,
            )
        )
    return "\n".join([*lines, *map(_sentence, record.notes)])


def _sentence(note: Message) -> str:
    """A note of the engine as a sentence of its own."""
    text = translated(note)
    return f"{text[:1].upper()}{text[1:]}."

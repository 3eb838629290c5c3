"""Details pane: score, regions and judgment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from vqganodip.detection.reason_words import reason_message
from vqganodip.detection.reasons import LEAST_SIGMA
from vqganodip.number_format import grouped
from vqganodip.placement.parts import PlacedPart
from vqganodip.printable import printable
from vqganodip.records import Reason
from vqganodip.review.accounts import Permission
from vqganodip.review.defect_place import region_judgments
from vqganodip.review.gate_advice import advice
from vqganodip.review.judgments import Judgment, JudgmentKind, RegionJudgment, RevealOrder, ReviewItem
from vqganodip.review.location_history import LocationHistory
from vqganodip.review.session import ALLOWED, WorkContext
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.engine_messages import translated_lines
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.code_box import CodeBox
from vqganodip_gui.review.drafts import Draft, Drafts
from vqganodip_gui.review.image_note import ImageNote
from vqganodip_gui.review.judgment_bar import JudgmentBar
from vqganodip_gui.review.region_list import RegionList, gate_text
from vqganodip_gui.review.score_strip import ScoreStrip
from vqganodip_gui.services.context import Context
from vqganodip_gui.services.login_session import LoginSession
from vqganodip_gui.widgets.guarded import refusal


class DetailsPane(QWidget):
    """The findings of one board, and the fields for its judgment."""

    judged = Signal(object)
    region_selected = Signal(int)
    all_regions_requested = Signal()

    def __init__(
        self,
        keys: Mapping[JudgmentKind, str],
        tips: Mapping[JudgmentKind, str],
        codes: Sequence[str],
        drafts: Drafts | None = None,
        context: Context | None = None,
    ) -> None:
        super().__init__()
        self._drafts = drafts or Drafts()
        self._shown: ReviewItem | None = None
        self._item: ReviewItem | None = None  # # the same, until its draft is dropped
        self._entered = Draft()  # # the fields as they were when the board was shown
        self._hidden = False
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.score = ScoreStrip()
        self.warning = QLabel()
        self.warning.setObjectName("warning")
        self.warning.setWordWrap(True)
        self.warning.setToolTip(
            tr(
                "A board with an incomplete or blurred picture is flagged with any score. The limits are measured by a "
                "calibration; models calibrated by an earlier version have fixed ones, which miss slight blur."
            )
        )
        self.warning.hide()
        self.regions_title = QLabel(tr("Regions"))
        self.regions_title.setObjectName("paneTitle")
        self.regions_title.setWordWrap(True)
        self.regions = RegionList()
        self.further = QLabel()
        self.further.setObjectName("hint")
        self.further.setWordWrap(True)
        self.further.setToolTip(
            tr(
                "95 % of the normal boards of the calibration have no region above the limit; regions at or below it "
                "are left out. Score and verdict do not depend on it."
            )
        )
        self.further.linkActivated.connect(lambda _link: self.all_regions_requested.emit())
        self.further.hide()
        self.reasons = QLabel()
        self.reasons.setObjectName("reasons")
        self.reasons.setWordWrap(True)
        self.reasons.setTextFormat(Qt.TextFormat.PlainText)
        self.reasons.setToolTip(
            tr(
                "Deviation from normal boards, in units of their spread σ at this place. Nothing below {least} σ is "
                "stated. What has a question mark is a guess."
            ).format(least=LEAST_SIGMA)
        )
        self.reasons.hide()
        self.memory = QLabel()
        self.memory.setObjectName("hint")
        self.memory.setWordWrap(True)
        self.memory.hide()
        self._memories: Sequence[LocationHistory] = ()
        self._parts: Sequence[PlacedPart | None] = ()
        self._explained: Sequence[Sequence[Reason]] = ()
        self._on_parts: Sequence[LocationHistory | None] = ()
        self.judgment = JudgmentBar(keys, tips)
        self.standing = QLabel()
        self.standing.setObjectName("hint")
        self.standing.setWordWrap(True)
        self.standing.hide()
        self.work = QLabel()
        self.work.setObjectName("hint")
        self.work.setWordWrap(True)
        self.work.setToolTip(tr("Written into the judgment: from the name of the file, or as entered with Ctrl+J"))
        self.work.hide()
        self.image_note = ImageNote(context)
        self.code = CodeBox(codes)
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(tr("Comment (K)"))
        self.comment.setAccessibleName(tr("Comment"))
        self.comment.setMaxLength(500)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        parts: tuple[QWidget, ...] = (
            self.score,
            self.warning,
            _rule(),
            self.regions_title,
            self.regions,
            self.further,
            self.reasons,
            self.memory,
            _rule(),
            self.work,
            self.image_note,
            self.standing,
            self.judgment,
            self.code,
            self.comment,
        )
        for part in parts:
            column.addWidget(part, 1 if part is self.regions else 0)
        self.judgment.judged.connect(self.judged)
        self.regions.region_selected.connect(self.region_selected)
        self.regions.itemSelectionChanged.connect(self._show_memory)
        self.regions.itemSelectionChanged.connect(self._show_reasons)
        self.regions.itemSelectionChanged.connect(self._show_place)
        self.regions.judgments_changed.connect(self._show_place)
        self.set_item(None)

    def set_item(
        self, item: ReviewItem | None, *, hidden: bool = False, crops: Sequence[QImage] = (), refusal: str = ""
    ) -> None:
        """Show a board; code and comment start with its draft, or with those of its judgment.

        What was entered for the board before is kept as its draft. ``hidden`` hides the machine's findings: score,
        regions, and false call, which refers to both. ``refusal`` is the reason why the person may not judge the board.
        """
        self._keep_draft()
        self._shown, self._hidden = item, hidden
        inspection = item.inspection if item and not hidden else None
        judgment = item.judgment if item else None
        self.score.set_inspection(inspection)
        self.image_note.set_board(item.inspection if item else None)
        self.warning.setText(translated_lines(inspection.warnings) if inspection else "")
        self.warning.setVisible(bool(inspection and inspection.warnings))
        regions = inspection.shown_regions if inspection else ()
        self.regions.set_regions(
            regions,
            inspection.mm_per_px if inspection else None,
            crops,
            judgment.regions if judgment else (),
            advice(inspection) if inspection else (),
        )
        self.regions_title.setText(_regions_word(len(regions)) if inspection else tr("Regions"))
        if hidden:
            self.regions_title.setText(tr("Judge first: score and regions are shown afterwards"))
        self._show_further(len(inspection.regions) - len(regions) if inspection else 0)
        self._parts, self._explained = (), ()
        self.regions.set_parts(())
        self._show_reasons()
        self.set_location_history(())
        self.judgment.set_current_judgment(judgment.kind if judgment else None)
        allowed = ALLOWED[item.inspection.verdict] if item else frozenset()
        self.judgment.set_allowed(allowed - {JudgmentKind.FALSE_CALL} if hidden else allowed, refusal)
        self.standing.setText(_standing(judgment, refusal))
        self.standing.setVisible(bool(self.standing.text()))
        self.code.set_defect_code(judgment.defect_code if judgment else "")
        self.comment.setText(judgment.comment if judgment else "")
        for field in (self.code, self.comment):
            field.setEnabled(item is not None and not refusal)
            field.setToolTip(refusal)
        self._item, self._entered = item, self._draft()
        draft = None if item is None else self._drafts.of(item)
        if draft is not None:
            self.code.set_defect_code(draft.code)
            self.comment.setText(draft.comment)
            self.regions.set_judgments(draft.regions)
        self._show_place()

    def region_judgments(self, kind: JudgmentKind) -> tuple[RegionJudgment, ...]:
        """Judgments of regions that a judgment of the board stores, with the region that NG marks."""
        item = self._shown
        if item is None:
            return ()
        stored = item.judgment
        # # NG given before the findings were shown stays as it is until a region is selected
        unseen = stored is not None and stored.kind is JudgmentKind.NG and stored.reveal is RevealOrder.VERDICT_FIRST
        return region_judgments(
            kind,
            () if self._hidden else [region.box for region in item.inspection.shown_regions],
            self.regions.judgments(),
            stored.regions if stored is not None else (),
            selected=self.regions.selected_region(),
            code=self.code.defect_code(),
            only_selected=unseen,
        )

    def _show_place(self) -> None:
        item = self._shown
        if item is None:
            self.judgment.set_place(None)
            return
        marked = {region.box for region in self.region_judgments(JudgmentKind.NG) if region.kind is JudgmentKind.NG}
        regions = enumerate(item.inspection.shown_regions, start=1)
        self.judgment.set_place([number for number, region in regions if region.box in marked])

    def forget(self, item: ReviewItem) -> None:
        """Drop the draft of a board that was judged."""
        self._drafts.drop(item)
        if self._item is not None and self._item.item_id == item.item_id:
            self._item = None

    def forget_all(self) -> None:
        """Drop all drafts: another person works here, or in another workspace."""
        self._drafts.clear()
        self._item = None

    def _draft(self) -> Draft:
        return Draft(self.comment.text(), self.code.defect_code(), tuple(self.regions.judgments()))

    def _keep_draft(self) -> None:
        item = self._item
        if item is None:
            return
        draft = self._draft()
        if draft == self._entered:
            self._drafts.drop(item)
        else:
            self._drafts.keep(item, draft)

    def _show_further(self, count: int) -> None:
        """Say how many regions are left out, with a link that shows them."""
        self.further.setVisible(count > 0)
        text = tr(
            "{count:further place does|further places do} not stand out from normal boards: not shown.", count=count
        )
        link = f'<a href="all">{tr("Show all (Shift+N)")}</a>'
        self.further.setText(f"{text} {link}")

    def set_parts(self, parts: Sequence[PlacedPart | None], reasons: Sequence[Sequence[Reason]]) -> None:
        """Name the part of each region; empty without names.

        Args:
            parts: The part that each region belongs to, in region order.
            reasons: The reasons of each region, with the names of the parts and joints that they are about.
        """
        self._parts = () if self._hidden else parts
        self._explained = () if self._hidden else reasons
        self.regions.set_parts(self._parts)
        self._show_reasons()
        self._show_memory()

    @property
    def named(self) -> bool:
        """True if a region carries the name of a part."""
        return any(self._parts)

    def set_work(self, work: WorkContext) -> None:
        """Show lot, work order and side of the next judgment."""
        values = ((tr("Lot"), work.lot), (tr("Work order"), work.work_order), (tr("Side"), work.side))
        text = " · ".join(f"{word} {value}" for word, value in values if value)
        self.work.setText(text)
        self.work.setVisible(bool(text))

    def set_location_history(
        self, memories: Sequence[LocationHistory], on_parts: Sequence[LocationHistory | None] = ()
    ) -> None:
        """Show earlier judgments at the location and on the part of each region, in region order."""
        self._memories, self._on_parts = memories, on_parts
        self._show_memory()

    def _show_reasons(self) -> None:
        """Say how the selected region, or else the first, differs from normal boards."""
        row = max(self.regions.selected_region(), 0)
        regions = self._shown.inspection.shown_regions if self._shown is not None and not self._hidden else ()
        reasons: Sequence[Reason] = regions[row].reasons if row < len(regions) else ()
        if reasons and row < len(self._explained):
            reasons = self._explained[row]
        lines = [translated_lines(map(reason_message, reasons))] if reasons else []
        opinions = advice(self._shown.inspection) if self._shown is not None and regions else ()
        if row < len(opinions) and opinions[row].cleared:
            lines.append(gate_text(opinions[row]))
        self.reasons.setVisible(bool(lines))
        self.reasons.setText("\n".join([tr("Region {n}:").format(n=row + 1), *lines]) if lines else "")

    def _show_memory(self) -> None:
        row = max(self.regions.selected_region(), 0)
        self.memory.setVisible(row < len(self._memories))
        if row < len(self._memories):
            found = self._memories[row]
            text = tr("Region {n}, earlier judgments here: false calls {calls}, defects {defects}, other {others}")
            if not found.boards:
                text = tr("Region {n}: nothing judged here before")
            text = text.format(n=row + 1, calls=found.false_calls, defects=found.defects, others=found.others)
            if found.unplaced:
                text = f"{text}; {tr('NG boards, place not said: {n}').format(n=grouped(found.unplaced))}"
            self.memory.setText("\n".join(filter(None, (text, self._part_memory(row)))))

    def _part_memory(self, row: int) -> str:
        """Earlier judgments of regions on the same part; empty where they are those of the place."""
        part = self._parts[row] if row < len(self._parts) else None
        found = self._on_parts[row] if row < len(self._on_parts) else None
        if part is None or found is None or not found.boards or found == self._memories[row]:
            return ""
        text = tr("On {part} as a whole: false calls {calls}, defects {defects}, other {others}")
        return text.format(
            part=printable(part.ref_des), calls=found.false_calls, defects=found.defects, others=found.others
        )

    def restore_from(self, before: DetailsPane) -> None:
        """Copy the unsaved judgment from another pane."""
        self.regions.set_judgments(before.regions.judgments())
        self.regions.select_region(before.regions.selected_region())
        self.set_location_history(before._memories, before._on_parts)
        self.code.set_defect_code(before.code.defect_code())
        self.comment.setText(before.comment.text())

    def lock(self) -> None:
        """Disable judging while the pictures of the next board are loading."""
        self.judgment.set_allowed(frozenset())

    def refresh(self) -> None:
        """Redraw after a change of theme."""
        self.score.refresh()
        self.regions.refresh()
        self.judgment.refresh()
        text = self.further.text()
        self.further.clear()  # # rich text takes the colour of its link when it is set
        self.further.setText(text)


def _standing(judgment: Judgment | None, refusal: str) -> str:
    """The present judgment of the board, and whether it can be corrected."""
    if judgment is None:
        return refusal
    word, who = tr(formatting.JUDGMENT_WORDS[judgment.kind]), judgment.operator or "?"
    if refusal:
        return tr("Judgment of {who}: {word}.").format(word=word, who=who) + f" {refusal}"
    return tr("Judgment of {who}: {word}. Judge again to correct it.").format(word=word, who=who)


def _regions_word(number: int) -> str:
    return tr("1 region") if number == 1 else tr("{n} regions").format(n=grouped(number))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule


def judging_refusal(login: LoginSession, item: ReviewItem) -> str:
    """The reason why the person may not judge a board; who is not logged in is asked for the name first."""
    if not login.name:
        return ""
    others = item.judgment is not None and item.judgment.operator != login.name
    return refusal(login, Permission.JUDGE) or (refusal(login, Permission.CORRECT_OTHERS) if others else "")

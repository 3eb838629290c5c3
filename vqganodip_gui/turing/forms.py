"""Window with the forms of a session: consent, instructions, questionnaire, pause and end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip.errors import Message
from vqganodip.turing.session.ports import Scene, SceneKind
from vqganodip.turing.study.protocol import TuringProtocol
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing import texts
from vqganodip_gui.widgets.number_field import NumberField

_WIDTH: Final = 920


class Form(QScrollArea):
    """One page: a title, paragraphs, whatever else; it scrolls where the screen is small."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("sessionForm")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ground = QWidget()
        ground.setObjectName("sessionGround")
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(sheet)
        self.column.setSpacing(16)
        self.title = QLabel(title)
        self.title.setObjectName("sessionTitle")
        self.title.setWordWrap(True)
        self.column.addWidget(self.title)
        row = QHBoxLayout(ground)
        row.setContentsMargins(32, 24, 32, 24)
        row.addStretch(1)
        row.addWidget(sheet, 20, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setWidget(ground)

    def say(self, text: str) -> QLabel:
        """One paragraph more."""
        label = QLabel(text)
        label.setObjectName("sessionText")
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def add_buttons(self, *buttons: QPushButton) -> None:
        """The buttons at the lower end."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName("sessionButton")
    button.setAutoDefault(True)
    return button


class ConsentForm(Form):
    """Text, two ticks, and the hash of what was read."""

    accepted = Signal(str)

    def __init__(self, participant: str, protocol: TuringProtocol, practice: int) -> None:
        super().__init__(tr("Consent"))
        paragraphs = texts.consent_paragraphs(participant, protocol, practice)
        ticks = texts.consent_ticks()
        self.sha256 = texts.consent_sha256(paragraphs, ticks)
        for paragraph in paragraphs:
            self.say(paragraph)
        self.ticks = []
        for sentence in ticks:
            row = QHBoxLayout()
            tick = QCheckBox()
            tick.setObjectName("sessionTick")
            tick.setAccessibleName(sentence)
            words = QLabel(sentence)
            words.setObjectName("sessionText")
            words.setWordWrap(True)
            words.setBuddy(tick)
            row.addWidget(tick)
            row.addWidget(words, 1)
            self.column.addLayout(row)
            self.ticks.append(tick)
            tick.toggled.connect(self._ticked)
        self.button = _button(tr("I agree"))
        self.button.setEnabled(False)
        self.button.clicked.connect(lambda: self.accepted.emit(self.sha256))
        self.hint = self.say(tr("Tab moves to the next field; the space bar ticks it."))
        self.hint.setObjectName("sessionHint")
        self.add_buttons(self.button)
        self.setFocusProxy(self.ticks[0])

    def _ticked(self) -> None:
        self.button.setEnabled(all(tick.isChecked() for tick in self.ticks))


class InstructionsForm(Form):
    """Instructions with the keys of this participant."""

    def __init__(self, protocol: TuringProtocol, keys: Mapping[str, str]) -> None:
        super().__init__(tr("What to do"))
        first, second, *others = texts.instruction_paragraphs(protocol, keys)
        self.say(first)
        self.say(second)
        for key in sorted(keys):
            row = QHBoxLayout()
            row.setSpacing(16)
            cap = QLabel(key)
            cap.setObjectName("sessionKey")
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words = QLabel(texts.meaning(keys[key]))
            words.setObjectName("sessionText")
            row.addSpacing(24)
            row.addWidget(cap)
            row.addWidget(words, 1)
            self.column.addLayout(row)
        for paragraph in others:
            self.say(paragraph)
        self.say(tr("Press the space bar to begin the practice.")).setObjectName("sessionTitle")


class DebriefForm(Form):
    """The fixed questionnaire."""

    submitted = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Almost done: four questions"))
        self.fields: dict[str, QPlainTextEdit] = {}
        self.share = NumberField(-1, 100)
        for name, question in texts.debrief_questions().items():
            label = self.say(question)
            field: QWidget
            if name == "share_of_fakes":
                field = self.share
                self.share.setObjectName("sessionField")
                self.share.setSpecialValueText(tr("no idea"))
                self.share.setFixedWidth(280)
            else:
                field = text = QPlainTextEdit()
                text.setObjectName("sessionField")
                text.setTabChangesFocus(True)
                text.setFixedHeight(76)
                self.fields[name] = text
            field.setAccessibleName(question)
            label.setBuddy(field)
            self.column.addWidget(field)
        button = _button(tr("Send and finish"))
        button.clicked.connect(lambda: self.submitted.emit(self.answers()))
        self.add_buttons(button)
        self.button = button
        self.setFocusProxy(self.fields["strategy"])

    def answers(self) -> dict[str, str]:
        """Return the answers by question; ``n/a`` for questions that were not answered."""
        share = self.share.whole()
        found = {name: field.toPlainText().strip() or "n/a" for name, field in self.fields.items()}
        return {"share_of_fakes": "n/a" if share < 0 else str(share), **found}


class OperatorForm(Form):
    """Form shown while the session is paused; only the operator's PIN continues it."""

    continue_requested = Signal(bool)
    ended = Signal(str)

    def __init__(self, pin_fits: Callable[[str], bool]) -> None:
        super().__init__(tr("The session is paused"))
        self._pin_fits = pin_fits
        self.notice = self.say("")
        self.say(tr("Please call the operator. Your answers are safe."))
        self.pin = QLineEdit()
        self.pin.setObjectName("sessionField")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setPlaceholderText(tr("Operator: PIN of this session"))
        self.pin.setAccessibleName(tr("Operator: PIN of this session"))
        self.reason = QLineEdit()
        self.reason.setObjectName("sessionField")
        self.reason.setPlaceholderText(tr("Why does the session end? (only for ending it)"))
        self.reason.setAccessibleName(tr("Why does the session end? (only for ending it)"))
        self.message = self.say("")
        self.message.setObjectName("sessionHint")
        for field in (self.pin, self.reason):
            self.column.addWidget(field)
        self.continued = _button(tr("Continue"))
        self.shortened = _button(tr("Continue without the rest of the break (is recorded)"))
        self.end = _button(tr("End the session"))
        self.continued.clicked.connect(lambda: self._with_pin(lambda: self.continue_requested.emit(False)))
        self.shortened.clicked.connect(lambda: self._with_pin(lambda: self.continue_requested.emit(True)))
        self.end.clicked.connect(lambda: self._with_pin(lambda: self.ended.emit(self.reason.text().strip())))
        self.pin.returnPressed.connect(self.continued.click)
        self.add_buttons(self.continued, self.end)
        self.add_buttons(self.shortened)
        self.setFocusProxy(self.pin)

    def ask(self, notice: Message | None, *, in_break: bool) -> None:
        """Show why the session is paused."""
        self.notice.setText(translated(notice) if notice else "")
        self.message.clear()
        self.pin.clear()
        self.shortened.setVisible(in_break)

    def _with_pin(self, act: Callable[[], None]) -> None:
        if self._pin_fits(self.pin.text()):
            self.pin.clear()
            act()
            return
        self.message.setText(tr("This is not the PIN of this session."))
        self.pin.clear()
        self.pin.setFocus()


class EndForm(Form):
    """Done, or ended."""

    left = Signal()

    def __init__(self, title: str, *paragraphs: str) -> None:
        super().__init__(title)
        for paragraph in paragraphs:
            self.say(paragraph)
        self.button = _button(tr("Close"))
        self.button.clicked.connect(self.left)
        self.add_buttons(self.button)
        self.setFocusProxy(self.button)


class Forms(QWidget):
    """Full-screen window with all forms of one session."""

    pressed = Signal(QKeyEvent)
    released = Signal(QKeyEvent)

    def __init__(
        self,
        participant: str,
        protocol: TuringProtocol,
        practice: int,
        keys: Mapping[str, str],
        pin_fits: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self.setObjectName("sessionWindow")
        self.setWindowTitle("VQGanoDIP")
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.consent = ConsentForm(participant, protocol, practice)
        self.instructions = InstructionsForm(protocol, keys)
        self.debrief = DebriefForm()
        self.operator = OperatorForm(pin_fits)
        self.done = EndForm(
            tr("Thank you"), tr("That was all. Your answers are kept."), tr("Please call the operator.")
        )
        self.aborted = EndForm(tr("The session has been ended"), tr("Please call the operator."))
        self._pages: dict[SceneKind, Form] = {
            SceneKind.CONSENT: self.consent,
            SceneKind.INSTRUCTIONS: self.instructions,
            SceneKind.DEBRIEF: self.debrief,
            SceneKind.INTERRUPTED: self.operator,
            SceneKind.DONE: self.done,
            SceneKind.ABORTED: self.aborted,
        }
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.problem = QLabel(self)
        self.problem.setObjectName("sessionProblem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        column.addWidget(self.problem)

    def show_form(self, kind: SceneKind) -> None:
        """Show a page and give it the keyboard focus."""
        self.problem.hide()
        page = self._pages[kind]
        self.stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, scene: Scene, *, in_break: bool = False) -> None:
        """Show the form of a scene."""
        if scene.kind is SceneKind.INTERRUPTED:
            self.operator.ask(scene.notice, in_break=in_break)
        self.show_form(scene.kind)

    def show_problem(self, text: str) -> None:
        """Show a problem on the current page."""
        self.problem.setText(text)
        self.problem.show()

    def kind(self) -> SceneKind:
        """The page that is up."""
        return next(kind for kind, page in self._pages.items() if page is self.stack.currentWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.released.emit(event)


__all__ = ["ConsentForm", "DebriefForm", "EndForm", "Form", "Forms", "InstructionsForm", "OperatorForm"]

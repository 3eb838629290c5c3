"""Texts that the surface shows between the images, drawn as images themselves: ready, and the time left of a break."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)

from vqganodip.turing.session.ports import Scene, SceneKind
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.pixel_alignment import BACKGROUND

_INK: Final = QColor(0, 0, 0)
_POINTS: Final = 22.0
_CLOCK_POINTS: Final = 40.0
_WIDTH: Final = 900.0


def sheet_text(scene: Scene) -> str:
    """Return the text of a scene; empty for grey and images, mm:ss during a break."""
    if scene.kind is SceneKind.READY:
        title = (tr("Practice: nothing counts yet."), tr("First part."), tr("Second and last part."))[scene.block]
        return "\n\n".join(
            (
                title,
                tr("Press the space bar when you are ready."),
                tr("The screen stays empty for a few seconds, then the first image appears."),
            )
        )
    if scene.kind is SceneKind.BREAK:
        left = f"{scene.seconds_left // 60:02d}:{scene.seconds_left % 60:02d}"
        return left if scene.seconds_left else tr("The break is over.\n\nPress the space bar to continue.")
    return ""


def sheet(scene: Scene, size: QSize, ratio: float) -> QImage | None:
    """The sheet in device pixels, pixel ratio 1; None when the scene has no text.

    Args:
        scene: What is to be shown.
        size: Of the surface in device pixels, which the sheet does not exceed.
        ratio: Device pixels per logical pixel: the text is as large as other texts at this scaling.
    """
    text = sheet_text(scene)
    if not text:
        return None
    clock = scene.kind is SceneKind.BREAK and scene.seconds_left > 0
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_CLOCK_POINTS if clock else _POINTS)
    document = QTextDocument()
    document.setDefaultFont(font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    document.setDefaultTextOption(option)
    document.setPlainText(text)
    document.setTextWidth(min(_WIDTH, size.width() / ratio))
    wide, high = (min(side, limit) for side, limit in zip(_whole(document, ratio), size.toTuple(), strict=True))
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(*BACKGROUND))
    painter = QPainter(image)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, _INK)  # the same in every theme
    document.documentLayout().draw(painter, context)
    painter.end()
    image.setDevicePixelRatio(1.0)
    return image


def _whole(document: QTextDocument, ratio: float) -> tuple[int, int]:
    return int(document.size().width() * ratio), int(document.size().height() * ratio) + 1


__all__ = ["sheet", "sheet_text"]

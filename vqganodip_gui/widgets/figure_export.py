"""Export of plots as PNG and SVG, and of their figures as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from vqganodip.errors import ExportError, message
from vqganodip.export.judgments_csv import guarded
from vqganodip.files import export_file
from vqganodip.review.shift_statistics import ShiftStatistics
from vqganodip_gui.widgets.theme import colour

FORMATS: Final = (".png", ".svg", ".csv")
_FINE: Final = 2
"""Pixels of the PNG per screen pixel, for printing."""


def save_drawing(drawn: QGraphicsView | QWidget, path: Path) -> None:
    """Write a drawing; the file is complete or absent.

    Raises:
        ExportError: The ending is neither .png nor .svg, or the file cannot be written.
    """
    if path.suffix.lower() == ".svg":
        data = _svg(drawn)
    elif path.suffix.lower() == ".png":
        data = _png(drawn)
    else:
        raise ExportError(
            "figure-format-unknown",
            "a drawing cannot be written as {kind}",
            where=path,
            todo="Give a name that ends in .png, .svg or .csv.",
            kind=path.suffix or message("figure-without-ending", "a file without an ending"),
        )
    export_file(path, data)


def figures_csv(figures: ShiftStatistics) -> bytes:
    """The figures of a shift as CSV: value, unit, what is counted, and denominator (RFC 4180, UTF-8)."""
    boards = figures.boards
    rows: list[tuple[str, str, object, str, object]] = [
        ("boards judged", "", boards, "boards", None),
        ("review time", "median", figures.seconds_per_board, "s a board", boards),
        ("flagged by the machine", "", figures.flagged, "boards", boards),
        ("false calls", "", figures.false_calls, "boards", boards),
        ("false calls a board", "", figures.false_calls_per_board, "boards / boards judged", boards),
        ("false calls", "ppm of boards judged", figures.false_call_ppm, "ppm", boards),
        ("confirmed defects", "", figures.defects, "boards", boards),
        ("doubtful", "", figures.doubtful, "boards", boards),
        ("passed by the machine, judged NG", "", figures.escapes, "boards", boards),
        ("kappa of person and machine", "", figures.machine_kappa, "", boards),
        ("kappa of two people", "", figures.operator_kappa, "", figures.second_opinions),
    ]
    rows += [("confirmed defects by code", code, n, "boards", figures.defects) for code, n in figures.by_code]
    rows.append(("NG boards, place not said", "", figures.unplaced, "boards", figures.defects))
    for name, defects, calls in figures.by_place:
        rows.append(("defects by place", name, defects, "boards", boards))
        rows.append(("false calls by place", name, calls, "boards", boards))
    for of, named in (("part", figures.by_part), ("package", figures.by_package)):
        for name, defects, calls in named:
            rows.append((f"defects by {of}", name, defects, "boards", boards))
            rows.append((f"false calls by {of}", name, calls, "boards", boards))
    for hour in figures.by_hour:
        begins = hour.begins.isoformat(timespec="minutes")
        rows.append(("boards judged by hour", begins, hour.boards, "boards", boards))
        rows.append(("false calls by hour", begins, hour.false_calls, "boards", hour.boards))
        rows.append(("defects by hour", begins, hour.defects, "boards", hour.boards))
        rows.append(("review time by hour", begins, hour.seconds_per_board, "s a board", hour.boards))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("figure", "of", "value", "unit", "denominator"))
    for figure, of, value, unit, denominator in rows:
        writer.writerow((figure, guarded(of), "" if value is None else value, unit, denominator))
    return out.getvalue().encode("utf-8", "backslashreplace")


def _png(drawn: QGraphicsView | QWidget) -> bytes:
    size = drawn.size() * _FINE
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour("surface"))
    painter = QPainter(image)
    _draw(drawn, painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _svg(drawn: QGraphicsView | QWidget) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(drawn.size())
    generator.setViewBox(drawn.rect())
    painter = QPainter(generator)
    painter.fillRect(drawn.rect(), colour("surface"))
    _draw(drawn, painter, QRectF(drawn.rect()))
    painter.end()
    return bytes(buffer.data().data())


def _draw(drawn: QGraphicsView | QWidget, painter: QPainter, place: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(drawn, QGraphicsView):
        drawn.render(painter, place, drawn.rect(), Qt.AspectRatioMode.IgnoreAspectRatio)
    else:
        painter.scale(place.width() / drawn.width(), place.height() / drawn.height())
        drawn.render(painter, QPoint())

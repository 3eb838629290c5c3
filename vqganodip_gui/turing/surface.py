"""Screen of the participant: one image on neutral grey, aligned to device pixels, with display times.

``GlSurface`` stamps the swap of the buffers; ``RasterSurface`` takes its place where there is no OpenGL and stamps the
end of painting, which the screen follows within a frame. The data say which one it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QExposeEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QOffscreenSurface,
    QOpenGLContext,
    QPaintDeviceWindow,
    QPainter,
    QPaintEvent,
    QRasterWindow,
    QScreen,
    QSurfaceFormat,
    QWindow,
)
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLPaintDevice, QOpenGLWindow

from vqganodip_gui.turing.pixel_alignment import BACKGROUND, Placement, centred, paint

_GL_RENDERER: Final = 0x1F01


@dataclass(frozen=True, slots=True)
class Stamp:
    """Moments of ``time.perf_counter``: asked for, painting begun, on the screen as far as can be known."""

    asked: float
    begun: float
    seen: float


Done = Callable[[Stamp], None]


class Surface(Protocol):
    """A window that shows one image, or nothing."""

    source: str
    renderer: str

    def present(self, image: QImage | None, done: Done) -> None:
        """Show an image of pixel ratio 1 at the centre on grey; only grey without an image."""

    def window(self) -> QWindow:
        """The window itself."""

    def device_size(self) -> QSize:
        """Its size in device pixels."""

    def where(self, image: QImage) -> Placement:
        """Return the placement of an image in device pixels; TuringError if it is larger than the screen."""


class _Picture:
    """Image on the surface and the pending callback, shared by both surfaces."""

    def __init__(self) -> None:
        self.image: QImage | None = None
        self.asked = self.begun = 0.0
        self.done: Done | None = None

    def ask(self, image: QImage | None, done: Done) -> None:
        self.image, self.done, self.asked, self.begun = image, done, time.perf_counter(), 0.0

    def seen(self) -> None:
        done, self.done = self.done, None
        if done is not None:
            done(Stamp(self.asked, self.begun, time.perf_counter()))


def _flush(window: QWindow) -> None:
    """Paint immediately rather than at the next event of the window system, which costs up to a frame."""
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))


if TYPE_CHECKING:
    _PaintedWindow = QPaintDeviceWindow
else:
    _PaintedWindow = object  # a mixin: the Qt window is the second base of each surface


class _SurfaceWindow(_PaintedWindow):
    """Behaviour that the surfaces share; subclasses paint and report when the image was on the screen."""

    pressed = Signal(QKeyEvent)
    released = Signal(QKeyEvent)
    obscured = Signal()
    _picture: _Picture

    def present(self, image: QImage | None, done: Done) -> None:
        self._picture.ask(image, done)
        self.update()
        _flush(self)
        self._report_painted()

    def window(self) -> QWindow:
        return self

    def device_size(self) -> QSize:
        return _device_size(self)

    def where(self, image: QImage) -> Placement:
        size = self.device_size()
        return centred(image.width(), image.height(), size.width(), size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.released.emit(event)

    def exposeEvent(self, event: QExposeEvent) -> None:
        super().exposeEvent(event)
        if self.isExposed():
            self._report_painted()
        else:
            self.obscured.emit()

    def _report_painted(self) -> None:
        """Report the moment after painting, where it is the best estimate of the moment on the screen."""


class GlSurface(_SurfaceWindow, QOpenGLWindow):
    """Surface of a session: full screen, double buffered, stamped when the buffers were swapped."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(QOpenGLWindow.UpdateBehavior.NoPartialUpdate)
        self.source = "swap"
        self.renderer = ""
        self._picture = _Picture()
        _dress(self, screen)
        self.frameSwapped.connect(self._swapped)

    def warm(self, image: QImage) -> None:
        """Load the image into the memory of the graphics card by drawing it off screen."""
        if not self.isValid():
            return
        self.makeCurrent()
        hidden = QOpenGLFramebufferObject(QSize(2, 2))
        hidden.bind()
        device = QOpenGLPaintDevice(QSize(2, 2))
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(0, 0, image)
        painter.end()
        hidden.release()
        self.context().functions().glFinish()
        self.doneCurrent()

    def initializeGL(self) -> None:
        found = self.context().functions().glGetString(_GL_RENDERER)
        self.renderer = found if isinstance(found, str) else str(found)

    def paintGL(self) -> None:
        picture = self._picture
        picture.begun = time.perf_counter()
        # a device of its own in whole device pixels: the window system never scales the image
        device = QOpenGLPaintDevice(self.device_size())
        painter = QPainter(device)
        _draw(painter, picture.image, self.device_size())
        painter.end()

    def _swapped(self) -> None:
        if self._picture.begun:
            self.context().functions().glFinish()  # where the driver queues frames, this waits for the swap itself
            self._picture.seen()


class RasterSurface(_SurfaceWindow, QRasterWindow):
    """Surface without OpenGL; its moments are those of painting."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__()
        self.source = "repaint"
        self.renderer = "raster"
        self._picture = _Picture()
        _dress(self, screen)

    def warm(self, image: QImage) -> None:
        """Do nothing: painting reads the image from memory."""

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._picture
        picture.begun = time.perf_counter()
        ratio = self.devicePixelRatio()
        painter = QPainter(self)
        if picture.image is None:
            paint(painter, None, Placement(0, 0, 0, 0), ratio)
        else:
            shown = QImage(picture.image)  # shares the pixels; only the ratio is its own
            shown.setDevicePixelRatio(ratio)
            paint(painter, shown, self.where(picture.image), ratio)
        painter.end()

    def _report_painted(self) -> None:
        if self._picture.begun:
            self._picture.seen()


def open_surface(screen: QScreen, *, raster: bool = False) -> GlSurface | RasterSurface:
    """The best surface that this machine has.

    Args:
        screen: Of the participant.
        raster: Takes the fallback even where there is OpenGL.
    """
    return RasterSurface(screen) if raster or not has_opengl() else GlSurface(screen)


def has_opengl() -> bool:
    """Return True if an OpenGL context can be created; a window without one would end the process."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    context, probe = QOpenGLContext(), QOffscreenSurface()
    probe.create()
    works = context.create() and probe.isValid() and context.makeCurrent(probe)
    if works:
        context.doneCurrent()
    probe.destroy()
    return bool(works)


def _dress(window: QWindow, screen: QScreen) -> None:
    form = QSurfaceFormat()
    form.setSwapBehavior(QSurfaceFormat.SwapBehavior.DoubleBuffer)
    form.setSwapInterval(1)
    form.setSamples(0)
    window.setFormat(form)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setTitle("VQGanoDIP")
    window.setCursor(QCursor(Qt.CursorShape.BlankCursor))
    window.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)


def _device_size(window: QWindow) -> QSize:
    ratio = window.devicePixelRatio()
    return QSize(round(window.width() * ratio), round(window.height() * ratio))


def _draw(painter: QPainter, image: QImage | None, size: QSize) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.fillRect(0, 0, size.width(), size.height(), QColor(*BACKGROUND))
    if image is not None:
        where = centred(image.width(), image.height(), size.width(), size.height())
        painter.drawImage(where.x, where.y, image)


__all__ = ["GlSurface", "RasterSurface", "Stamp", "Surface", "has_opengl", "open_surface"]

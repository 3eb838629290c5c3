"""The real display of a session: images and grey on the surface, forms on their own window, moments as they were."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from vqganodip.errors import VqganodipError
from vqganodip.turing.session.ports import Scene, SceneKind, Shown
from vqganodip_gui.turing.stimuli import Ready, Stimuli
from vqganodip_gui.turing.surface import GlSurface, RasterSurface, Stamp
from vqganodip_gui.turing.text_screens import sheet

FORMS: Final = frozenset(
    {
        SceneKind.CONSENT,
        SceneKind.INSTRUCTIONS,
        SceneKind.DEBRIEF,
        SceneKind.INTERRUPTED,
        SceneKind.DONE,
        SceneKind.ABORTED,
    }
)
"""Scenes with fields and buttons; the others are on the surface, where every frame is stamped."""


class RealDisplay(QObject):
    """Display of a session on the screen of the participant.

    Args:
        surface: Full screen on the participant's screen.
        stimuli: Gives the images, ready or not.
        forms: Shows a scene of FORMS, and hides them again for None.
        refresh_hz: As measured; frames are counted by it.
        failed: Called with an image that cannot be shown.
        parent: Owner.
    """

    def __init__(
        self,
        surface: GlSurface | RasterSurface,
        stimuli: Stimuli,
        forms: Callable[[Scene | None], None],
        refresh_hz: float,
        failed: Callable[[VqganodipError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.surface = surface
        self._stimuli = stimuli
        self._forms = forms
        self._refresh_hz = refresh_hz
        self._failed = failed
        self.dropped = 0
        self.longest_ms = 0.0
        self._waiting: tuple[Scene, Callable[[Shown], None]] | None = None
        stimuli.arrived.connect(self._arrived)

    def prepare(self, stimuli: Sequence[str]) -> None:
        self._stimuli.prepare(stimuli)

    def show(self, scene: Scene, done: Callable[[Shown], None]) -> None:
        self._waiting = None
        if scene.kind in FORMS:
            self._forms(scene)
            self._put(None, _ignore_timing)
            return
        if scene.kind is SceneKind.STIMULUS:
            self._show_image(scene, done)
            return
        self._forms(None)
        ratio = self.surface.devicePixelRatio()
        self._put(sheet(scene, self.surface.device_size(), ratio), lambda stamp: done(self._shown(stamp, 0.0)))

    def _show_image(self, scene: Scene, done: Callable[[Shown], None]) -> None:
        try:
            ready = self._stimuli.ready(scene.stimulus)
            if ready is not None:
                self.surface.where(ready.image)
        except VqganodipError as error:
            self._failed(error)
            return
        if ready is None:  # it comes late, and the session judges by its own clock how late is too late
            self._waiting = (scene, done)
            return
        self._put_ready(ready, done)

    def _put_ready(self, ready: Ready, done: Callable[[Shown], None]) -> None:
        self._put(ready.image, lambda stamp: done(self._shown(stamp, ready.decode_ms)))

    def _put(self, image: QImage | None, done: Callable[[Stamp], None]) -> None:
        self.surface.present(image, done)

    def _arrived(self, stimulus: str) -> None:
        if self._waiting is not None and self._waiting[0].stimulus == stimulus:
            self.show(*self._waiting)
            return
        with suppress(VqganodipError):  # said when it is its turn
            ready = self._stimuli.ready(stimulus)
            if ready is not None:
                self.surface.warm(ready.image)

    def _shown(self, stamp: Stamp, decode_ms: float) -> Shown:
        took = stamp.seen - stamp.asked
        frames = math.ceil(took * self._refresh_hz) if self._refresh_hz > 0 else 1
        self.dropped += max(0, frames - 1)
        self.longest_ms = max(self.longest_ms, 1000.0 * took)
        return Shown(
            at=stamp.seen,
            source=self.surface.source,
            decode_ms=decode_ms,
            queue_lag_ms=1000.0 * (stamp.begun - stamp.asked),
            frame_ms=1000.0 * took,
            frames_dropped=max(0, frames - 1),
        )


def _ignore_timing(_: Stamp) -> None:
    """Forms have no moment."""


__all__ = ["FORMS", "RealDisplay"]

"""The images of a session, made ready away from the thread that shows them, a few at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from vqganodip.errors import TuringError, VqganodipError
from vqganodip.types import Image
from vqganodip_gui.turing.pixel_alignment import prepared

_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class Ready:
    """An image that can be shown at once.

    Attributes:
        image: In the format of the screen, its pixel ratio 1: one image pixel is one device pixel.
        decode_ms: What reading, checking and converting it took.
    """

    image: QImage
    decode_ms: float


class Stimuli(QObject):
    """Loader that reads, verifies and converts images in a thread.

    Args:
        read: The pixels of an opaque id, uint8 H×W×3; refuses what is not what was sealed. Called in the thread.
        parent: Owner.

    Signals:
        arrived: An image is ready, or failed; its id.
    """

    arrived = Signal(str)
    _finished = Signal(str)

    def __init__(self, read: Callable[[str], Image], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._window_thread = threading.get_ident()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="stimuli")
        self._wanted: dict[str, Future[Ready]] = {}
        self.decoded_in: set[int] = set()
        self._finished.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def prepare(self, stimuli: Sequence[str]) -> None:
        """These come next; older ones are dropped once there are more than a few."""
        for stimulus in stimuli:
            if stimulus not in self._wanted:
                future = self._pool.submit(self._make, stimulus)
                self._wanted[stimulus] = future
                future.add_done_callback(lambda _future, name=stimulus: self._finished.emit(name))  # type: ignore[misc]
        while len(self._wanted) > max(_KEPT, len(stimuli)):
            del self._wanted[next(iter(self._wanted))]

    def ready(self, stimulus: str) -> Ready | None:
        """The image if it is ready; None while it is being made, which never blocks.

        Raises:
            TuringError: It could not be read, or is not what was sealed.
        """
        future = self._wanted.get(stimulus)
        if future is None:
            self.prepare([stimulus])
            return None
        if not future.done():
            return None
        error = future.exception()
        if isinstance(error, VqganodipError):
            raise error
        if error is not None:
            raise TuringError(
                "stimulus-not-shown",
                "an image cannot be shown ({error})",
                where=stimulus,
                todo="Check the study.",
                error=str(error),
            ) from error
        return future.result()

    def close(self) -> None:
        """Wait for the image being decoded and drop the others."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._wanted.clear()

    def _make(self, stimulus: str) -> Ready:
        thread = threading.get_ident()
        assert thread != self._window_thread, "an image is decoded in the thread of the window"
        self.decoded_in.add(thread)
        begin = time.perf_counter()
        image = prepared(self._read(stimulus))
        return Ready(image, 1000.0 * (time.perf_counter() - begin))

    @Slot(str)
    def _tell(self, stimulus: str) -> None:
        if stimulus in self._wanted:  # neither dropped nor closed in the meantime
            self.arrived.emit(stimulus)


__all__ = ["Ready", "Stimuli"]

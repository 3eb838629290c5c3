"""The panels of inspected boards as files: lossless PNG, difference maps in 16 bit.

    panels/<first two digits>/<key>/original.png  reconstruction.png  raw.png
        [weighted.png  standardised.png  foreign.png]

A folder appears whole or not at all: it is written beside its place and renamed. Panels can be made again from the
image and the bundle, so they are not forced onto the disk; every read checks the checksums inside the files.
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import tempfile
import threading
import uuid
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import StoreError
from vqganodip.records import Inspection, Panels, Weighting
from vqganodip.types import Map

__all__ = ["PanelStore", "panel_key"]

_AGAIN: Final = "Inspect the board again to make its panels anew."
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DEPTH: Final = 65535.0


def panel_key(inspection: Inspection) -> str:
    """The name under which panels are kept: 64 hex digits from the image's and the bundle's hash."""
    return hashlib.sha256(f"{inspection.sha256}\n{inspection.bundle_sha256}".encode()).hexdigest()


class PanelStore:
    """Keeps the panels of inspections in a folder. Safe to use from several threads.

    Args:
        folder: Where they go; it is made when the first panels are written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._turn = threading.Lock()  # a reader never meets a set that is being replaced

    def write(self, key: str, panels: Panels) -> None:
        """Keeps the panels of a board; panels kept before under this key are replaced.

        Pictures come back bit by bit; difference maps (clipped to [0, 1]) come back within 1/131070.

        Raises:
            StoreError: The folder cannot be written, or the panels are not uint8 pictures and finite maps.
        """
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh = Path(tempfile.mkdtemp(prefix=f".{key[:8]}-", dir=place.parent))
            try:
                for name, pixels in _pictures(panels, place).items():
                    (fresh / f"{name}.png").write_bytes(_encoded(pixels, place))
                with self._turn:
                    old = _swap(fresh, place)
                shutil.rmtree(old, ignore_errors=True)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
        except OSError as error:
            raise StoreError(
                f"the panels cannot be written ({error.strerror or error})",
                where=place,
                todo="Check the free space and the permissions of the workspace.",
            ) from error

    def read(self, key: str) -> Panels | None:
        """The panels of a board; None when none are kept.

        Raises:
            StoreError: A file is missing from the set, damaged or cannot be read.
        """
        place = self._place(key)
        with self._turn:
            if not place.is_dir():
                return None
            maps = [w for w in Weighting if w is Weighting.RAW or (place / f"{w.value}.png").exists()]
            files = [place / f"{name}.png" for name in ("original", "reconstruction", *(w.value for w in maps))]
            contents = [_content(file) for file in files]
        with ThreadPoolExecutor(max_workers=len(files)) as pool:
            original, reconstruction, *differences = pool.map(_decoded, contents, files)
        return Panels(
            original=_as_picture(original, files[0]),
            reconstruction=_as_picture(reconstruction, files[1]),
            differences={w: _as_map(d, f) for w, d, f in zip(maps, differences, files[2:], strict=True)},
        )

    def _place(self, key: str) -> Path:
        if len(key) != 64 or any(c not in "0123456789abcdef" for c in key):
            raise StoreError("that is not a panel key", where=key, todo="Use panel_key(inspection).")
        return self.folder / key[:2] / key


def _pictures(panels: Panels, where: Path) -> dict[str, NDArray[Any]]:
    pictures: dict[str, NDArray[Any]] = {"original": panels.original, "reconstruction": panels.reconstruction}
    for name, picture in pictures.items():
        if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3 or picture.size == 0:
            raise StoreError(f"the {name} is not a uint8 H×W×3 picture", where=where, todo=_AGAIN)
    if Weighting.RAW not in panels.differences:
        raise StoreError("the raw difference map is missing", where=where, todo=_AGAIN)
    for weighting, difference in panels.differences.items():
        if difference.ndim != 2 or difference.size == 0 or not np.isfinite(difference).all():
            raise StoreError(f"the {weighting.value} difference map is not finite H×W", where=where, todo=_AGAIN)
        pictures[weighting.value] = np.rint(np.clip(difference, 0.0, 1.0) * _DEPTH).astype(np.uint16)
    return pictures


def _encoded(pixels: NDArray[Any], where: Path) -> bytes:
    import cv2

    # Run lengths only: on camera pictures smaller than the fastest general search, and quicker to read back.
    fast = [cv2.IMWRITE_PNG_COMPRESSION, 1, cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE]
    turned = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR) if pixels.ndim == 3 else pixels
    done, data = cv2.imencode(".png", turned, fast)
    if not done:
        raise StoreError("a panel cannot be encoded as PNG", where=where, todo=_AGAIN)
    return bytes(data.tobytes())


def _swap(fresh: Path, place: Path) -> Path:
    """Puts the new folder in place, and returns where a folder that was there before has been moved to."""
    old = place.with_name(f".old-{uuid.uuid4().hex}")
    with suppress(FileNotFoundError):
        place.replace(old)
    fresh.replace(place)
    return old


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise StoreError(f"a panel cannot be read ({error.strerror or error})", where=file, todo=_AGAIN) from error


def _decoded(data: bytes, file: Path) -> NDArray[Any]:
    import cv2

    _check_png(data, file)
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise StoreError("a panel is damaged", where=file, todo=_AGAIN)
    decoded: NDArray[Any] = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB)
    return decoded


def _check_png(data: bytes, file: Path) -> None:
    """Checks every chunk's checksum: decoders show half a picture rather than refuse it."""
    at, view = len(_SIGNATURE), memoryview(data)
    whole = data.startswith(_SIGNATURE)
    kind = b""
    while whole and kind != b"IEND":
        if at + 12 > len(data):
            whole = False
            break
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 8 + length
        kind = data[at + 4 : at + 8]
        whole = end + 4 <= len(data) and zlib.crc32(view[at + 4 : end]) == struct.unpack_from(">I", data, end)[0]
        at = end + 4
    if not whole:
        raise StoreError("a panel is damaged", where=file, todo=_AGAIN)


def _as_picture(pixels: NDArray[Any], file: Path) -> NDArray[np.uint8]:
    if pixels.dtype != np.uint8 or pixels.ndim != 3:
        raise StoreError("a panel is not an 8-bit colour picture", where=file, todo=_AGAIN)
    return pixels


def _as_map(pixels: NDArray[Any], file: Path) -> Map:
    if pixels.dtype != np.uint16 or pixels.ndim != 2:
        raise StoreError("a panel is not a 16-bit difference map", where=file, todo=_AGAIN)
    difference: Map = np.multiply(pixels, np.float32(1.0 / _DEPTH), dtype=np.float32)
    return difference

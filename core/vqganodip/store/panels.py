"""The panels of inspected boards as files: lossless PNG, difference maps in 16 bit.

    panels/<first two digits>/<key>/original.png  reconstruction.png  raw.png
        [weighted.png  standardised.png  foreign.png]  small.png  [regions.npz]

A very large original is stored as tiles instead (``store/tile_pyramid.py``). ``small.png`` is for lists. A folder is
written under a temporary name and renamed. Panels can be recomputed from image and bundle, so they are not synced to
disk; every read verifies the checksums inside the files.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
import threading
import uuid
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import StoreError, system_reason
from vqganodip.records import Inspection, Panels, RegionDescriptors, Weighting
from vqganodip.store.png_codec import AGAIN, content_of, decoded, encoded, size_of
from vqganodip.store.tile_pyramid import LARGEST, TiledPicture, divided
from vqganodip.types import Image, Map

__all__ = ["PanelStore", "StoredPanels", "panel_key"]

_DEPTH: Final = 65535.0
_SMALL: Final = 128
"""Longer side of the picture for lists, in pixels."""

_RECONSTRUCTION: Final = "reconstruction.png"
_REFERENCE: Final = "reference.png"
_OVERVIEW: Final = "overview.png"
_TILES: Final = "original.zip"
_REGIONS: Final = "regions.npz"
"""Descriptors of the regions; absent in panels of earlier versions."""


def panel_key(inspection: Inspection) -> str:
    """Key of the panels: 64 hex digits derived from the hashes of image and bundle."""
    return hashlib.sha256(f"{inspection.sha256}\n{inspection.bundle_sha256}".encode()).hexdigest()


class PanelStore:
    """Stores the panels of inspections in a folder. Thread-safe.

    Args:
        folder: The folder; created when the first panels are written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._turn = threading.Lock()  # readers never see a set while it is replaced

    def write(self, key: str, panels: Panels) -> None:
        """Store the panels of a board; existing panels of this key are replaced.

        Pictures are lossless; difference maps (clipped to [0, 1]) are stored within 1/131070.

        Raises:
            StoreError: The folder cannot be written, or the panels are not uint8 pictures and finite maps.
        """
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh = Path(tempfile.mkdtemp(prefix=f".{key[:8]}-", dir=place.parent))
            try:
                for name, data in _contents(panels, place).items():
                    (fresh / name).write_bytes(data)
                with self._turn:
                    old = _swap(fresh, place)
                shutil.rmtree(old, ignore_errors=True)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
        except OSError as error:
            raise StoreError(
                "panels-unwritable",
                "the panels cannot be written ({error})",
                where=place,
                todo="Check the free space and the permissions of the workspace.",
                error=system_reason(error),
            ) from error

    def read(self, key: str) -> Panels | None:
        """Read the panels of a board; None if there are none.

        Raises:
            StoreError: A file is missing from the set, damaged or cannot be read.
        """
        stored = self.open(key)
        if stored is None:
            return None
        with ThreadPoolExecutor(max_workers=2) as pool:
            original, reconstruction = pool.submit(stored.original), pool.submit(stored.reconstruction)
            differences = dict(zip(stored.weightings, pool.map(stored.difference, stored.weightings), strict=True))
            pictures = original.result(), reconstruction.result(), differences
            return Panels(*pictures, stored.reconstructed, stored.descriptors())

    def open(self, key: str) -> StoredPanels | None:
        """Panels of a board, each read on demand; None if there are none.

        Raises:
            StoreError: The key is invalid.
        """
        place = self._place(key)
        with self._turn:
            if not place.is_dir():
                return None
            found = tuple(w for w in Weighting if w is Weighting.RAW or (place / f"{w.value}.png").exists())
        return StoredPanels(place, found, self._turn)

    def descriptors(self, key: str) -> RegionDescriptors | None:
        """Descriptors of the regions of a board; None if there are no panels, or an earlier version wrote them.

        Raises:
            StoreError: They cannot be read.
        """
        stored = self.open(key)
        return None if stored is None else stored.descriptors()

    def small(self, key: str) -> Image | None:
        """Picture of the board in at most 128 × 128 pixels, for lists; None if there are no panels.

        Raises:
            StoreError: It is damaged or cannot be read.
        """
        stored = self.open(key)
        return None if stored is None else stored.small()

    def _place(self, key: str) -> Path:
        if len(key) != 64 or any(c not in "0123456789abcdef" for c in key):
            raise StoreError(
                "panel-key-invalid", "that is not a panel key", where=key, todo="Use panel_key(inspection)."
            )
        return self.folder / key[:2] / key


@dataclass(frozen=True, slots=True)
class StoredPanels:
    """Panels of one board on the disk. Each method reads a file; it raises StoreError if that fails.

    Attributes:
        place: Folder of the panels.
        weightings: Available difference maps, in their fixed order.
    """

    place: Path
    weightings: tuple[Weighting, ...]
    _turn: threading.Lock = field(repr=False)

    def original(self) -> Image:
        """Original at full size, uint8 H×W×3."""
        large = self.large()
        return self._picture("original.png") if large is None else large.whole()

    def overview(self) -> Image:
        """Original, reduced to at most ``LARGEST`` pixels if it is larger."""
        large = self.large()
        return self._picture("original.png") if large is None else large.overview

    def large(self) -> TiledPicture | None:
        """Tiles of a very large original; an original that an older version stored as one file is split now."""
        tiles = self.place / _TILES
        if not tiles.exists():
            width, height = size_of(self.place / "original.png")
            if width * height <= LARGEST:
                return None
            self._divide()
        return TiledPicture.open(tiles, self._picture(_OVERVIEW))

    @property
    def reconstructed(self) -> bool:
        """False if the board was compared with the reference board, without a reconstruction."""
        return not (self.place / _REFERENCE).exists()

    def reconstruction(self) -> Image:
        """Reconstruction or reference board, uint8 H×W×3 on the working grid."""
        return self._picture(_RECONSTRUCTION if self.reconstructed else _REFERENCE)

    def difference(self, weighting: Weighting) -> Map:
        """float32 H×W in [0, 1] on the working grid."""
        file = self.place / f"{weighting.value}.png"
        pixels = self._decoded(file)
        if pixels.dtype != np.uint16 or pixels.ndim != 2:
            raise StoreError("panel-not-16-bit", "a panel is not a 16-bit difference map", where=file, todo=AGAIN)
        difference: Map = np.multiply(pixels, np.float32(1.0 / _DEPTH), dtype=np.float32)
        return difference

    def descriptors(self) -> RegionDescriptors | None:
        """Descriptors of the regions; None if they were not stored."""
        file = self.place / _REGIONS
        with self._turn:
            if not file.exists():
                return None
            data = content_of(file)
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
                values = arrays["values"].astype(np.float32)
                found = RegionDescriptors(str(arrays["format"]), arrays["boxes"].astype(np.int32), values)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise StoreError(
                "panel-descriptors-unreadable",
                "the descriptors of the regions cannot be read ({error})",
                where=file,
                todo=AGAIN,
                error=str(error),
            ) from error
        return found

    def small(self) -> Image:
        """Original in at most 128 × 128 pixels; created now if an older version did not store it."""
        file = self.place / "small.png"
        if not file.exists():
            with suppress(OSError):
                _put_beside(file, encoded(_small(self.overview())))
        return self._picture(file.name)

    def _picture(self, name: str) -> Image:
        file = self.place / name
        pixels = self._decoded(file)
        if pixels.dtype != np.uint8 or pixels.ndim != 3:
            raise StoreError("panel-not-8-bit", "a panel is not an 8-bit colour picture", where=file, todo=AGAIN)
        return pixels

    def _decoded(self, file: Path) -> NDArray[Any]:
        with self._turn:  # wait while a set is replaced
            data = content_of(file)
        return decoded(data, file)

    def _divide(self) -> None:
        whole = self.place / "original.png"
        tiles, overview = divided(self._picture(whole.name))
        try:
            _put_beside(self.place / _OVERVIEW, encoded(overview))
            _put_beside(self.place / _TILES, tiles)
            whole.unlink()
        except OSError as error:
            raise StoreError(
                "panel-pyramid-unwritable",
                "the picture of a very large board cannot be divided ({error})",
                where=self.place,
                todo="Check the free space and the permissions of the workspace.",
                error=system_reason(error),
            ) from error


def _contents(panels: Panels, where: Path) -> dict[str, bytes]:
    """Files of a set of panels, by name."""
    files: dict[str, bytes] = {}
    for name, picture in (("original", panels.original), ("reconstruction", panels.reconstruction)):
        if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3 or picture.size == 0:
            raise StoreError(
                "panel-not-a-picture", "the {name} is not a uint8 H×W×3 picture", where=where, todo=AGAIN, name=name
            )
    overview = panels.original
    if overview.shape[0] * overview.shape[1] > LARGEST:
        files[_TILES], overview = divided(overview)
        files[_OVERVIEW] = encoded(overview)
    else:
        files["original.png"] = encoded(overview)
    files["small.png"] = encoded(_small(overview))
    files[_RECONSTRUCTION if panels.reconstructed else _REFERENCE] = encoded(panels.reconstruction)
    if Weighting.RAW not in panels.differences:
        raise StoreError("panel-raw-map-missing", "the raw difference map is missing", where=where, todo=AGAIN)
    for weighting, difference in panels.differences.items():
        if difference.ndim != 2 or difference.size == 0 or not np.isfinite(difference).all():
            raise StoreError(
                "panel-map-not-finite",
                "the {name} difference map is not finite H×W",
                where=where,
                todo=AGAIN,
                name=weighting.value,
            )
        files[f"{weighting.value}.png"] = encoded(np.rint(np.clip(difference, 0.0, 1.0) * _DEPTH).astype(np.uint16))
    if panels.descriptors is not None:
        files[_REGIONS] = _packed(panels.descriptors)
    return files


def _packed(found: RegionDescriptors) -> bytes:
    """Descriptors as an npz file of 16-bit numbers."""
    packed = io.BytesIO()
    values = found.values.astype(np.float16)
    np.savez_compressed(packed, format=np.asarray(found.format), boxes=found.boxes, values=values)
    return packed.getvalue()


def _small(pixels: Image) -> Image:
    import cv2

    height, width = pixels.shape[:2]
    scale = min(_SMALL / max(width, height), 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    small: Image = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return small


def _put_beside(file: Path, data: bytes) -> None:
    """Write a file atomically."""
    beside = file.with_name(f".{file.name}-{uuid.uuid4().hex}")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _swap(fresh: Path, place: Path) -> Path:
    """Move the new folder into place and return where an existing folder was moved to."""
    old = place.with_name(f".old-{uuid.uuid4().hex}")
    with suppress(FileNotFoundError):
        place.replace(old)
    fresh.replace(place)
    return old

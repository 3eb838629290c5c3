"""Masks of a data set: found next to its images whatever their case and suffix, and named where they are missing."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from vqganodip.errors import Message, message
from vqganodip.imaging.folders import is_hidden, is_image_name, natural_key
from vqganodip.records import Label, LabelledImage

__all__ = ["MaskFolder", "mask_beside", "mask_folder_of", "masks_note"]

_FOLDER_NAMES: Final = frozenset({"ground_truth", "groundtruth", "masks", "gt"})
_NAMED: Final = 5
"""Number of missing masks that a message names; the others are counted."""
_ABOVE: Final = 3
"""Folders above that of an image in which its masks are looked for."""


def mask_folder_of(root: Path) -> Path | None:
    """The folder of the masks: ``ground_truth``, or masks or gt, in any case."""
    found = [path for path in root.iterdir() if _plain(path.name) in _FOLDER_NAMES and path.is_dir()]
    return min(found, key=lambda path: (path.name != "ground_truth", path.name), default=None)


def mask_beside(image: Path) -> Path | None:
    """The mask of an image whose data set is not at hand, looked for in the folders above it; None without one."""
    for above in list(image.parents)[1 : 1 + _ABOVE]:
        folder = mask_folder_of(above)
        if folder is not None:
            masks = MaskFolder(folder)
            kinds = [kind for kind in image.parents if kind != above and kind.is_relative_to(above)]
            return next((mask for kind in kinds if (mask := masks.find(image, kind)) is not None), None)
    return None


def _plain(name: str) -> str:
    return _same(name).replace("-", "_").replace(" ", "_")


def _same(name: str) -> str:
    """One spelling of a name on all file systems: case and composed letters differ between them."""
    return unicodedata.normalize("NFC", name).casefold()


class MaskFolder:
    """The masks below a folder: ``DEFECT/STEM_mask.png`` or ``DEFECT/STEM.png``, with any image suffix."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[tuple[str, ...], list[Path]] = defaultdict(list)
        self._used: set[Path] = set()
        for parent, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if not is_hidden(Path(name))]
            for path in (Path(parent, name) for name in files):
                if not is_hidden(path):
                    self._files[self._key(path.relative_to(folder).parent, path.stem)].append(path)

    @staticmethod
    def _key(parent: Path, stem: str) -> tuple[str, ...]:
        return (*(_same(part) for part in parent.parts), _same(stem))

    def find(self, image: Path, folder: Path, *, part: str = "") -> Path | None:
        """The mask of an image in the folder of a kind of defect, or in one inside ``part``; None without one."""
        parent = Path(part) / folder.name / image.relative_to(folder).parent
        for stem in (f"{image.stem}_mask", image.stem):
            found = [path for path in self._files.get(self._key(parent, stem), ()) if is_image_name(path)]
            if found:
                mask = min(found, key=lambda path: (path.stem != stem, path.suffix != ".png", path.name))
                self._used.add(mask)
                return mask
        return None

    @property
    def notes(self) -> tuple[Message, ...]:
        """A message about files that are the mask of no image; call it after the last :meth:`find`."""
        left = sorted({path for paths in self._files.values() for path in paths} - self._used, key=natural_key)
        if not left:
            return ()
        return (
            message(
                "data-masks-unused",
                "{count:file|files} in {folder} {count:|is|are} the mask of no defective image, such as {name}. "
                "Masks are named DEFECT/STEM_mask.png or DEFECT/STEM.png.",
                count=len(left),
                folder=self.folder.name,
                name=left[0].relative_to(self.folder).as_posix(),
            ),
        )


def masks_note(
    images: Sequence[LabelledImage], name_of: Callable[[Path], str], located: Callable[[LabelledImage], bool]
) -> tuple[Message, ...]:
    """A message about the defective images without a mask; none if each has one, or boxes say where its defects are.

    Args:
        images: All images of the data set.
        name_of: Name of an image for the message.
        located: True for an image whose defects are known without a mask.
    """
    defective = [image for image in images if image.label is Label.DEFECTIVE]
    without = [image for image in defective if image.mask is None and not located(image)]
    if not without:
        return ()
    names = ", ".join(name_of(image.path) for image in without[:_NAMED])
    if len(without) == len(defective):
        return (
            message(
                "data-masks-none",
                "No defective image has a mask or boxes ({names}): "
                "whether a defect is found at its place cannot be measured.",
                names=f"{names} …" if len(without) > _NAMED else names,
            ),
        )
    return (
        message(
            "data-masks-missing",
            "{count} of {all} defective images have no mask: {names}.",
            count=len(without),
            all=len(defective),
            names=f"{names} …" if len(without) > _NAMED else names,
        ),
    )

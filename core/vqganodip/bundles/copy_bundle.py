"""Copy of a bundle in another folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from vqganodip.bundles.archive import Bundle, open_bundle
from vqganodip.errors import BundleError, system_reason

__all__ = ["copy_bundle"]


def copy_bundle(bundle: Bundle, into: Path) -> Bundle:
    """Copy a bundle into a new folder, whole or not at all; the copy has the same hash.

    Args:
        bundle: The opened bundle; other files in its folder are not copied.
        into: The folder; must not exist.

    Raises:
        BundleError: A file of the bundle was altered or cannot be read, or the copy cannot be written.
    """
    part = into.with_name(f".{into.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        for name in ("manifest.json", *(name for name, _ in bundle.files.values())):
            shutil.copyfile(bundle.folder / name, part / name)
        part.rename(into)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise BundleError(
            "bundle-not-copied",
            "the model cannot be copied ({error})",
            where=into,
            todo="Check space and permissions.",
            error=system_reason(error),
        ) from error
    return open_bundle(into)

"""A bundle as files for the workers of a cluster."""

from __future__ import annotations

from contextlib import suppress

from vqganodip.bundles.archive import Bundle
from vqganodip.bundles.records_file import record_files
from vqganodip.cluster.parcel import Parcel
from vqganodip.errors import BundleError, system_reason

__all__ = ["bundle_parcel"]

_MANIFEST = "manifest.json"


def bundle_parcel(bundle: Bundle) -> Parcel:
    """Read the files of a bundle, with its records; other files in its folder are left out.

    Raises:
        BundleError: A file is missing or altered.
    """
    try:
        files = {_MANIFEST: (bundle.folder / _MANIFEST).read_bytes()}
    except OSError as error:
        raise BundleError(
            "bundle-manifest-unreadable",
            "the manifest cannot be read ({error})",
            where=bundle.folder / _MANIFEST,
            todo="Check the path and its permissions.",
            error=system_reason(error),
        ) from error
    files |= {name: bundle.check(role) for role, (name, _) in bundle.files.items()}
    for name in record_files(bundle.folder):
        with suppress(OSError):  # reading the record says what is wrong
            files[name] = (bundle.folder / name).read_bytes()
    return Parcel.of(files)

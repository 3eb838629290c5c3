"""Sensitivity of the parts of a bundle: the one that is asked for, and the one that its score was fitted with.

The one that is asked for is a record next to the manifest, as the placement is, so that it can be signed at any time
and a copy of the folder takes it along. A fit measures all boards with it and writes the same record into the manifest.
Where both differ, the score knows another evidence than it would be given, and the bundle judges no board.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from vqganodip.bundles.archive import WEIGHED, Bundle
from vqganodip.bundles.records_file import UnreadableRecordError, read_record, write_record
from vqganodip.errors import BundleError, system_reason
from vqganodip.placement.sensitivity import SensitivityRecord

__all__ = [
    "SENSITIVITY",
    "check_sensitivity",
    "fitted_sensitivity",
    "recorded_sensitivity",
    "sensitivity_contents",
    "sensitivity_in",
    "set_sensitivity",
]

SENSITIVITY: Final = "sensitivity"
"""Role of the sensitivity that is asked for, among the records of a bundle."""


def sensitivity_in(bundle: Bundle) -> SensitivityRecord | None:
    """Read the sensitivity that is asked for: the record of a bundle, else the one of its fit; None without one.

    Raises:
        BundleError: It is missing, altered, or of another version.
    """
    return recorded_sensitivity(bundle.folder) or fitted_sensitivity(bundle)


def recorded_sensitivity(folder: Path) -> SensitivityRecord | None:
    """Read the record of the bundle in a folder, which need not be opened; None without one.

    Raises:
        BundleError: It is missing, altered, or of another version.
    """
    try:
        about = read_record(folder, SENSITIVITY)
        return None if about is None else SensitivityRecord.from_dict(about)
    except UnreadableRecordError as error:
        raise _unreadable(error.path) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(folder) from error


def fitted_sensitivity(bundle: Bundle) -> SensitivityRecord | None:
    """Read the sensitivity that score and threshold of a bundle were fitted with; None without one.

    Raises:
        BundleError: It is missing, altered, or of another version.
    """
    if WEIGHED not in bundle:
        return None
    try:
        return SensitivityRecord.from_dict(bundle.read_json(WEIGHED))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(bundle.folder) from error


def _unreadable(path: Path) -> BundleError:
    return BundleError(
        "bundle-sensitivity-unreadable",
        "the sensitivity of parts cannot be read: its file is missing, altered or of another version",
        where=path,
        todo="Set it again with `vqganodip sensitivity`, or copy the bundle again.",
    )


def set_sensitivity(bundle: Bundle, record: SensitivityRecord) -> None:
    """Ask for a sensitivity; one without parts asks for none. Score and threshold stay until the next fit.

    Raises:
        BundleError: It cannot be written.
    """
    try:
        write_record(bundle.folder, SENSITIVITY, record.to_dict())
    except OSError as error:
        raise BundleError(
            "bundle-sensitivity-unwritable",
            "the sensitivity of parts cannot be written ({error})",
            where=bundle.folder,
            todo="Check space and permissions.",
            error=system_reason(error),
        ) from error


def check_sensitivity(bundle: Bundle) -> None:
    """Raise BundleError if a bundle was fitted with another sensitivity than the one that is asked for."""
    if _digest(sensitivity_in(bundle)) != _digest(fitted_sensitivity(bundle)):
        raise BundleError(
            "bundle-sensitivity-not-fitted",
            "the sensitivity of parts was changed after the fit, so the score does not know it",
            where=bundle.folder,
            todo="Fit score and threshold again on labelled boards, or take the change back.",
        )


def sensitivity_contents(bundle: Bundle) -> dict[str, tuple[str, bytes]]:
    """Suffix and bytes of the role of the sensitivity for a fit that is about to be written; empty without one."""
    record = sensitivity_in(bundle)
    if record is None or not record.parts:
        return {}
    return {WEIGHED: (".json", json.dumps(record.to_dict(), sort_keys=True, indent=1).encode())}


def _digest(record: SensitivityRecord | None) -> str:
    return "" if record is None else record.digest

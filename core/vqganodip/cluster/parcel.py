"""Files that every worker gets once, such as those of a bundle."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Parcel"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files by their names, and the hash that identifies all of them.

    Attributes:
        sha256: 64 hexadecimal digits.
        files: Bytes by file name; names without folders.
    """

    sha256: str
    files: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> Parcel:
        """Return the parcel of these files."""
        digest = hashlib.sha256()
        for name, data in sorted(files.items()):
            digest.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
        return cls(digest.hexdigest(), dict(files))

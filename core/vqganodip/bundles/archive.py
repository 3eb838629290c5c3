"""The model bundle: one folder with everything an inspection needs and a manifest of file hashes.

    bundle/
      manifest.json            format version; name of product and model; file name and SHA-256 of each role; SHA-256
                               of each outside network
      settings-….json          preset, working grid, hashes of the training images
      vqgan-….safetensors      weights; likewise discriminator and patch_net
      reference-….npz          reference board; likewise the normal-variation mask and the per-pixel statistics
      scorer-….skops, threshold-….json, report-….json      written by ``fit``
      regions-….json           limit of the distances of normal boards' regions, written by ``fit``; likewise
      structure-….npz          limits of the structure of a picture, written by ``fit``; absent in older bundles

Each file name contains the first digits of the file's hash, so new files never overwrite old ones. The manifest is
replaced last and atomically: until then, the previous state of the bundle is valid. No file is ever unpickled.
"""

from __future__ import annotations

import hashlib
import io
import json
import lzma
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import BundleError, system_reason
from vqganodip.files import replace_file
from vqganodip.records import ModelName

__all__ = [
    "Bundle",
    "FITTED_ROLES",
    "FORMAT",
    "NEWEST_FORMAT",
    "WEIGHED",
    "arrays_from_bytes",
    "arrays_to_bytes",
    "check_no_bundle",
    "model_name",
    "name_of_folder",
    "open_bundle",
    "run_folder_of",
    "write_bundle",
]

FORMAT: Final = 2
"""Format 1 had no list of outside networks."""

NEWEST_FORMAT: Final = 3
"""Format of bundles fitted with a sensitivity of parts, which earlier versions would leave out of the score."""

WEIGHED: Final = "weighed_parts"
"""Role of the sensitivity of parts that score and threshold were fitted with."""

COMPRESSED_SUFFIX: Final = ".xz"
"""Suffix of LZMA-compressed files; compression saves about a tenth of float16 weights."""

_MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Bundle:
    """An opened bundle whose files were present and unaltered when it was opened.

    Attributes:
        folder: Folder of the bundle.
        sha256: Hash of the manifest; identifies the whole content.
        files: Role → (file name, SHA-256).
        networks: Name → SHA-256 of each network that the bundle uses and that is not part of it, such as the frozen
            features that are installed with the program.
        format: Format of the manifest.
        own_name: Product and version in the manifest; None in bundles of earlier versions.
    """

    folder: Path
    sha256: str
    files: Mapping[str, tuple[str, str]] = field(repr=False)
    networks: Mapping[str, str] = field(default_factory=dict, repr=False)
    format: int = FORMAT
    own_name: ModelName | None = None

    @property
    def name(self) -> ModelName:
        """Product and version; those of the folder for bundles of earlier versions, which have no name."""
        return self.own_name or name_of_folder(self.folder)

    def __contains__(self, role: str) -> bool:
        return role in self.files

    def read(self, role: str) -> bytes:
        """Return the content of a role and check its hash again; BundleError if the file is missing or altered."""
        data = self.check(role)
        path = self.folder / self.files[role][0]
        return _decompress(data, path) if path.suffix == COMPRESSED_SUFFIX else data

    def check(self, role: str) -> bytes:
        """Return a role's bytes as stored, still compressed; BundleError if the file is missing or altered."""
        if role not in self.files:
            if role in _FITTED:
                raise BundleError(
                    "bundle-role-not-fitted",
                    "the bundle has no {role}",
                    where=self.folder,
                    todo="Run `vqganodip fit` on labelled images first.",
                    role=role,
                )
            raise BundleError(
                "bundle-role-missing", "the bundle has no {role}", where=self.folder, todo=_TRAIN_AGAIN, role=role
            )
        name, expected = self.files[role]
        path = self.folder / name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BundleError(
                "bundle-file-unreadable",
                "a file of the bundle cannot be read ({error})",
                where=path,
                todo=_COPY_AGAIN,
                error=system_reason(error),
            ) from error
        if hashlib.sha256(data).hexdigest() != expected:
            raise BundleError(
                "bundle-file-altered",
                "this file of the bundle was altered after it was written",
                where=path,
                todo=_COPY_AGAIN,
            )
        return data

    def read_json(self, role: str) -> dict[str, Any]:
        """Read a role that holds a JSON object."""
        value = json.loads(self.read(role))
        if not isinstance(value, dict):
            raise BundleError(
                "bundle-role-not-json", "{role} is not a JSON object", where=self.folder, todo=_COPY_AGAIN, role=role
            )
        return value

    def read_file(self, role: str) -> tuple[str, bytes]:
        """Return suffix and content of a role, as :func:`write_bundle` takes them."""
        name = self.files[role][0]
        # the suffix of vqgan-0123456789ab.safetensors.xz is .safetensors.xz
        return name[name.index(".", len(role)) :], self.read(role)

    def read_arrays(self, role: str) -> dict[str, NDArray[Any]]:
        """Read a role that holds an npz file of plain arrays."""
        return arrays_from_bytes(self.read(role))


_COPY_AGAIN: Final = "Copy the bundle again from where it was made, or train it again."
_TRAIN_AGAIN: Final = "Train it with `vqganodip train`."
_FITTED: Final = ("scorer", "threshold", "report")


def _decompress(data: bytes, path: Path) -> bytes:
    try:
        return lzma.decompress(data)
    except lzma.LZMAError as error:
        raise BundleError(
            "bundle-file-not-unpacked",
            "this file of the bundle cannot be unpacked ({error})",
            where=path,
            todo=_COPY_AGAIN,
            error=str(error),
        ) from error


def open_bundle(folder: Path, *, roles: Collection[str] | None = None) -> Bundle:
    """Open a bundle and check the hash of every file.

    Args:
        folder: Folder of the bundle.
        roles: Roles whose files are checked on opening, for readers that need only a few; None for all. Every file is
            checked again when it is read.

    Raises:
        BundleError: There is no bundle, its format is newer, or a file is missing or altered (the message names it).
    """
    path = folder / _MANIFEST
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BundleError("bundle-missing", "there is no model bundle here", where=folder, todo=_TRAIN_AGAIN) from error
    except OSError as error:
        raise BundleError(
            "bundle-manifest-unreadable",
            "the manifest cannot be read ({error})",
            where=path,
            todo="Check the path and its permissions.",
            error=system_reason(error),
        ) from error
    try:
        manifest = json.loads(data)
        version = int(manifest["format"])
        files = {str(role): (str(f["name"]), str(f["sha256"])) for role, f in manifest["files"].items()}
        networks = {str(name): str(digest) for name, digest in manifest.get("networks", {}).items()}
        own_name = _name_in(manifest)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BundleError(
            "bundle-manifest-invalid", "the manifest is not that of a model bundle", where=path, todo=_COPY_AGAIN
        ) from error
    if version > NEWEST_FORMAT:
        raise BundleError(
            "bundle-format-newer",
            "the bundle has format {version}, this version reads up to {most}",
            where=folder,
            todo="Update the application.",
            version=version,
            most=NEWEST_FORMAT,
        )
    if any(Path(name).name != name for name, _ in files.values()):
        raise BundleError(
            "bundle-manifest-outside", "the manifest names files outside the bundle", where=path, todo=_COPY_AGAIN
        )
    bundle = Bundle(folder, hashlib.sha256(data).hexdigest(), files, networks, version, own_name)
    for role in files if roles is None else roles:
        bundle.check(role)
    return bundle


def model_name(folder: Path) -> ModelName:
    """Return product and version of the bundle in a folder, read from its manifest alone.

    Without a readable manifest, or without a name in it, they are those of the folder.
    """
    try:
        own = _name_in(json.loads((folder / _MANIFEST).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        own = None
    return own or name_of_folder(folder)


def name_of_folder(folder: Path) -> ModelName:
    """Return what a bundle without a name is called: the name of its folder.

    Where it is a version, such as ``2`` or ``v1.3``, or lies in ``models/<product>`` of a workspace, the folder above
    names the product.
    """
    whole = folder.resolve()
    name, above = _text(whole.name), _text(whole.parent.name)
    in_models = whole.parent.parent.name == _MODELS
    return ModelName(above, name) if above and (in_models or _VERSION.fullmatch(name)) else ModelName(name)


_MODELS: Final = "models"
_VERSION: Final = re.compile(r"(v|rev)?[ ._-]?[0-9]+([._+-][0-9]+)*", re.IGNORECASE)


def _name_in(manifest: Mapping[str, Any]) -> ModelName | None:
    """The name in a manifest; None in one of an earlier version."""
    given = manifest.get("name")
    return None if given is None else ModelName(_text(given["product"]), _text(given["version"]))


def _text(value: object) -> str:
    """A text that every database and file accepts; lone surrogates are written as escapes."""
    return str(value).encode("utf-8", "backslashreplace").decode()


def run_folder_of(bundle: Path) -> Path:
    """Return the run folder of a bundle: ``<bundle>.run``, with checkpoints, caches and tables."""
    whole = bundle.resolve()
    return whole.with_name(f"{whole.name}.run")


def check_no_bundle(folder: Path) -> None:
    """Check that a new bundle in this folder would replace none.

    Raises:
        BundleError: A bundle is there. Its score and threshold are not in the new one.
    """
    if (folder / _MANIFEST).exists():
        raise BundleError(
            "bundle-exists",
            "there is a model bundle here already, which would be replaced with its score and threshold",
            where=folder,
            todo="Choose another folder, or replace it with --replace.",
        )


def write_bundle(
    folder: Path,
    contents: Mapping[str, tuple[str, bytes]],
    base: Bundle | None = None,
    without: Collection[str] = (),
    *,
    networks: Mapping[str, str] | None = None,
    model: ModelName | None = None,
) -> Bundle:
    """Write a new bundle, or replace some roles of an existing one; all or nothing.

    Args:
        folder: Folder of the bundle; created if missing.
        contents: Role → (file suffix such as ``.json``, bytes). If the suffix ends in ``.xz``, the bytes are compressed
            on disk and decompressed again by :meth:`Bundle.read`.
        base: Existing bundle in the same folder whose other roles are kept; None for a new bundle.
        without: Roles of ``base`` to remove.
        networks: Name → SHA-256 of the outside networks; None keeps those of ``base``.
        model: Product and version; None keeps those of ``base``. Without a name, the manifest is that of an earlier
            version, byte for byte.

    An older bundle keeps its format, so that the program that wrote it still reads it, unless it now uses outside
    networks or has new settings: that program would compute it in another arithmetic without a word.
    """
    if networks is None:
        networks = base.networks if base is not None else {}
    if model is None and base is not None:
        model = base.own_name
    older = base is not None and not networks and "settings" not in contents
    files = {role: file for role, file in base.files.items() if role not in without} if base is not None else {}
    version = base.format if base is not None and older else FORMAT
    if WEIGHED in files or WEIGHED in contents:
        version = NEWEST_FORMAT
    elif version == NEWEST_FORMAT:
        version = FORMAT
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for role, (suffix, plain) in contents.items():
            data = lzma.compress(plain) if suffix.endswith(COMPRESSED_SUFFIX) else plain
            digest = hashlib.sha256(data).hexdigest()
            name = f"{role}-{digest[:12]}{suffix}"
            replace_file(folder / name, data)
            files[role] = (name, digest)
        listed = {role: {"name": name, "sha256": digest} for role, (name, digest) in sorted(files.items())}
        listing = {"networks": dict(sorted(networks.items()))} if version > 1 else {}
        named = {} if model is None else {"name": {"product": model.product, "version": model.version}}
        text = json.dumps({"format": version, **named, **listing, "files": listed}, indent=1).encode()
        replace_file(folder / _MANIFEST, text)
        _remove_unlisted(folder, {name for name, _ in files.values()}, {*files, *without})
    except OSError as error:
        raise BundleError(
            "bundle-unwritable",
            "the bundle cannot be written ({error})",
            where=folder,
            todo="Check space and permissions.",
            error=system_reason(error),
        ) from error
    return Bundle(folder, hashlib.sha256(text).hexdigest(), files, networks, version, model)


def _remove_unlisted(folder: Path, names: set[str], roles: set[str]) -> None:
    """Delete files of these roles that the manifest no longer lists."""
    for path in folder.iterdir():
        role = path.name.rpartition("-")[0]
        if role in roles and path.name not in names and path.is_file():
            path.unlink(missing_ok=True)


def arrays_to_bytes(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """Serialize named plain arrays as npz; the same arrays always give the same bytes."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **dict(sorted(arrays.items())))
    return buffer.getvalue()


def arrays_from_bytes(data: bytes) -> dict[str, NDArray[Any]]:
    """Deserialize the bytes of :func:`arrays_to_bytes`; BundleError if they are not plain arrays."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}
    except (ValueError, OSError, EOFError) as error:
        raise BundleError("bundle-arrays-invalid", "not a file of plain arrays", todo=_COPY_AGAIN) from error


FITTED_ROLES: Final = ("scorer", "threshold", "report", "scores", "entered", "structure", "regions", WEIGHED)
"""Roles written by a fit or a recalibration; no metric depends on them."""

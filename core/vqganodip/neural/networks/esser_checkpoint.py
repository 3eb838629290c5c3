"""Loader of checkpoints of the original implementation (Esser et al. 2021, *Taming Transformers*).

Such a file is a torch zip with a ``state_dict``; Lightning adds the state of optimisers, callbacks and
hyper-parameters. Nothing in the file is imported or called: tensors and plain containers are read, objects of the
packages in ``_PLACEHOLDERS`` become empty placeholders, and a file with any other object is refused.
"""

from __future__ import annotations

import pickle
import re
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn

from vqganodip.errors import Message, WeightsError, message
from vqganodip.neural.networks.discriminator import PatchDiscriminator
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.presets import ESSER
from vqganodip.settings import NetworkSettings

__all__ = [
    "PREFIXES",
    "LoadedCheckpoint",
    "Part",
    "checkpoint_network",
    "esser_name",
    "load_esser_checkpoint",
    "our_name",
]


class Part(StrEnum):
    """Parts of a checkpoint. The last three are recognised but not loaded."""

    NETWORK = "network"
    DISCRIMINATOR = "discriminator"
    PERCEPTUAL = "perceptual loss"
    AVERAGES = "moving averages"
    CODE_MAP = "map of used codes"


PREFIXES: Final = (
    ("encoder.", Part.NETWORK, "encoder."),
    ("decoder.", Part.NETWORK, "decoder."),
    ("quantize.embedding.", Part.NETWORK, "quantize.embedding."),
    ("quant_conv.", Part.NETWORK, "quant_conv."),
    ("post_quant_conv.", Part.NETWORK, "post_quant_conv."),
    ("loss.discriminator.", Part.DISCRIMINATOR, ""),
    ("loss.perceptual_loss.", Part.PERCEPTUAL, ""),
    ("model_ema.", Part.AVERAGES, ""),
    ("quantize.used", Part.CODE_MAP, "used"),
)
"""Prefix of a name in the original, its part, and the prefix in that part here."""


def our_name(name: str) -> tuple[Part, str] | None:
    """Return the part and the name here of a tensor of the original; None for a name unknown there."""
    for theirs, part, ours in PREFIXES:
        if name.startswith(theirs):
            return part, ours + name[len(theirs) :]
    return None


def esser_name(part: Part, name: str) -> str:
    """Reverse :func:`our_name`; KeyError for a name that no part here has."""
    for theirs, of_part, ours in PREFIXES:
        if of_part == part and name.startswith(ours):
            return theirs + name[len(ours) :]
    raise KeyError(f"{part}: {name}")


@dataclass(frozen=True, slots=True)
class LoadedCheckpoint:
    """Summary of a loaded checkpoint.

    Attributes:
        steps: Steps it was trained for; None if it does not state them.
        loaded: Number of loaded tensors by part.
        ignored: Number of recognised tensors that were not loaded, by part.
        notes: Messages for the user.
    """

    steps: int | None
    loaded: Mapping[Part, int]
    ignored: Mapping[Part, int] = field(default_factory=dict)
    notes: tuple[Message, ...] = ()


class _Placeholder:
    """Empty object in place of one of a package that is not installed; it discards all arguments and state."""

    def __new__(cls, *_: object) -> _Placeholder:
        return super().__new__(cls)

    def __init__(self, *_: object) -> None:
        pass

    def __setstate__(self, state: object) -> None:
        pass


def _empty_dict(*_: object) -> dict[Any, Any]:
    return {}


_PLACEHOLDERS: Final[tuple[tuple[str, Any], ...]] = (
    (r"(pytorch_lightning|lightning|lightning_fabric)\..*\.AttributeDict", dict),
    (r"(pytorch_lightning|lightning|lightning_fabric)\..*", _Placeholder),
    (r"omegaconf\..*", _Placeholder),
    (r"collections\.defaultdict", _empty_dict),
    (r"argparse\.Namespace", _Placeholder),
    (r"typing\.Any|builtins\.(bool|dict|float|int|list|str|tuple)", _Placeholder),
    (r"pathlib\.(Pure)?(Posix|Windows)?Path", _Placeholder),
    (r"numpy\.(_?core\.multiarray\.(scalar|_reconstruct)|dtype|ndarray)", _Placeholder),
)
"""Patterns of the names that Lightning stores with the weights, and what replaces each. None of them is imported."""

_STRIP: Final = (
    "If you trust the file, strip it where it was trained: python -c \"import torch; c = torch.load('IN.ckpt', "
    "map_location='cpu', weights_only=False); torch.save({{'state_dict': c['state_dict']}}, 'OUT.ckpt')\"."
)
_FETCH: Final = "Copy or download the file again."
_SHOWN: Final = 12


def load_esser_checkpoint(path: Path, network: VQGAN, discriminator: PatchDiscriminator | None) -> LoadedCheckpoint:
    """Load a checkpoint of the original implementation into a network and its discriminator.

    Nothing changes unless everything fits. The perceptual loss of the checkpoint (LPIPS) is not loaded.

    Args:
        path: A ``.ckpt`` of the original implementation, or one with only its state dict.
        network: A network of the checkpoint's shape, see :func:`checkpoint_network`.
        discriminator: Loaded as well if the checkpoint has one; None leaves it out.

    Raises:
        WeightsError: The file is missing, is not a checkpoint or holds unknown objects; or tensors are missing,
            unexpected, of another shape or not finite. The message names them.
    """
    content = _read(path)
    state = _state_dict(content, path)
    renamed = {name: our_name(name) for name in state}
    counts = Counter(place[0] for place in renamed.values() if place is not None)
    targets: dict[Part, nn.Module] = {Part.NETWORK: network}
    if discriminator is not None and counts[Part.DISCRIMINATOR]:
        targets[Part.DISCRIMINATOR] = discriminator
    problems = [f"unexpected {name} {_shape(state[name])}" for name, place in renamed.items() if place is None]
    loaded_tensors: dict[Part, dict[str, Tensor]] = {}
    for part, module in targets.items():
        tensors = {place[1]: state[name] for name, place in renamed.items() if place is not None and place[0] == part}
        problems += _misfits(part, tensors, module.state_dict())
        loaded_tensors[part] = tensors
    _refuse(problems, path)
    for part, module in targets.items():
        module.load_state_dict(loaded_tensors[part])
    ignored = {part: n for part, n in counts.items() if part not in targets}
    notes = [
        message(
            "esser-part-ignored", "Not loaded from the checkpoint: {part} ({count} tensors).", part=str(part), count=n
        )
        for part, n in sorted(ignored.items())
    ]
    if discriminator is not None and Part.DISCRIMINATOR not in targets:
        notes.append(
            message("esser-no-discriminator", "The checkpoint has no discriminator: training starts with a new one.")
        )
    steps = content.get("global_step")
    if isinstance(steps, int):
        notes.append(message("esser-loaded", "The checkpoint was trained for {steps} steps.", steps=steps))
    return LoadedCheckpoint(
        steps=steps if isinstance(steps, int) else None,
        loaded={part: counts[part] for part in targets},
        ignored=ignored,
        notes=tuple(notes),
    )


def checkpoint_network(path: Path) -> NetworkSettings:
    """Derive the shape of a checkpoint's network from the shapes of its tensors.

    Raises:
        WeightsError: As for :func:`load_esser_checkpoint`, or the weights are not those of such a VQGAN.
    """
    state = _state_dict(_read(path), path)
    try:
        channels = int(state["encoder.conv_in.weight"].shape[0])
        levels = _parts(state, r"encoder\.down\.(\d+)\.")
        widths = [int(state[f"encoder.down.{i}.block.0.conv1.weight"].shape[0]) for i in range(levels)]
        n_embed, embed_dim = (int(n) for n in state["quantize.embedding.weight"].shape)
        z_channels = int(state["encoder.conv_out.weight"].shape[0])
    except (KeyError, ValueError) as error:
        raise WeightsError(
            "esser-not-a-vqgan",
            "these are not the weights of a VQGAN ({error})",
            where=path,
            todo=_FETCH,
            error=str(error),
        ) from error
    if z_channels != embed_dim or any(width % channels for width in widths):
        raise WeightsError(
            "esser-shape-unsupported",
            "this network is not of a shape that can be built here: {z_channels} channels of the "
            "encoder for entries of {embed_dim} dimensions, stages of {widths} channels after "
            "{channels}",
            where=path,
            todo="Take a checkpoint whose z_channels equals its embed_dim.",
            z_channels=z_channels,
            embed_dim=embed_dim,
            widths=str(widths),
            channels=channels,
        )
    return NetworkSettings(
        name=ESSER.name,
        haar_levels=0,
        channels=channels,
        multipliers=tuple(width // channels for width in widths),
        residual_blocks=_parts(state, r"encoder\.down\.0\.block\.(\d+)\."),
        attention_at_lowest=f"encoder.down.{levels - 1}.attn.0.q.weight" in state,
        n_embed=n_embed,
        embed_dim=embed_dim,
        norm_groups=ESSER.norm_groups,
    )


def _parts(state: Mapping[str, Tensor], pattern: str) -> int:
    return len({match[1] for match in (re.match(pattern, name) for name in state) if match})


def _read(path: Path) -> Mapping[str, Any]:
    """Read the outermost dict of a checkpoint, with placeholders for the objects in it."""
    if not path.is_file():
        raise WeightsError("esser-file-missing", "there is no such checkpoint", where=path, todo="Check the path.")
    if not zipfile.is_zipfile(path):
        raise WeightsError(
            "esser-not-a-checkpoint",
            "this is not a checkpoint written by torch 1.6 or newer, or it is cut off",
            where=path,
            todo=_FETCH,
        )
    try:
        names = torch.serialization.get_unsafe_globals_in_checkpoint(path)
        placeholders = {name: _placeholder(name) for name in names}
        unknown = sorted(name for name, placeholder in placeholders.items() if placeholder is None)
        if unknown:
            raise WeightsError(
                "esser-unknown-objects",
                "in addition to weights it holds unsupported objects: {names}",
                where=path,
                todo=_STRIP,
                names=", ".join(unknown[:_SHOWN]),
            )
        with torch.serialization.safe_globals([(placeholder, name) for name, placeholder in placeholders.items()]):
            content = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    except pickle.UnpicklingError as error:
        reason = str(error).strip().splitlines()[-1].strip()
        raise WeightsError(
            "esser-unknown-content",
            "in addition to weights it holds unsupported content ({error})",
            where=path,
            todo=_STRIP,
            error=reason,
        ) from error
    except (OSError, EOFError, RuntimeError, ValueError, KeyError) as error:
        reason = str(error).splitlines()[0]
        raise WeightsError(
            "esser-unreadable", "the checkpoint cannot be read ({error})", where=path, todo=_FETCH, error=reason
        ) from error
    if not isinstance(content, Mapping):
        raise WeightsError(
            "esser-content-unknown",
            "the checkpoint holds a {name}, no weights",
            where=path,
            todo=_STRIP,
            name=type(content).__name__,
        )
    return content


def _placeholder(name: str) -> Any:
    return next((value for pattern, value in _PLACEHOLDERS if re.fullmatch(pattern, name)), None)


def _state_dict(content: Mapping[str, Any], path: Path) -> dict[str, Tensor]:
    state = content.get("state_dict", content)
    if not isinstance(state, Mapping) or not state or not all(isinstance(v, Tensor) for v in state.values()):
        raise WeightsError("esser-no-state", "the checkpoint has no state_dict of tensors", where=path, todo=_STRIP)
    return {str(name): value for name, value in state.items()}


def _misfits(part: Part, tensors: Mapping[str, Tensor], expected: Mapping[str, Tensor]) -> list[str]:
    """Describe the tensors of one part that do not fit, under the names of the original."""
    problems = []
    for name, value in expected.items():
        theirs = _original(part, name)
        if name not in tensors:
            problems.append(f"missing {theirs} {_shape(value)}")
        elif tensors[name].shape != value.shape:
            problems.append(f"{theirs} is {_shape(tensors[name])}, expected {_shape(value)}")
        elif tensors[name].is_floating_point() and not bool(torch.isfinite(tensors[name]).all()):
            problems.append(f"{theirs} holds values that are not finite")
    unexpected = tensors.keys() - expected.keys()
    return problems + [f"unexpected {_original(part, name)} {_shape(tensors[name])}" for name in sorted(unexpected)]


def _original(part: Part, name: str) -> str:
    try:
        return esser_name(part, name)
    except KeyError:
        return f"{name} (which no checkpoint of the original has)"


def _shape(value: Tensor) -> str:
    return "×".join(str(n) for n in value.shape) or "scalar"


def _refuse(problems: list[str], path: Path) -> None:
    if not problems:
        return
    more = f", and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
    raise WeightsError(
        "esser-does-not-fit",
        "the checkpoint does not fit the network: {names}{more}",
        where=path,
        todo="Build the network with the checkpoint's own shape, or take a checkpoint of this one.",
        names="; ".join(problems[:_SHOWN]),
        more=more,
    )

"""The arithmetic of inference, and detection of hardware support for bfloat16."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

import torch

from vqganodip.neural.pieces import run_steadily
from vqganodip.settings import Precision

__all__ = ["has_bfloat16", "run_pass", "training_autocast"]

T = TypeVar("T")

_FAST: Final = ("avx512_bf16", "amx_bf16", "bf16", "sve_bf16")
"""Names by which torch reports processors that multiply bfloat16 in hardware (x86, Arm)."""


def has_bfloat16(kind: str) -> bool:
    """Return True if this machine's ``cpu`` or ``cuda`` device computes bfloat16 in hardware; emulation is slow."""
    if kind == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    capabilities = torch.cpu.get_capabilities()
    return any(capabilities.get(name, False) for name in _FAST)


def training_autocast(kind: str = "cpu") -> torch.autocast:
    """Autocast of a training on a ``cpu`` or ``cuda`` device: bfloat16 where its hardware computes it, else float32."""
    return torch.autocast(kind, torch.bfloat16, enabled=has_bfloat16(kind))


def run_pass(precision: Precision, work: Callable[[], T]) -> T:
    """Call a pass through networks: under autocast in bfloat16, in fixed pieces (``pieces.py``) in float32."""
    if precision is Precision.FLOAT32:
        return run_steadily(work)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        return work()

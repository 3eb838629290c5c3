"""Detection of hardware support for bfloat16."""

from __future__ import annotations

from typing import Final

import torch

__all__ = ["has_bfloat16"]

_FAST: Final = ("avx512_bf16", "amx_bf16", "bf16", "sve_bf16")
"""Names by which torch reports processors that multiply bfloat16 in hardware (x86, Arm)."""


def has_bfloat16(kind: str) -> bool:
    """Return True if this machine's ``cpu`` or ``cuda`` device computes bfloat16 in hardware; emulation is slow."""
    if kind == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    capabilities = torch.cpu.get_capabilities()
    return any(capabilities.get(name, False) for name in _FAST)

"""Convolutions and attention in fixed strips of rows, for inference that does not depend on the number of threads."""

from __future__ import annotations

import itertools
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.neural.pieces import in_pieces, is_steady

__all__ = ["StripConv2d", "attention", "bounds", "split_in_strips"]

_MOST: Final = 8
"""Pieces of one layer: enough for a few threads, even if another process holds one of them up."""
_LEAST_ROWS: Final = 16
_QUERIES: Final = 512
_ELEMENTWISE: Final = (nn.BatchNorm2d, nn.LeakyReLU, nn.ReLU, nn.SiLU)


def bounds(rows: int) -> list[tuple[int, int]]:
    """First row and end of each strip of a layer with that many rows."""
    count = max(1, min(_MOST, rows // _LEAST_ROWS))
    edges = [rows * i // count for i in range(count + 1)]
    return list(itertools.pairwise(edges))


class StripConv2d(nn.Conv2d):
    """A convolution that computes the strips of one image as pieces, with the elementwise layers after it.

    Batches are computed in one go: the extractors that make them cut them into pieces.
    """

    after: tuple[nn.Module, ...] = ()

    def forward(self, x: Tensor) -> Tensor:
        """B×C×H×W → B×D×H'×W'."""
        if len(x) != 1:
            return self._then(super().forward(x))
        reach, reach_x = ((k - 1) * d for k, d in zip(self.kernel_size, self.dilation, strict=True))
        step, step_x = self.stride
        pad, pad_x = (int(side) for side in self.padding)
        rows = (x.shape[2] + 2 * pad - reach - 1) // step + 1
        columns = (x.shape[3] + 2 * pad_x - reach_x - 1) // step_x + 1
        shape = (1, self.out_channels, rows, columns)
        out = torch.empty(shape, dtype=x.dtype, memory_format=torch.channels_last)
        strips = bounds(rows)

        def piece(index: int) -> None:
            first, end = strips[index]
            top, bottom = first * step - pad, (end - 1) * step - pad + reach + 1
            seen = x[:, :, max(top, 0) : bottom]
            beyond = (max(-top, 0), max(bottom - x.shape[2], 0))
            if any(beyond):
                seen = F.pad(seen, (0, 0, *beyond))
            y = F.conv2d(seen, self.weight, self.bias, self.stride, (0, pad_x), self.dilation, self.groups)
            out[:, :, first:end] = self._then(y)

        in_pieces(piece, len(strips))
        return out

    def _then(self, y: Tensor) -> Tensor:
        for layer in self.after:
            y = layer(y)
        return y


def split_in_strips(network: nn.Module) -> None:
    """Turn the convolutions of a network into :class:`StripConv2d`, in place; its weights keep their names."""
    for module in list(network.modules()):
        if type(module) is nn.Conv2d and module.padding_mode == "zeros" and not isinstance(module.padding, str):
            module.__class__ = StripConv2d
    for module in list(network.modules()):
        if isinstance(module, nn.Sequential):
            _take_in(module)


def _take_in(layers: nn.Sequential) -> None:
    """Let convolutions of a sequence apply the elementwise layers behind them while their strips are in the cache."""
    before: StripConv2d | None = None
    for name, layer in list(layers.named_children()):
        if isinstance(layer, StripConv2d):
            before = layer
        elif before is not None and isinstance(layer, _ELEMENTWISE):
            # a plain attribute: a submodule would appear a second time among the weights
            object.__setattr__(before, "after", (*before.after, layer))
            layers._modules[name] = nn.Identity()
        else:
            before = None


def attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """softmax(q kᵀ / √C) v of B×1×N×C; in a steady pass the queries are cut into pieces."""
    count = -(-q.shape[2] // _QUERIES)
    if count == 1 or not is_steady():
        return F.scaled_dot_product_attention(q, k, v)
    out = torch.empty_like(q)

    def piece(index: int) -> None:
        rows = slice(index * _QUERIES, (index + 1) * _QUERIES)
        out[:, :, rows] = F.scaled_dot_product_attention(q[:, :, rows], k, v)

    in_pieces(piece, count)
    return out

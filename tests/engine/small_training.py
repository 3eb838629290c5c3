"""Training at a small size: the stages, files and figures of the real one in a few seconds.

``python -m engine.small_training train ...`` runs the program with the same settings in a process of its own.
"""

from __future__ import annotations

import dataclasses
import functools
import lzma
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from vqganodip.presets import PRESETS


@contextmanager
def small_training() -> Iterator[None]:
    """Give the preset robust a narrow network and few candidates, and the segmentation network one crop per step."""
    robust = PRESETS["robust"]
    with pytest.MonkeyPatch.context() as patch:
        network = dataclasses.replace(robust.network, channels=16, n_embed=256, embed_dim=16)
        candidates = dataclasses.replace(robust.candidates, p=16, n=2, q=40)
        patch.setitem(PRESETS, "robust", dataclasses.replace(robust, network=network, candidates=candidates))
        patch.setattr("vqganodip.neural.trainers.segmentation_batches._BATCH", 1)
        # files of weights a little larger, in a quarter of the time
        patch.setattr(lzma, "compress", functools.partial(lzma.compress, preset=0))
        yield


if __name__ == "__main__":
    from vqganodip.cli.__main__ import start

    with small_training():
        start()

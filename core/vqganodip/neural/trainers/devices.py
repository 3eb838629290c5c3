"""Devices of a training: one CPU, one GPU, or several processes on either, with Lightning Fabric.

Importing Fabric takes a second or two, so only the training imports this module. With several devices, this process is
the first one; it starts the others and sends each its task, so the caller (command line, test, another program) sees
one process and one stream of progress.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing.context import SpawnProcess
from typing import Any, Final

import torch
from lightning_fabric import Fabric
from lightning_fabric.plugins import Precision
from lightning_fabric.plugins.environments.cluster_environment import ClusterEnvironment
from lightning_fabric.strategies.ddp import DDPStrategy
from torch import Tensor

from vqganodip.errors import TrainingError, VqganodipError
from vqganodip.neural.precision import has_bfloat16
from vqganodip.processes import become_helper, helpers_without_interrupts

__all__ = ["ProcessGroup", "check_devices", "open_process_group"]

logging.getLogger("lightning_fabric").setLevel(logging.WARNING)  # silence its start-up messages

_THIS_MACHINE: Final = "127.0.0.1"


class _Bfloat16(Precision):
    """Autocast to bfloat16. Unlike Fabric's own plugin, it keeps the input images in float32."""

    precision = "bf16-mixed"

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def forward_context(self) -> AbstractContextManager[Any]:
        return torch.autocast(self._kind, torch.bfloat16)


class _OneMachine(ClusterEnvironment):
    """Processes on one machine, started by :func:`open_process_group`."""

    def __init__(self, rank: int, world: int, port: int) -> None:
        self._rank, self._world, self._port = rank, world, port

    @property
    def creates_processes_externally(self) -> bool:
        return True

    @property
    def main_address(self) -> str:
        return _THIS_MACHINE

    @property
    def main_port(self) -> int:
        return self._port

    @staticmethod
    def detect() -> bool:
        return False

    def world_size(self) -> int:
        return self._world

    def set_world_size(self, size: int) -> None:
        pass

    def global_rank(self) -> int:
        return self._rank

    def set_global_rank(self, rank: int) -> None:
        pass

    def local_rank(self) -> int:
        return self._rank

    def node_rank(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class ProcessGroup:
    """One process of a training and its communication with the others; a single process needs none.

    Attributes:
        fabric: Launched Lightning Fabric.
        rank: Number of this process; 0 is the one that the caller drives.
        world: Number of processes.
    """

    fabric: Fabric
    rank: int
    world: int

    @property
    def device(self) -> torch.device:
        """Device of this process."""
        return self.fabric.device

    def agree(self, *values: float) -> list[float]:
        """Return the values of the first process in every process."""
        if self.world == 1:
            return list(values)
        shared = torch.tensor(values, dtype=torch.float64, device=self.device)
        torch.distributed.broadcast(shared, 0)
        return shared.tolist()

    def broadcast(self, tensor: Tensor) -> None:
        """Overwrite a tensor with that of the first process."""
        if self.world > 1:
            torch.distributed.broadcast(tensor, 0)

    def sum(self, tensor: Tensor) -> Tensor:
        """Sum a tensor over all processes, in a new tensor."""
        total = tensor.clone()
        if self.world > 1:
            torch.distributed.all_reduce(total)
        return total

    def gather(self, tensor: Tensor) -> Tensor:
        """Concatenate the tensors of all processes, which have one shape."""
        if self.world == 1:
            return tensor
        parts = [torch.empty_like(tensor) for _ in range(self.world)]
        torch.distributed.all_gather(parts, tensor.contiguous())
        return torch.cat(parts)


def check_devices(devices: int) -> str:
    """Return ``cuda`` if there is a GPU, otherwise ``cpu``; TrainingError if there are too few devices."""
    if not torch.cuda.is_available():
        most, kind, of = os.cpu_count() or 1, "cpu", "processor cores"
    else:
        most, kind, of = torch.cuda.device_count(), "cuda", "GPUs"
    if not 1 <= devices <= most:
        raise TrainingError(
            "training-devices-missing",
            "{asked} devices are asked for, this machine has {most} {of}",
            todo="Use --devices 1.",
            asked=devices,
            most=most,
            of=of,
        )
    return kind


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_THIS_MACHINE, 0))
        return int(probe.getsockname()[1])


@contextmanager
def _join(rank: int, world: int, port: int, precision: str) -> Iterator[ProcessGroup]:
    """Join a group of ``world`` processes; global settings are restored at the end."""
    kind = check_devices(world)
    low = has_bfloat16(kind) if precision == "auto" else precision == "bfloat16"
    plugins: list[Any] = [_Bfloat16(kind)] if low else []
    if world == 1:
        yield ProcessGroup(Fabric(accelerator=kind, devices=1, plugins=plugins), 0, 1)
        return
    threads = torch.get_num_threads()
    # each process keeps its own batch statistics of the critic and its own code counts until they are summed
    strategy = DDPStrategy(cluster_environment=_OneMachine(rank, world, port), forward_sync_buffers=False)
    fabric = Fabric(accelerator=kind, devices=world, strategy=strategy, plugins=plugins)
    try:
        fabric.launch()
        if kind == "cpu":
            torch.set_num_threads(max(1, threads // world))
        yield ProcessGroup(fabric, rank, world)
    finally:
        if torch.distributed.is_initialized():
            torch.distributed.destroy_process_group()
        torch.set_num_threads(threads)


def _run_worker(
    task: Callable[[ProcessGroup], object], rank: int, world: int, port: int, precision: str, threads: int
) -> None:
    """Run a task in an additional process, which ignores Ctrl-C and ends when the first process does."""
    become_helper()
    torch.set_num_threads(threads)
    try:
        with _join(rank, world, port, precision) as group:
            task(group)
    except VqganodipError:  # the first process raises the same error
        sys.exit(1)


@contextmanager
def open_process_group(
    devices: int, task: Callable[[ProcessGroup], object] | None = None, *, precision: str = "auto"
) -> Iterator[ProcessGroup]:
    """Start the other processes of a training, each with ``task``, and yield the group of the first.

    Args:
        devices: Number of GPUs, or of CPU processes on a machine without GPU.
        task: Task of the other processes; must be picklable. Not needed for one device.
        precision: ``auto`` (bfloat16 where the hardware supports it), ``bfloat16`` or ``float32``.

    Raises:
        TrainingError: Too few devices, or a process that ended before the training did.
    """
    check_devices(devices)
    port = _free_port() if devices > 1 else 0
    context = multiprocessing.get_context("spawn")
    others: list[SpawnProcess] = []
    try:
        for rank in range(1, devices):
            arguments = (task, rank, devices, port, precision, torch.get_num_threads())
            other = context.Process(target=_run_worker, args=arguments, name=f"device {rank}", daemon=True)
            with helpers_without_interrupts():
                other.start()
            others.append(other)
        with _join(0, devices, port, precision) as group:
            yield group
        for other in others:
            other.join(30)
    except RuntimeError as error:  # torch raises this when a connection breaks
        ended = [other for other in others if other.exitcode]
        if not ended:
            raise
        raise TrainingError(
            "training-process-ended",
            "the process of {name} ended before the training did (exit code {code})",
            todo="See its own message above; --resume picks up from the last checkpoint.",
            name=ended[0].name,
            code=str(ended[0].exitcode),
        ) from error
    finally:
        for other in others:
            if other.is_alive():
                other.terminate()
            other.join(10)

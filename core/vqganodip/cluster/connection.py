"""Connection to a scheduler of Dask, or to workers of this program's own on this computer."""

from __future__ import annotations

import logging
import os
import warnings
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vqganodip.cluster.address import check_address, security_for
from vqganodip.cluster.jobs import OnNotice
from vqganodip.cluster.parcel import Parcel
from vqganodip.cluster.workers import Workers
from vqganodip.errors import ClusterError
from vqganodip.processes import helpers_without_interrupts

if TYPE_CHECKING:
    from distributed import Client, Scheduler

__all__ = ["ClusterPlace", "connected"]

_LOGGED: Final = "distributed.admin.low-level-log-length"
"""Setting of Dask: number of past messages that each end of a connection keeps in memory, with the pictures in them."""

_CONNECT_S: Final = 30.0
_CLOSE_S: Final = 10.0
_THREADS: Final = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class ClusterPlace:
    """Place of the workers.

    Attributes:
        address: Address of the scheduler; empty for workers on this computer.
        workers: Number of workers to start on this computer; 0 with an address.
        certificates: Folder of certificates for TLS; None for the files that Dask's configuration names.
    """

    address: str = ""
    workers: int = 0
    certificates: Path | None = None


@contextmanager
def connected(
    place: ClusterPlace, parcel: Parcel | None = None, notice: OnNotice = lambda _: None
) -> Iterator[Workers]:
    """Connect to the workers of a cluster, or start some; those are ended with the block.

    Args:
        place: Where the workers are.
        parcel: Files that each worker gets before its first task; None without any.
        notice: Takes messages on workers.

    Raises:
        ClusterError: The extra is not installed, the address or the certificates cannot be used, or no scheduler
            answers.
    """
    if place.address:
        check_address(place.address)
    try:
        import cryptography  # noqa: F401
        import distributed  # noqa: F401
    except ImportError as error:
        raise ClusterError(
            "cluster-not-installed",
            "work on several computers needs Dask, which is not installed ({error})",
            todo="Install it with `pip install 'vqganodip[cluster]'`.",
            error=str(error),
        ) from error
    _silence()
    quiet: dict[str, Any] = {
        "logging": {"distributed": "critical"},
        "distributed.admin.large-graph-warning-threshold": "1TB",  # a picture is no graph
        _LOGGED: 0,
        "distributed.scheduler.http.routes": [],
    }
    with ExitStack() as stack:
        with helpers_without_interrupts():  # the threads and processes that start here leave Ctrl-C to this one
            client = _started(place, stack, quiet)
        yield Workers(client, parcel, notice)


def _started(place: ClusterPlace, stack: ExitStack, quiet: dict[str, Any]) -> Client:
    """Connect, or start workers first; what is closed at the end is added to the stack."""
    import dask
    from distributed import Client, LocalCluster
    from distributed.security import Security

    if place.address:
        security = security_for(place.address, place.certificates)
        stack.enter_context(dask.config.set(quiet))
        client = _client(place.address, security)
        with suppress(Exception):  # a scheduler without this program keeps up to a thousand
            client.run_on_scheduler(keep_no_messages)
    else:
        threads = os.environ.get(_THREADS[0]) or str(max(1, (os.cpu_count() or 1) // place.workers))
        quiet |= {f"distributed.nanny.pre-spawn-environ.{name}": threads for name in _THREADS}
        stack.enter_context(dask.config.set(quiet))
        cluster = LocalCluster(
            n_workers=place.workers,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            security=Security.temporary(),  # other people on this computer cannot use its ports
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            memory_limit=0,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0", "dashboard": False},
        )
        stack.callback(cluster.close, timeout=_CLOSE_S)
        client = Client(cluster, set_as_default=False)
    stack.callback(client.close, timeout=_CLOSE_S)
    return client


def _client(address: str, security: Any) -> Client:
    from distributed import Client

    try:
        return Client(address, security=security, timeout=_CONNECT_S, set_as_default=False, name="vqganodip")
    except (OSError, TimeoutError) as error:
        raise ClusterError(
            "cluster-unreachable",
            "no scheduler answers ({error})",
            where=address,
            todo="Start it with `dask scheduler`, and check address, certificates and firewall.",
            error=str(error).splitlines()[0] if str(error) else type(error).__name__,
        ) from error


def keep_no_messages(dask_scheduler: Scheduler) -> None:
    """Let the scheduler in whose process this runs keep no past messages, whose pictures would fill its memory."""
    import dask

    dask.config.set({_LOGGED: 0})  # for workers that join later
    for sender in (*dask_scheduler.stream_comms.values(), *dask_scheduler.client_comms.values()):
        sender.recent_message_log = deque(maxlen=0)


def _silence() -> None:
    """Leave out what Dask logs and warns of: this program reports lost workers and other versions itself."""
    for name in ("distributed", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", module=r"distributed\..*")
    warnings.filterwarnings("ignore", message=r".*Mismatched versions found.*")

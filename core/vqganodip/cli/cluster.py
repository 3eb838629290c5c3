"""Options of the verbs that work on the workers of a cluster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vqganodip.cli.terminal import echo
from vqganodip.errors import Message

if TYPE_CHECKING:
    from vqganodip.cluster.connection import ClusterPlace

__all__ = ["ClusterAddress", "ClusterWorkers", "TlsFolder", "cluster_place", "on_workers", "tell_of_workers"]

ClusterAddress = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        help="Spread the boards over the workers of the Dask scheduler at this address; needs the extra cluster. "
        "tcp:// is taken for this computer alone.",
        metavar="tls://HOST:PORT",
    ),
]

ClusterWorkers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        help="Spread the boards over this number of worker processes, started on this computer; needs the extra "
        "cluster.",
        min=1,
    ),
]

TlsFolder = Annotated[
    Path | None,
    typer.Option(
        "--tls",
        help="Folder with ca.pem, cert.pem and key.pem for --cluster; without it Dask's configuration names them.",
        metavar="DIR",
    ),
]


def cluster_place(address: str | None, workers: int | None, certificates: Path | None) -> ClusterPlace | None:
    """Return where the workers are that the options name; None without any.

    Raises:
        ClusterError: The address cannot be used.
        typer.BadParameter: The options contradict each other.
    """
    if address is not None and workers is not None:
        raise typer.BadParameter("--cluster and --workers exclude each other")
    if certificates is not None and address is None:
        raise typer.BadParameter("--tls needs --cluster")
    if address is None and workers is None:
        return None
    from vqganodip.cluster.address import check_address
    from vqganodip.cluster.connection import ClusterPlace

    if address is not None:
        check_address(address)
    return ClusterPlace(address or "", workers or 0, certificates)


def on_workers(done: int, of: int, workers: int) -> str:
    """Return progress over all workers in words."""
    return f"{done} of {of} on {workers} {'worker' if workers == 1 else 'workers'}"


def tell_of_workers(text: Message) -> None:
    """Print a message on workers on standard error."""
    echo(f"vqganodip: {' '.join(str(text).split())}", err=True)

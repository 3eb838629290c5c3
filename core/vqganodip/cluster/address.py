"""Addresses of schedulers and workers, and the certificates for them: TLS, or this computer alone.

Dask runs any code that a member of the cluster sends, so an address that others can reach is used with TLS only, where
every member shows a certificate signed by the same authority.
"""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from vqganodip.errors import ClusterError

if TYPE_CHECKING:
    from distributed.security import Security

__all__ = ["TLS_FILES", "check_address", "is_protected", "security_for"]

TLS_FILES: Final = ("ca.pem", "cert.pem", "key.pem")
"""Files in the folder of certificates: the authority, the own certificate, its key."""

_TLS: Final = "tls"
_TCP: Final = "tcp"


def is_protected(address: str) -> bool:
    """True for an address with TLS, and for one that this computer alone can reach."""
    parts = urlsplit(address)
    return parts.scheme == _TLS or (parts.scheme == _TCP and _is_loopback(parts.hostname or ""))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def check_address(address: str) -> None:
    """Check the address of a scheduler.

    Raises:
        ClusterError: It has another form than tls://HOST:PORT, or leads to another computer without TLS.
    """
    try:
        parts = urlsplit(address)
        complete = parts.scheme in (_TLS, _TCP) and bool(parts.hostname) and parts.port is not None
    except ValueError:
        complete = False
    if not complete:
        raise ClusterError(
            "cluster-address-invalid",
            "this is no address of a scheduler",
            where=address,
            todo="Give it as tls://HOST:PORT.",
        )
    if not is_protected(address):
        raise ClusterError(
            "cluster-address-open",
            "without TLS anyone in the network could read the boards and run programs on the workers",
            where=address,
            todo="Start scheduler and workers with certificates, and give tls://HOST:PORT; tcp:// is for this computer "
            "alone, as tcp://127.0.0.1:PORT.",
        )


def security_for(address: str, folder: Path | None) -> Security | None:
    """Return the certificates for an address; None for one without TLS.

    Args:
        address: Address of the scheduler.
        folder: Folder with TLS_FILES; None for the files that Dask's configuration names.

    Raises:
        ClusterError: A file is missing, unreadable or no certificate.
    """
    from distributed.security import Security

    if urlsplit(address).scheme != _TLS:
        return None
    if folder is None:
        security = Security(require_encryption=True)
        files = [security.tls_ca_file, security.tls_client_cert, security.tls_client_key]
        if not all(files):
            raise ClusterError(
                "cluster-tls-missing",
                "there are no certificates for TLS",
                where=address,
                todo="Give a folder with {files} by --tls, or name them in Dask's configuration "
                "(distributed.comm.tls).",
                files=", ".join(TLS_FILES),
            )
    else:
        files = [str(folder / name) for name in TLS_FILES]
        ca, certificate, key = files
        security = Security(require_encryption=True, tls_ca_file=ca, tls_client_cert=certificate, tls_client_key=key)
    try:
        for file in files:
            if "\n" not in file:  # Dask's configuration may hold the certificate itself
                Path(file).read_bytes()
        security.get_connection_args("client")
    except OSError as error:  # ssl's errors too
        raise ClusterError(
            "cluster-tls-unreadable",
            "the certificates for TLS cannot be used ({error})",
            where=error.filename or folder or address,
            todo="Check the files {files}.",
            error=str(error.strerror or error),
            files=", ".join(TLS_FILES),
        ) from error
    return security

"""A scheduler and workers of Dask as processes of their own, with certificates made for the test."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from engine.waiting import wait_until

from vqganodip.cluster.address import TLS_FILES

__all__ = ["DaskCluster", "dask_cluster", "write_certificates"]

_TESTS: Final = Path(__file__).parents[1]
"""Folder of the tests, whose functions the processes of a cluster import."""

_TLS_OPTIONS: Final = ("--tls-ca-file", "--tls-cert", "--tls-key")


class DaskCluster:
    """Processes of one cluster.

    Attributes:
        address: Address of the scheduler.
        certificates: Folder of certificates; None without TLS.
        workers: The workers' processes, in the order of their start.
    """

    def __init__(self, folder: Path, certificates: Path | None) -> None:
        self.certificates = certificates
        self.workers: list[subprocess.Popen[bytes]] = []
        self._folder = folder
        self._tls: list[str] = []
        if certificates is not None:
            files = zip(_TLS_OPTIONS, TLS_FILES, strict=True)
            self._tls = [text for option, file in files for text in (option, str(certificates / file))]
        scheme = "tcp" if certificates is None else "tls"
        file = folder / "scheduler.json"
        listen = ("--host", f"{scheme}://127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        self.scheduler = self._start("scheduler", *listen, "--no-dashboard", "--scheduler-file", str(file))
        wait_until(lambda: file.exists() and file.stat().st_size > 0, self.scheduler.poll)
        lines = self._log("scheduler")
        wait_until(lambda: "Scheduler at:" in lines.read_text(), self.scheduler.poll)
        at = next(line for line in lines.read_text().splitlines() if "Scheduler at:" in line)
        self.address = at.split()[-1]

    def start_worker(self, *, preload: str = "") -> subprocess.Popen[bytes]:
        """Start a worker and wait until it is registered; ``preload`` is Python text that it runs first."""
        name = f"worker-{len(self.workers)}"
        options = ["--no-nanny", "--nthreads", "1", "--memory-limit", "0", "--no-dashboard", "--name", name]
        options += ["--local-directory", str(self._folder / name), "--host", "127.0.0.1"]
        options += ["--dashboard-address", "127.0.0.1:0"]
        if preload:
            script = self._folder / f"{name}_first.py"
            script.write_text(preload, encoding="utf-8")
            options += ["--preload", str(script)]
        worker = self._start("worker", self.address, *options, name=name)
        self.workers.append(worker)
        wait_until(lambda: "Registered to" in self._log(name).read_text(), worker.poll)
        return worker

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """Kill a worker with SIGKILL."""
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    def stop(self) -> None:
        """End all processes."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def _log(self, name: str) -> Path:
        return self._folder / f"{name}.log"

    def _start(self, part: str, *options: str, name: str = "") -> subprocess.Popen[bytes]:
        with self._log(name or part).open("wb") as log:
            return subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{part}", *options, *self._tls],
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONUNBUFFERED": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": str(_TESTS)},
            )


@contextmanager
def dask_cluster(folder: Path, *, tls: bool = False) -> Iterator[DaskCluster]:
    """Start a scheduler; all processes end with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    cluster = DaskCluster(folder, write_certificates(folder / "certificates") if tls else None)
    try:
        yield cluster
    finally:
        cluster.stop()


def write_certificates(folder: Path) -> Path:
    """Write an authority and a certificate signed by it, with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    folder.mkdir()
    now = datetime.datetime.now(datetime.UTC)

    def certificate(name: str, own: ec.EllipticCurvePrivateKey, signer: ec.EllipticCurvePrivateKey) -> bytes:
        authority = own is signer
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        issuer = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "authority")])
        builder = x509.CertificateBuilder(issuer, subject, own.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(now - datetime.timedelta(days=1))
        builder = builder.not_valid_after(now + datetime.timedelta(days=1))
        builder = builder.add_extension(x509.BasicConstraints(authority, None), critical=True)
        return builder.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    authority, member = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    (folder / "ca.pem").write_bytes(certificate("authority", authority, authority))
    (folder / "cert.pem").write_bytes(certificate("member", member, authority))
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(member.private_bytes(*form))
    return folder

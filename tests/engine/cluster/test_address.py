"""Addresses that are taken and refused, and certificates that cannot be used."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from engine.command_line import run
from engine.dask_cluster import write_certificates

from vqganodip.cluster.address import check_address, is_protected, security_for
from vqganodip.cluster.connection import ClusterPlace, connected
from vqganodip.errors import ClusterError


@pytest.mark.parametrize("address", ["tls://server:8786", "tls://10.0.0.4:8786", "tcp://127.0.0.1:1", "tcp://[::1]:1"])
def test_that_tls_and_this_computer_are_taken(address: str) -> None:
    check_address(address)
    assert is_protected(address)


@pytest.mark.parametrize("address", ["tcp://server:8786", "tcp://10.0.0.4:8786", "tcp://127.0.0.1.example.org:1"])
def test_that_another_computer_without_tls_is_refused(address: str) -> None:
    with pytest.raises(ClusterError) as refused:
        check_address(address)
    assert refused.value.code == "cluster-address-open"
    assert not is_protected(address)


@pytest.mark.parametrize(
    "address", ["server:8786", "tls://server", "ws://server:1", "tls://server:port", "tls://[", ""]
)
def test_that_other_forms_are_no_address(address: str) -> None:
    with pytest.raises(ClusterError) as refused:
        check_address(address)
    assert refused.value.code == "cluster-address-invalid"


def test_that_the_program_refuses_an_open_address_before_it_reads_anything(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("inspect", tmp_path, "--bundle", tmp_path, "--cluster", "tcp://10.0.0.4:8786") == 1
    told = capsys.readouterr().err
    assert told.startswith("vqganodip: tcp://10.0.0.4:8786: without TLS anyone")
    assert told.count("\n") == 1
    assert run("inspect", tmp_path, "--bundle", tmp_path, "--cluster", "tls://a:1", "--workers", "2") == 2
    assert run("render", tmp_path / "out", "--seed", "1", "--tls", tmp_path) == 2


def test_that_missing_and_broken_certificates_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ClusterError) as missing:
        security_for("tls://server:8786", None)
    assert missing.value.code == "cluster-tls-missing"
    with pytest.raises(ClusterError) as unreadable:
        security_for("tls://server:8786", tmp_path)
    assert unreadable.value.where == str(tmp_path / "ca.pem")
    folder = write_certificates(tmp_path / "good")
    assert security_for("tls://server:8786", folder) is not None
    assert security_for("tcp://127.0.0.1:8786", None) is None
    (folder / "key.pem").write_text("no key")
    with pytest.raises(ClusterError) as broken:
        security_for("tls://server:8786", folder)
    assert broken.value.code == "cluster-tls-unreadable"


def test_that_the_missing_extra_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as missing, connected(ClusterPlace(workers=1)):
        pass
    assert missing.value.code == "cluster-not-installed"
    assert "pip install 'vqganodip[cluster]'" in str(missing.value)


def test_that_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vqganodip.cluster.connection._CONNECT_S", 0.5)
    with pytest.raises(ClusterError) as silent, connected(ClusterPlace("tcp://127.0.0.1:1")):
        pass
    assert silent.value.code == "cluster-unreachable"

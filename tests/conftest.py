"""Fixtures and settings of all tests: a temporary home, databases on a server, and no deadlines for examples."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from engine.postgresql_server import Server, start_server
from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # on a busy machine every example may be slow


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="database of the workspaces that the tests of the window open",
    )


@pytest.fixture(scope="session", autouse=True)
def a_home_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Set up one home per test process, which the programs that it starts inherit."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CONFIG", "DATA", "STATE"):  # not the cache: it holds downloaded weights
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        yield


@pytest.fixture(autouse=True)
def reproducible_client_ids(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Identifiers of records that follow from the test: the hash of a record decides which boards return as probes."""
    source = random.Random(request.node.nodeid)
    for module in ("session", "escapes"):
        monkeypatch.setattr(f"vqganodip.review.{module}.new_client_id", lambda: source.randbytes(16).hex())


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A server for the whole test process."""
    with start_server() as server:
        yield server


@pytest.fixture
def postgresql(postgresql_server: Server) -> Iterator[str]:
    """Connection string of an empty database, which is dropped after the test."""
    place = postgresql_server.new_database()
    yield place
    postgresql_server.drop(place)

"""Tests leave the person who starts them alone: settings, logs and workspaces go to a home of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def a_home_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One for each process that runs tests, also for the programs that they start."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CONFIG", "DATA", "STATE"):  # not the cache: weights that were downloaded once lie there
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        yield

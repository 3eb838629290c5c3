"""Settings, logs and workspaces of tests go to a temporary home, not to that of the person who runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def a_home_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Set up one home per test process, which the programs that it starts inherit."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("CONFIG", "DATA", "STATE"):  # not the cache: it holds downloaded weights
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        yield

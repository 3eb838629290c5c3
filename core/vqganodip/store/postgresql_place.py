"""Connection strings of PostgreSQL: what they may hold, how they are shown, and how a connection is protected."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from vqganodip.errors import StoreError

__all__ = ["PostgresqlPlace"]

_SECRETS: Final = ("password", "sslpassword")

_DEFAULTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "application_name": "vqganodip",
        "connect_timeout": "10",
        "keepalives_idle": "30",
        "keepalives_interval": "10",
        "keepalives_count": "3",
        "tcp_user_timeout": "30000",
    }
)
"""A server that does not answer is noticed within half a minute."""


@dataclass(frozen=True, slots=True)
class PostgresqlPlace:
    """A database on a server.

    Attributes:
        text: The connection string, ``postgresql://user@host:port/database``; it holds no password.
        parameters: What libpq is given.
    """

    text: str
    parameters: Mapping[str, str]

    @classmethod
    def parse(cls, text: str) -> PostgresqlPlace:
        """Read a connection string.

        Raises:
            StoreError: It is none, names no database, or holds a password.
        """
        try:
            given = {name: str(value) for name, value in conninfo_to_dict(text).items() if value is not None}
        except ProgrammingError:
            given = {}  # the reason of libpq may repeat a password
        if not text.startswith(("postgresql://", "postgres://")) or "dbname" not in given:
            raise StoreError(
                "database-string-invalid",
                "the connection string of the database cannot be read",
                todo="Write it as postgresql://user@host:port/database.",
            )
        if any(name in given for name in _SECRETS):
            raise StoreError(
                "database-string-password",
                "the connection string of the database holds a password",
                where=_shown(given),
                todo="Leave it out, and write it into the password file of PostgreSQL (~/.pgpass) on each computer.",
            )
        safe = {} if _is_here(given) else {"sslmode": "verify-full"}
        return cls(text, MappingProxyType({**_DEFAULTS, **safe, **given, "client_encoding": "utf8"}))

    def __str__(self) -> str:
        return _shown(self.parameters)


def _shown(parameters: Mapping[str, str]) -> str:
    user = f"{parameters['user']}@" if "user" in parameters else ""
    host = parameters.get("host", parameters.get("hostaddr", ""))
    port = f":{parameters['port']}" if "port" in parameters else ""
    return f"postgresql://{user}{host}{port}/{parameters.get('dbname', '')}"


def _is_here(parameters: Mapping[str, str]) -> bool:
    """True if every host is this computer, reached without a network."""
    if "service" in parameters or os.environ.get("PGSERVICE"):
        return False  # its file may name any host
    found = parameters.get("hostaddr") or parameters.get("host")
    found = found or os.environ.get("PGHOSTADDR") or os.environ.get("PGHOST", "")
    return all(_is_loopback(host) for host in found.split(","))


def _is_loopback(host: str) -> bool:
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

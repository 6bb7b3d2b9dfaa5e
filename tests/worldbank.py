"""A stand-in for the World Bank's API on this machine, in the shape its client reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

PER_PAGE = 2
Figures = Mapping[tuple[str, str], float | None]  # by (ISO3 code, year)


@dataclass
class Api:
    """What it answers: figures, or with ``broken`` this very text, from page ``breaks_at`` on."""

    figures: Figures
    updated: str = "2026-07-01"
    broken: str = ""
    breaks_at: int = 1
    address: str = ""
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str) -> str:
        split = urlsplit(path)
        page = int(parse_qs(split.query)["page"][0])
        self.asked.append(split.path)
        if self.broken and page >= self.breaks_at:
            return self.broken
        return json.dumps(self.series(split.path, page) if "/series/" in path else self.database())

    def database(self) -> object:
        """What it tells of the database itself: the old shape, a list of two."""
        return [{"page": 1, "total": 1}, [{"id": "2", "lastupdated": self.updated}]]

    def series(self, path: str, page: int) -> object:
        """One page of figures: the newer shape, every figure with its variables."""
        wanted = path.split("/country/")[1].split("/")[0].split(";")
        rows = [(key, value) for key, value in self.figures.items() if key[0] in wanted]
        shown = rows[(page - 1) * PER_PAGE : page * PER_PAGE]
        data = [{"variable": _variables(*key), "value": value} for key, value in shown]
        return {
            "page": page, "per_page": PER_PAGE, "total": len(rows), "lastupdated": self.updated,
            "source": {"id": "2", "name": "World Development Indicators", "data": data},
        }  # fmt: skip


def _variables(place: str, year: str) -> list[dict[str, str]]:
    return [
        {"concept": "Country", "id": place, "value": place},
        {"concept": "Series", "id": "IT.NET.USER.ZS", "value": "Individuals using the Internet"},
        {"concept": "Time", "id": f"YR{year}", "value": year},
    ]


@contextmanager
def serving(api: Api) -> Iterator[Api]:
    """The API on a free port of this machine until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(api.answer(self.path).encode())

        def log_message(self, *_: object) -> None:
            """A test says nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.address = f"http://127.0.0.1:{server.server_port}/v2"
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

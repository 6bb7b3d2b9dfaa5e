"""Clients that are slow, silent or broken, and the visitor beside them."""

from __future__ import annotations

import asyncio
import random
import re
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit
from urllib.request import urlopen

from indicators.strings import text
from indicators.ui.registry import PAGES
from tests.browser.server import Server, serve
from tests.visits import STREAM, Visit

SHAKE = (
    f"GET {STREAM} HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: streamlit\r\n\r\n"
).encode()
_LENGTH = (8, "big")


def frame(payload: bytes, kind: int = 0x82, length: int | None = None) -> bytes:
    """A websocket frame under a mask of zeros, of a length that may be a lie."""
    claimed = len(payload) if length is None else length
    return bytes([kind, 0xFF]) + claimed.to_bytes(*_LENGTH) + bytes(4) + payload


ASK = Visit("http://here").request("themes")
# What clients send before they fall silent and read nothing, before the handshake and after it.
STRANGERS = {
    "nothing": b"",
    "half a handshake": SHAKE[:70],
    "no HTTP": b"\x16\x03\x01" + bytes(range(256)),
}
SILENT = {
    "nothing more": b"",
    "half a frame": frame(ASK)[:-5],
    "requests without end": frame(ASK) * 300,
}
REFUSED = {
    "garbage": frame(random.Random(7).randbytes(5000)),
    "text": frame(b"hello", 0x81),
    "no mask": b"\x82\x05hello",
    "an unknown kind of frame": frame(b"hello", 0x8F),
    "more than the limit of the state": frame(bytes(13_000_000)),
    "a length beyond the limit of a message": frame(ASK, length=17_000_000),
    "a length beyond all limits": frame(ASK, length=2**40),
}


def test_broken_clients_disturb_nobody(tmp_path: Path) -> None:
    """While they hang on, a visitor goes from page to page; afterwards nothing of them is left."""

    async def scene(server: Server) -> None:
        async with asyncio.TaskGroup() as group:
            leaving = asyncio.Event()
            for sent in STRANGERS.values():
                group.create_task(_break(server, b"", sent, leaving))
            for sent in SILENT.values():
                group.create_task(_break(server, SHAKE, sent, leaving))
            for name, sent in REFUSED.items():
                group.create_task(_refused(server, sent), name=name)
            visit = Visit(server.url)
            await visit.arrive("")
            for page in PAGES[1:5]:
                await visit.go(page.slug)
                assert visit.headings == [text("zh", f"page.{page.slug}.title")]
            leaving.set()
            await visit.leave()

    with serve(tmp_path / "log.txt") as server:
        asyncio.run(scene(server))
        deadline = monotonic() + 30
        while (left := _sessions(server)) and monotonic() < deadline:
            pass
        assert left == 0


async def _shaken(
    server: Server, shake: bytes
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection on which the handshake, if any, is done."""
    parts = urlsplit(server.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=1024)
    writer.write(shake)
    if shake:
        await reader.readuntil(b"\r\n\r\n")
    return reader, writer


async def _break(server: Server, shake: bytes, sent: bytes, leaving: asyncio.Event) -> None:
    """Send something broken, read nothing more, and stay until it is time to leave."""
    _, writer = await _shaken(server, shake)
    writer.write(sent)
    await leaving.wait()
    writer.close()


async def _refused(server: Server, sent: bytes) -> None:
    """Send something broken; the server hangs up."""
    reader, writer = await _shaken(server, SHAKE)
    writer.write(sent)
    async with asyncio.timeout(60):
        try:
            while await reader.read(65536):
                pass
        except ConnectionError:
            return
        finally:
            writer.close()


def _sessions(server: Server) -> int:
    """How many sessions the server holds open."""
    with urlopen(f"{server.url}/_stcore/metrics", timeout=30) as answer:
        [count] = re.findall(r"^active_sessions (\d+)", answer.read().decode(), re.MULTILINE)
    return int(count)

"""What a server sends leaves at once."""

from __future__ import annotations

import os
import socket

from indicators.ui.web.promptly import OPEN, send_promptly


def delays(server: socket.socket) -> bool:
    """Whether a connection that this server accepts holds small messages back."""
    with socket.create_connection(server.getsockname()), server.accept()[0] as accepted:
        return not accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_connections_of_a_listening_socket_hold_nothing_back() -> None:
    """The socket is bound as Streamlit binds its own; no file is left open."""
    with socket.socket(socket.AF_INET) as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        before = len(os.listdir(OPEN))
        assert delays(server)
        send_promptly()
        assert not delays(server)
        assert len(os.listdir(OPEN)) == before

"""Response headers: what a page may load, who may frame it, what is told to other sites."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_policy(shell: str, embed_origins: Sequence[str] = ()) -> str:
    """The Content-Security-Policy: this host alone, no eval, and the shell's own inline script.

    blob: is how Streamlit loads components v2. ``embed_origins`` may frame our pages.
    """
    inline = re.findall(r"<script>(.*?)</script>", shell, re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in inline)
    scripts = " ".join(f"'sha256-{digest}'" for digest in hashes)
    framers = " ".join(["'self'", *embed_origins])
    return (
        f"default-src 'self'; script-src 'self' blob: {scripts}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        f"connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors {framers}; "
        "base-uri 'self'; object-src 'none'; form-action 'self'"
    )


class SecurityHeaders:
    """Adds the headers that keep a page to this host, to every answer."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.headers = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)

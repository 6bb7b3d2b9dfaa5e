"""The addresses under /api at which programs read the data; what stands there, see api_answers.

Apart from it, because the server is up before the engine and the data are loaded.
"""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from indicators.ui import warm
from indicators.ui.web import base
from indicators.ui.web.addresses import READ

NAME = "api"
_WRITE = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def routes() -> list[Route | Mount]:
    """The routes, below the base path that the server runs under; any site may read them."""
    root = f"{base.path()}/{NAME}"
    readable = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=READ,
        allow_headers=["If-None-Match"],
        expose_headers=["ETag"],
    )
    inside = Route("/{path:path}", answer, methods=[*READ, *_WRITE])
    bare = Route(root, lambda _: RedirectResponse(f"./{NAME}/", status_code=307))
    return [bare, Mount(root, routes=[inside], middleware=[readable])]


def answer(request: Request) -> Response:
    """What stands at the address asked for, once everything is loaded."""
    warm.wait()
    from indicators.ui import api_answers

    return api_answers.answer(request)

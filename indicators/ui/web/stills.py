"""The still pictures of the site: the previews of a link, one a language, and the favicon.

`python -m tests.browser.stills` draws them.
"""

from __future__ import annotations

from pathlib import Path

from starlette.responses import FileResponse
from starlette.routing import Route

from indicators.strings import Lang
from indicators.ui.web import base

FOLDER = Path(__file__).with_name("stills")
SIZE = (1200, 630)  # pixels of a preview
ICON = "favicon.png"


def preview(lang: Lang) -> str:
    """The file of the preview in a language."""
    return f"preview-{lang}.png"


def routes() -> list[Route]:
    """Where they are served; the favicon instead of Streamlit's."""
    return [_route(path) for path in sorted(FOLDER.glob("*.png"))]


def _route(path: Path) -> Route:
    headers = {"cache-control": "public, max-age=86400"}
    return Route(f"{base.path()}/{path.name}", lambda _: FileResponse(path, headers=headers))

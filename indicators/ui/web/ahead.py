"""What a browser has before Streamlit's own script asks for it: the style, the visit, the scripts.

Left alone, Streamlit first looks for its server (below a page's own address, where it is not, then
above it), and fetches the script of each kind of element when the first of that kind arrives.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import streamlit as st

from indicators.ui import script, style

# Streamlit's own list of its scripts: for each its file and the keys of what it imports.
Manifest = dict[str, dict[str, Any]]
FOLDER = Path(st.__file__).parent / "static"
_ROOT = '<div id="root">'  # all that is drawn; after the style, so that a page's own rules win
_ELEMENT = "../lib/src/components/{}.tsx"
# Not Plotly's script: fetched beforehand it took over a second of processor time more.
EVERYWHERE = ("elements/Html/Html", "widgets/BidiComponent/BidiComponent")


def shell() -> str:
    """Streamlit's own page with our style, our scripts, and links to others."""
    page = (FOLDER / "index.html").read_text("utf-8")
    page = page.replace("</head>", f"{connection()}{script.element()}{scripts()}</head>")
    return page.replace(_ROOT, f"{style.element()}{_ROOT}")


def connection() -> str:
    """The script that names the server, beside every page, so that the visit opens at once.

    Streamlit still asks its server what else it must know, while the page is being drawn.
    """
    host = {
        "allowedOrigins": st.get_option("client.allowedOrigins"),
        "useExternalAuthToken": False,
    }
    return (
        '<script>{const site = new URL(".", location.href).href\n'
        "window.__streamlit = {BACKEND_BASE_URL: site, MAIN_PAGE_BASE_URL: site, "
        f"HOST_CONFIG: {json.dumps(host)}}}}}</script>"
    )


def scripts() -> str:
    """Links that fetch the scripts every page needs together with Streamlit's first ones."""
    manifest: Manifest = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
    first = _needed(manifest, ["index.html"])
    later = _needed(manifest, [_ELEMENT.format(kind) for kind in EVERYWHERE])
    files = [manifest[key]["file"] for key in later if key not in first]
    return "".join(f'<link rel="modulepreload" crossorigin href="./{file}">' for file in files)


def _needed(manifest: Manifest, keys: Iterable[str]) -> dict[str, None]:
    """These keys and all they import, each once, in the order in which they are met."""
    found: dict[str, None] = {}
    waiting = list(keys)
    while waiting:
        key = waiting.pop(0)
        if key not in found:
            found[key] = None
            waiting += manifest[key].get("imports", [])
    return found

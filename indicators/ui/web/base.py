"""Where on its host the site lies: the base path before each of its addresses."""

from __future__ import annotations

import streamlit as st
from starlette.types import Scope


def path() -> str:
    """The base path with a slash before it, "" where the site has its host to itself."""
    given = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{given}" if given else ""


def below(scope: Scope) -> str | None:
    """What a request asks for below the base path, "" for the site itself; None elsewhere."""
    asked = str(scope["path"]).removeprefix(scope.get("root_path", ""))
    root, inside = path() + "/", asked.lstrip("/")
    return f"/{inside}".removeprefix(root) if f"/{inside}".startswith(root) else None

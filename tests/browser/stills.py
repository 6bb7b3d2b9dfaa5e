"""Draws the still pictures of the site: the previews that a shared link shows, and the favicon.

``python -m tests.browser.stills`` after a change of the words, the mark or the colours.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, sync_playwright

from indicators import library
from indicators.figures import lines
from indicators.strings import LANGS, Lang, text
from indicators.theme import FONT, LIGHT
from indicators.ui import sparkline
from indicators.ui.web import stills
from indicators.ui.web.shell import MARK
from tests.browser import chromium

ICON_SIDE = 192
SAYS = "Description"  # under which a preview carries its words, for those who read no pictures
_CURVE = (1040, 190)


def preview(lang: Lang) -> str:
    """A page of the size of a preview: the mark, the site in a sentence, a curve of its data."""
    width, height = stills.SIZE
    words = escape(text(lang, "app.description"))
    size = 58 if lang == "zh" else 50
    return (
        f'<html lang="{text(lang, "app.tag")}"><body style="margin:0;width:{width}px;'
        f"height:{height}px;box-sizing:border-box;padding:64px 80px 56px;display:flex;"
        f"flex-direction:column;justify-content:space-between;border-top:14px solid {LIGHT.accent};"
        f'background:{LIGHT.background};color:{LIGHT.text};font:600 {size}px/1.4 {escape(FONT)}">'
        f'<div style="display:flex;gap:36px">{_mark(96)}<div style="text-wrap:balance">{words}</div></div>{_curve()}'
        "</body></html>"
    )


def _mark(side: int) -> str:
    data = b64encode(MARK.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" width="{side}" height="{side}">'


def _curve() -> str:
    """How many of those in China are online, from the first survey on."""
    observations = library.default().observations["internet_penetration"]
    drawn = next(
        line
        for line in lines.split(observations)
        if line.last.geo == "CN" and line.last.area == "total"
    )
    width, height = _CURVE
    strokes = "".join(sparkline.strokes([lines.segments(drawn)], width, height))
    return (
        f'<svg width="{width}" height="{height}" overflow="visible" stroke="{LIGHT.accent}" fill="{LIGHT.accent}" '
        f'stroke-width="5">{strokes}</svg>'
    )


def drawn(browser: Browser, page: str, size: tuple[int, int], says: str) -> bytes:
    """A page as a PNG of few colours that carries its words."""
    sheet = browser.new_page(viewport={"width": size[0], "height": size[1]})
    sheet.set_content(page)
    shot = Image.open(BytesIO(sheet.screenshot(omit_background=True)))
    sheet.close()
    told, packed = PngInfo(), BytesIO()
    told.add_itxt(SAYS, says)
    shot.quantize(64).save(packed, "PNG", optimize=True, pnginfo=told)
    return packed.getvalue()


def main() -> None:
    """Draw them all."""
    stills.FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        for lang in LANGS:
            picture = drawn(browser, preview(lang), stills.SIZE, text(lang, "app.description"))
            (stills.FOLDER / stills.preview(lang)).write_bytes(picture)
        mark = f'<body style="margin:0">{_mark(ICON_SIDE)}'
        icon = drawn(browser, mark, (ICON_SIDE, ICON_SIDE), text("en", "app.name"))
        (stills.FOLDER / stills.ICON).write_bytes(icon)


if __name__ == "__main__":
    main()

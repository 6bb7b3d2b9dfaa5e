"""An indicator in two files and a text in three, as a newcomer would add them."""

from __future__ import annotations

from pathlib import Path

INDICATOR, NAME, NAME_EN = "rural_digital_posts", "乡村数字驿站数量", "Rural digital posts"
SLUG, TITLE, FIGURE = "900_stations", "数字驿站进乡村", "1500个"

FILES = {
    f"indicators/{INDICATOR}.toml": f"""
family = "internet"
order = 90
unit = "site"

[name]
zh = "{NAME}"
en = "{NAME_EN}"

[short]
zh = "数字驿站"
en = "Posts"

[definition]
zh = "行政村内提供网上办事的固定站点数。"
en = "Fixed points in villages where services can be had online."

[texts]
labels = ["乡村数字驿站", "乡村数字驿站数量"]
misnomers = []
""",
    f"indicators/{INDICATOR}.csv": """\
as_of,geo,area,level,scope,value,printed,source,status,note
2018-12,CN,total,,,1200,1200个,cnnic-43,seen,
2020-12,CN,total,,,1500,1500个,cnnic-47,seen,
""",
    f"texts/{SLUG}.txt": f"{TITLE}\n截至2020年12月，乡村数字驿站达{FIGURE}。\n",
    f"texts/{SLUG}.toml": f"""
title = "{TITLE}"
published = "2021-02"

[rights]
zh = "为测试而写。"
en = "Written for the tests."
""",
    f"texts/{SLUG}.quotes.csv": f"""\
surface,indicator,kind,geo,area,level,value,unit,as_of,expected,why
{FIGURE},{INDICATOR},level,CN,total,,1500,site,2020-12,match,
""",
}


def add_to(data: Path) -> None:
    """Put the five files into a copy of data/."""
    for name, content in FILES.items():
        (data / name).write_text(content.lstrip("\n"), "utf-8")

"""References are written as GB/T 7714-2015, APA 7 and BibTeX ask, and leave out what is unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators.citations import STYLES, cite, cite_document, cite_view
from indicators.series import Observation
from indicators.sources import Source
from indicators.texts import Document

TODAY = date(2026, 11, 25)

REPORT = Source(
    id="cnnic-29",
    title_zh="第29次《中国互联网络发展状况统计报告》",
    title_en="The 29th Statistical Report on Internet Development in China",
    publisher_zh="中国互联网络信息中心",
    publisher_en="China Internet Network Information Center",
    published="2012-01-16",
    series="cnnic",
    number=29,
    as_of="2011-12",
    resources_as_of=None,
    url="https://www.cnnic.net.cn/report29.pdf",
    licence=None,
    note="",
)
PRINTED = replace(REPORT, url=None)
UNDATED = replace(REPORT, published=None)
BARE = replace(REPORT, published=None, url=None, publisher_zh="", publisher_en="")
MONTH_ONLY = replace(REPORT, published="2012-01")
DATABASE = replace(
    REPORT, id="itu", title_zh="ITU DataHub", title_en="ITU DataHub", published=None, series=None,
    publisher_zh="国际电信联盟", publisher_en="International Telecommunication Union",
)  # fmt: skip
PRESS = replace(
    PRINTED, title_zh="政务微博统计", title_en="Government microblogs", publisher_zh="新闻报道",
    publisher_en="Press report",
)  # fmt: skip
JOINT = replace(PRINTED, title_zh="政务指数报告", publisher_zh="某报、某网")
MIXED = "{100%} & more_#$~^\\"

SOURCES = [
    # The first is the standard's own example of a report read online, with its title of today.
    (REPORT, "gbt7714", "zh", "中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. "
     "(2012-01-16)[2026-11-25]. https://www.cnnic.net.cn/report29.pdf."),
    (PRINTED, "gbt7714", "zh", "中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R]. "
     "[出版地不详]: 中国互联网络信息中心, 2012."),
    (PRINTED, "gbt7714", "en", "China Internet Network Information Center. The 29th Statistical "
     "Report on Internet Development in China[R]. [S.l.]: China Internet Network Information "
     "Center, 2012."),
    (UNDATED, "gbt7714", "zh", "中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. "
     "[2026-11-25]. https://www.cnnic.net.cn/report29.pdf."),
    (BARE, "gbt7714", "zh", "[第29次中国互联网络发展状况统计报告][Z]."),
    (PRESS, "gbt7714", "zh", "[政务微博统计][Z]. 2012."),
    (PRESS, "apa", "en", "[Government microblogs]. (2012, January 16)."),
    (JOINT, "gbt7714", "zh", "某报, 某网. 政务指数报告[R]. [出版地不详]: 某报, 某网, 2012."),
    (JOINT, "apa", "zh", "某报, & 某网. (2012, January 16). 政务指数报告."),
    (JOINT, "bibtex", "zh", "@techreport{cnnic-29,\n  author = {{某报} and {某网}},\n"
     "  title = {{政务指数报告}},\n  institution = {某报、某网},\n"
     "  year = {2012},\n  month = jan,\n  day = {16}\n}"),
    (REPORT, "apa", "en", "China Internet Network Information Center. (2012, January 16). The 29th "
     "Statistical Report on Internet Development in China. https://www.cnnic.net.cn/report29.pdf"),
    (MONTH_ONLY, "apa", "zh", "中国互联网络信息中心. (2012, January). "
     "第29次中国互联网络发展状况统计报告. https://www.cnnic.net.cn/report29.pdf"),
    (replace(PRINTED, published=None), "apa", "zh",
     "中国互联网络信息中心. (n.d.). 第29次中国互联网络发展状况统计报告."),
    (BARE, "apa", "zh", "[第29次中国互联网络发展状况统计报告]. (n.d.)."),
    (DATABASE, "apa", "en", "International Telecommunication Union. (n.d.). ITU DataHub "
     "[Data set]. Retrieved November 25, 2026, from https://www.cnnic.net.cn/report29.pdf"),
    (DATABASE, "gbt7714", "zh", "国际电信联盟. ITU DataHub[DB/OL]. [2026-11-25]. "
     "https://www.cnnic.net.cn/report29.pdf."),
    (REPORT, "bibtex", "zh", "@techreport{cnnic-29,\n"
     "  author = {{中国互联网络信息中心}},\n"
     "  title = {{第29次中国互联网络发展状况统计报告}},\n"
     "  institution = {中国互联网络信息中心},\n"
     "  year = {2012},\n  month = jan,\n  day = {16},\n"
     "  url = {https://www.cnnic.net.cn/report29.pdf},\n  urldate = {2026-11-25}\n}"),
    (BARE, "bibtex", "zh",
     "@misc{cnnic-29,\n  title = {{[第29次中国互联网络发展状况统计报告]}}\n}"),
    (replace(BARE, title_zh=MIXED, publisher_zh="某", id="a b{c}"), "bibtex", "zh",
     "@techreport{abc,\n  author = {{某}},\n  title = {{\\{100\\%\\} \\& more\\_\\#\\$"
     "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}}},\n  institution = {某}\n}"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "style", "lang", "expected"), SOURCES)
def test_a_publication_is_cited_as_the_style_asks(source, style, lang, expected):
    """Every known part stands in its place, every unknown one is left out."""
    assert cite(source, None, style, lang, TODAY) == expected


TEXT = Document(
    slug="900_paper", raw="", title="智慧政务的趋势", title_en="Trends of Smart Government",
    authors=("甲一", "乙二", "丙三", "丁四"), institution="某研究院", container="某期刊",
    published="2019-12", doi="10.1234/abc_def", rights_zh="", rights_en="", note_zh="", note_en="",
    quotes=(),
)  # fmt: skip
TWO_AUTHORS = replace(TEXT, authors=("甲一", "乙二"), doi=None, published=None, container=None)
WEB = replace(
    TEXT, authors=(), institution=None, container="某网", doi=None, published="2021-07-29"
)

DOCUMENTS = [
    (TEXT, "gbt7714", "zh", None, "甲一, 乙二, 丙三, 等. 智慧政务的趋势[J]. 某期刊, 2019. "
     "DOI:10.1234/abc_def."),
    (TEXT, "gbt7714", "en", None, "甲一, 乙二, 丙三, et al. 智慧政务的趋势[J]. 某期刊, 2019. "
     "DOI:10.1234/abc_def."),
    (TEXT, "apa", "en", None, "甲一, 乙二, 丙三, & 丁四. (2019). 智慧政务的趋势 "
     "[Trends of Smart Government]. 某期刊. https://doi.org/10.1234/abc_def"),
    (TWO_AUTHORS, "apa", "zh", None, "甲一, & 乙二. (n.d.). 智慧政务的趋势. 某研究院."),
    (TWO_AUTHORS, "gbt7714", "zh", None, "甲一, 乙二. 智慧政务的趋势[EB/OL]. "
     "[出版地不详]: 某研究院."),
    (replace(TEXT, title="某题（原稿缺题名）", title_en="A title (the copy lacks its title)"),
     "apa", "en", None, "甲一, 乙二, 丙三, & 丁四. (2019). [某题] [A title]. 某期刊. "
     "https://doi.org/10.1234/abc_def"),
    (WEB, "gbt7714", "zh", "https://example.org/texts?doc=900",
     "智慧政务的趋势[EB/OL]. 某网, 2021(2021-07-29)[2026-11-25]. "
     "https://example.org/texts?doc=900."),
    (WEB, "apa", "zh", "https://example.org/texts?doc=900",
     "智慧政务的趋势. (2021, July 29). 某网. https://example.org/texts?doc=900"),
    (TEXT, "bibtex", "en", None, "@article{text900,\n"
     "  author = {甲一 and 乙二 and 丙三 and 丁四},\n"
     "  title = {{智慧政务的趋势}},\n  journal = {某期刊},\n  year = {2019},\n  month = dec,\n"
     "  doi = {10.1234/abc_def},\n  note = {Trends of Smart Government}\n}"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "style", "lang", "url", "expected"), DOCUMENTS)
def test_a_text_is_cited_with_what_it_tells_of_itself(document, style, lang, url, expected):
    """Authors, container and date come from the text; a missing one is not made up."""
    assert cite_document(document, style, lang, TODAY, url) == expected


def test_a_view_of_the_dashboard_is_cited_with_the_day_it_was_seen():
    """The dashboard changes, so the date of the visit is part of the reference."""
    cited = cite_view(
        "网民规模", "指标有据", "gbt7714", "zh", TODAY, "https://x.org/i", "2026-11-20"
    )
    assert cited == "指标有据. 网民规模[DB/OL]. (2026-11-20)[2026-11-25]. https://x.org/i."


def test_the_figure_itself_goes_into_the_note_of_bibtex():
    """BibTeX has a place for the figure as printed, the other styles have none."""
    figure = Observation(
        "internet_users", "2011-12", "CN", "total", "", "", 513e6, "5.13亿", "cnnic-29", "seen", ""
    )
    assert "note = {2011-12: 5.13亿}" in cite(REPORT, figure, "bibtex", "zh", TODAY)


@pytest.mark.parametrize("style", STYLES)
def test_an_address_never_ends_a_bibtex_field_early(style):
    """Braces and blanks of an address are percent-encoded where BibTeX would stumble over them."""
    cited = cite(REPORT, None, style, "zh", TODAY, url="https://x.org/a b{c}")
    assert ("https://x.org/a%20b%7Bc%7D" in cited) == (style == "bibtex")

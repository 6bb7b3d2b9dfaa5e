"""Places and bodies in the texts: cities in their provinces, and no place where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import cleaning, gazetteer, library, localities, reading, sentences
from indicators.errors import DataError
from indicators.library import Library
from indicators.places import Place
from indicators.texts import Document

# What each text names, read and listed by hand: sentence, words.
NAMED = {
    "000": "2山东省 2山东 2济南 89浙江省 90浙江省 91滨州 92滨州 94雄安 94海南 95贵阳 96乌镇 96杭州 96厦门",
    "001": "10广州 10佛山 10深圳 10东莞",
    "002": "",
    "003": "3河北省 3河北 3石家庄",
    "004": "",
}
BODIES = {
    "000": "94国家气象局",
    "001": "1电子商务研究中心 5中共中央政治局 10国办 10国家发改委 15腾讯研究院 15阿里研究院"
    " 108电子商务研究中心",
    "002": "",
    "003": "",
    "004": "15CNNIC 44国务院 74国务院 143国务院 143国家行政学院 145国务院 145国务院",
}
EXAMPLES = [
    ("上海南站", "CN-SH"),
    ("上海南部", "CN-SH"),
    ("青海省海南州", "CN-QH CN-QH"),
    ("海南全省", "CN-HI"),
    ("濱州、廣州與臺灣", "CN-SD CN-GD CN-TW"),
    ("吉林市与吉林省", "CN-JL CN-JL"),
    ("广西南宁，湖南北部，江西南昌", "CN-GX CN-GX CN-HN CN-JX CN-JX"),
    ("香港特别行政区与澳门", "CN-HK CN-MO"),
    ("新疆生产建设兵团", "CN-XJ"),
    ("黄河南岸，推广西部经验，推广安全做法", ""),
    ("经济南北差距，最新余额，沟通化解，打开封闭的门", ""),
    ("长治久安，创新乡村治理，日照充足，来宾众多", ""),
    ("长治市与新乡市", "CN-SX CN-HA"),
    ("北京大学与浙江工商大学、南方日报和北京日报", ""),
    ("全国、中国与全球", ""),
    ("美国与印度尼西亚、新加坡", "USA IDN SGP"),
    ("依法国家机关，道德国家，今日本部门", ""),
    ("[3]俞晓梅.政务大数据[J].杭州科技.2016(05):36-39", ""),
]
BROKEN = [
    ("place_names.csv", "name,place,en\n广州,CN-GD,Guangzhou\n广州,CN-GD,Guangzhou\n", "twice"),
    ("place_names.csv", "name,place,en\n\n,CN-GD,Guangzhou\n", "name is required"),
    ("place_names.csv", "name,place,en\n巴黎,FRA,Paris\n", "is no province"),
    ("place_names.csv", "name,place,en\n广州,CN-GD,\n", "both required"),
    ("bodies.csv", "name,en,also\n国务院,,\n", "name and en are required"),
    ("bodies.csv", "name,en,also\n国务院,State Council,国务院\n", "stands here twice"),
]


@pytest.fixture(scope="module")
def shelf() -> Library:
    return library.load()


def where(text: str, shelf: Library) -> str:
    clean = cleaning.clean(text).text
    found = localities.find(clean, sentences.split(clean), shelf.gazetteer)
    return " ".join(mention.entry.place for mention in found)


@pytest.mark.parametrize("document", library.load().documents.values(), ids=lambda d: d.slug)
def test_a_text_names_what_a_reader_finds_in_it(document: Document, shelf: Library) -> None:
    """Places and bodies, each in its sentence, and nothing else."""
    read = reading.read(document.raw, shelf)
    found = localities.find(read.clean.text, read.sentences, shelf.gazetteer)
    places = " ".join(f"{one.sentence}{one.words}" for one in found if one.entry.place)
    bodies = " ".join(f"{one.sentence}{one.words}" for one in found if not one.entry.place)
    assert places == NAMED[document.slug[:3]]
    assert bodies == BODIES[document.slug[:3]]
    for one in found:
        start, end = read.sentences[one.sentence - 1]
        assert read.clean.text[one.start : one.end] == one.words
        assert start <= one.start < one.end <= end


@pytest.mark.parametrize(("text", "codes"), EXAMPLES)
def test_a_name_is_a_place_only_where_it_is_one(text: str, codes: str, shelf: Library) -> None:
    """The longest name counts; names within other words, newspapers and universities do not."""
    assert where(text, shelf) == codes


def test_every_name_leads_to_its_own_entry(shelf: Library) -> None:
    """Alone, every city, province, country and body is found, and no look-alike is."""
    for name, entry in shelf.gazetteer.names.items():
        found = localities.find(name, ((0, len(name)),), shelf.gazetteer)
        assert [one.entry for one in found] == ([entry] if entry else []), name


def test_every_province_has_a_city_or_is_one(shelf: Library) -> None:
    """All 34 can be named; those with prefectures have some in the table."""
    named = {entry.place for entry in shelf.gazetteer.names.values() if entry}
    assert {province.code for province in shelf.provinces} <= named
    assert sum(1 for entry in shelf.gazetteer.names.values() if entry and entry.place) > 450


def test_mentions_are_grouped_by_place(shelf: Library) -> None:
    """Cities count for their province; bodies stand apart."""
    text = "国务院：杭州、浙江和美国。"
    grouped = localities.by_place(localities.find(text, ((0, len(text)),), shelf.gazetteer))
    assert {code: [one.words for one in found] for code, found in grouped.items()} == {
        "": ["国务院"],
        "CN-ZJ": ["杭州", "浙江"],
        "USA": ["美国"],
    }


@pytest.mark.parametrize(("name", "rows", "what"), BROKEN)
def test_a_broken_name_is_named_with_its_row(
    tmp_path: Path, shelf: Library, name: str, rows: str, what: str
) -> None:
    """A name twice, a place that is none, a name without its English."""
    (tmp_path / "place_names.csv").write_text("name,place,en\n", encoding="utf-8")
    (tmp_path / "bodies.csv").write_text("name,en,also\n", encoding="utf-8")
    (tmp_path / name).write_text(rows.replace("\n\n", "\n"), encoding="utf-8")
    with pytest.raises(DataError, match=what) as caught:
        gazetteer.load(tmp_path, {"CN": Place("CN", "全国", "China")}, shelf.provinces)
    assert caught.value.line == rows.replace("\n\n", "\n").count("\n")


def test_without_a_table_nothing_is_found() -> None:
    """An empty gazetteer is no error."""
    assert localities.find("广州", ((0, 2),), gazetteer.EMPTY) == ()

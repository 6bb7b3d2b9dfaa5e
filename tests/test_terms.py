"""Words of texts: our names whole, words weighed and compared; jieba quiet and in its place."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indicators import library, terms
from indicators.terms import Segmentation, keyness
from indicators.terms.keyness import compare

ROOT = Path(__file__).parent.parent
MAIN = ROOT / "indicators" / "ui" / "main.py"
OWN = terms.own_terms(library.default())

# A passage, and words that must come out whole.
WHOLE = [
    ("其中,在线政务服务用户规模达到4.85亿,占总体网民的62.9%。", ["在线政务服务用户", "网民"]),
    ("打破信息孤岛,推进数据共享。", ["信息孤岛", "数据共享"]),
    ("加强顶层设计,弥合数字鸿沟。", ["顶层设计", "数字鸿沟"]),
    ("认证的政务微博和政务头条号", ["政务微博", "政务头条号"]),
    ("建立权力清单,实施绩效评估,依托云计算", ["权力清单", "云计算"]),
]


@pytest.fixture(scope="module")
def cut() -> Segmentation:
    """Three small texts as words."""
    texts = {
        "a": "政府推进数据共享,数据共享要有标准。因此,政府推进数据共享。",
        "b": "审批审批审批,审批太多。2017年的审批。",
        "c": "天气晴好。",
    }
    return terms.segment(texts, OWN)


@pytest.mark.parametrize(("passage", "words"), WHOLE)
def test_names_of_ours_stay_whole(passage: str, words: list[str]) -> None:
    """The catalogue's names and the themes' words are cut as one."""
    found = terms.segment({"x": passage}, OWN).words["x"]
    assert [word for word in words if word not in found] == []


def test_a_part_of_the_dictionary_cuts_as_the_whole_one() -> None:
    """Leaving out words that cannot occur changes no cut."""
    import jieba

    texts = {slug: document.raw for slug, document in library.default().documents.items()}
    whole = jieba.Tokenizer()
    whole.FREQ, whole.total = whole.gen_pfdict(whole.get_dict_file())
    whole.initialized = True
    expected = [
        word for line in texts["003_d0d88888c71e1b49"].splitlines() for word in whole.cut(line)
    ]
    found = terms.segment(texts, ()).words["003_d0d88888c71e1b49"]
    assert list(found) == [word for word in expected if any(sign.isalnum() for sign in word)]


def test_words_without_a_subject_tell_nothing(cut: Segmentation) -> None:
    """Conjunctions, numbers, years and single characters are no keywords."""
    assert "因此" in cut.words["a"]
    assert not {"因此", "要", "2017"} & {*cut.telling("a"), *cut.telling("b")}


def test_keywords_are_weighed_as_the_page_says(cut: Segmentation) -> None:
    """Share of the text, times rarity in the language, times rarity in the library."""
    first = terms.keywords(cut, "a")[0]
    assert (first.word, first.count) == ("数据共享", 3)
    share = 3 / len(cut.words["a"])
    assert first.weight == pytest.approx(share * cut.rarity["数据共享"] * (math.log(4 / 2) + 1))
    assert terms.keywords(cut, "c") == ()


# Counts and sizes, the log-likelihood and the ratio, each worked out apart.
COMPARED = [
    ((12, 3), (1000, 1000), 2 * (12 * math.log(12 / 7.5) + 3 * math.log(3 / 7.5)), 2.0),
    ((3, 12), (1000, 1000), 2 * (12 * math.log(12 / 7.5) + 3 * math.log(3 / 7.5)), -2.0),
    ((5, 5), (1000, 1000), 0.0, 0.0),
    ((0, 8), (500, 1000), 2 * 8 * math.log(8 / (8 * 1000 / 1500)), -3.0),
]


@pytest.mark.parametrize(("counts", "sizes", "likelihood", "ratio"), COMPARED)
def test_keyness_is_the_log_likelihood_with_its_direction(
    counts: tuple[int, int], sizes: tuple[int, int], likelihood: float, ratio: float
) -> None:
    """G2 grows with the surprise, the sign of the ratio tells which text has more."""
    found = compare("x", counts, sizes)
    assert found.likelihood == pytest.approx(likelihood)
    assert found.ratio == pytest.approx(ratio)


def test_keyness_turns_round_with_the_texts(cut: Segmentation) -> None:
    """The same words, the other sign, when the texts change places."""
    there = {word.word: word.ratio for word in keyness(cut, "a", "b")}
    back = {word.word: -word.ratio for word in keyness(cut, "b", "a")}
    assert there == pytest.approx(back)
    assert there["审批"] < 0


def test_a_text_without_words_can_be_compared() -> None:
    """An empty text has no words, no keywords, and divides by nothing."""
    cut = terms.segment({"a": "审批" * 9, "b": ""}, ("审批",))
    assert terms.keywords(cut, "b") == ()
    assert all(word.ratio > 0 for word in keyness(cut, "a", "b"))


def test_threads_that_cut_at_once_agree() -> None:
    """Every call has a tokenizer of its own: one thread's words are not another's."""
    passage = "在线政务服务用户规模"
    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(terms.segment, {"x": passage}, own) for own in (OWN, (), OWN, ())]
        found = [job.result().words["x"] for job in jobs]
    assert found[0] == found[2] != found[1] == found[3]
    assert "在线政务服务用户" in found[0]
    assert "在线政务服务用户" not in found[1]


QUIET = """
import sys
written = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        written.append(str(arguments[0]))
    if event in ("os.mkdir", "os.rename", "tempfile.mkstemp"):
        written.append(event)
sys.dont_write_bytecode = True
from indicators import terms
assert "jieba" not in sys.modules
sys.addaudithook(watch)
cut = terms.segment({"x": "推进数据共享"}, ("数据共享",))
print(cut.words["x"], written)
"""


def test_cutting_writes_no_file_and_says_nothing(tmp_path: Path) -> None:
    """No temporary file, no log, no warning: a read-only system with strict warnings will do."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-X", f"pycache_prefix={tmp_path}", "-c", QUIET],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("('推进', '数据共享') []\n", "")


OTHER_PAGES = """
import json, sys
from streamlit.testing.v1 import AppTest
from indicators.ui import warm
from indicators.ui.registry import PAGES
warm.wait()
app = AppTest.from_file(sys.argv[1], default_timeout=60)
app.run()
seen = {}
for page in PAGES:
    if page.slug != "themes":
        app.switch_page(page.path).run()
        seen[page.slug] = "jieba" in sys.modules or bool(app.exception)
print(json.dumps(seen))
"""


def test_no_other_page_loads_the_word_splitter() -> None:
    """Every page but this one opens without jieba."""
    ran = subprocess.run(
        [sys.executable, "-c", OTHER_PAGES, str(MAIN)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    # Workers that end with the process may print after it.
    seen = json.loads(next(line for line in ran.stdout.splitlines() if line.startswith("{")))
    assert len(seen) > 7
    assert not any(seen.values()), seen

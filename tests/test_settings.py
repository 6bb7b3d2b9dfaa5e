"""The operator's settings: the shipped ones are sound, and a wrong one is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import settings
from indicators.errors import DataError

SHIPPED = settings.FILE.read_text("utf-8")
# What is changed in the shipped file, and what the complaint must name.
WRONG = [
    ('address = ""', 'address = "figures.example.org"', "address"),
    ('address = ""', 'address = "https://a b"', "address"),
    ('feedback = ""', 'feedback = "javascript:alert(1)"', "feedback"),
    ('feedback = ""', 'feedback = "http://example.org"', "feedback"),
    ('languages = ["zh", "en"]', "languages = []", "languages"),
    ('languages = ["zh", "en"]', 'languages = ["fr"]', "languages"),
    ('languages = ["zh", "en"]', 'languages = ["en", "en"]', "languages"),
    (
        "embed_origins = []",
        'embed_origins = ["https://example.org; script-src *"]',
        "embed_origins",
    ),
    ("embed_origins = []", 'embed_origins = "https://example.org"', "embed_origins"),
    ("excerpts = false", 'excerpts = "no"', "excerpts"),
    ("sessions = 75", "sessions = 0", "sessions"),
    ("sessions = 75", "sessions = true", "sessions"),
    ("megabytes = 10", "megabytes = -1", "uploads.megabytes"),
    ("files = 50", 'files = "50"', "uploads.files"),
    ("sessions = 75", "sesions = 75", "sesions"),
    ('corpus = ""', "corpus = false", "corpus"),
    ('corpus = ""', 'corpus = "/srv/checked/*"', "corpus"),
    ('corpus = ""', 'corpus = "s3:bucket"', "corpus"),
    ('corpus = ""', 'corpus = "://bucket"', "corpus"),
    ("characters = 200000", "charcters = 200000", "uploads.charcters"),
]


def written(folder: Path, old: str, new: str) -> Path:
    path = folder / "settings.toml"
    assert old in SHIPPED
    path.write_text(SHIPPED.replace(old, new), encoding="utf-8")
    return path


def test_the_shipped_settings_are_the_defaults_the_page_promises() -> None:
    """Both languages, nothing reported or framed anywhere, texts shown whole."""
    shipped = settings.load(settings.FILE)
    assert shipped.languages == ("zh", "en")
    assert (shipped.address, shipped.feedback, shipped.embed_origins) == ("", "", ())
    assert shipped.excerpts is False
    assert shipped.uploads == settings.Uploads(10, 200_000, 50)
    assert shipped.title == {}


@pytest.mark.parametrize(("old", "new", "named"), WRONG)
def test_a_wrong_setting_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    """File, line and key: an operator finds it at once."""
    path = written(tmp_path, old, new)
    with pytest.raises(DataError) as refused:
        settings.load(path)
    line = next(n for n, row in enumerate(path.read_text("utf-8").splitlines(), 1) if new in row)
    assert str(refused.value).startswith(f"{path}:{line}: {named}: ")


def test_settings_are_read(tmp_path: Path) -> None:
    """An address loses its slash at the end, a title is known in the languages it is set in."""
    path = written(tmp_path, 'zh = ""', 'zh = "数字政府指标"')
    path.write_text(
        path.read_text("utf-8")
        .replace('address = ""', 'address = "https://figures.example.org/gov/"')
        .replace('feedback = ""', 'feedback = "mailto:a@example.org?subject={title}"')
        .replace('corpus = ""', 'corpus = "s3://bucket/checked"'),
        encoding="utf-8",
    )
    read = settings.load(path)
    assert read.address == "https://figures.example.org/gov"
    assert read.feedback == "mailto:a@example.org?subject={title}"
    assert read.corpus == "s3://bucket/checked"
    assert read.title == {"zh": "数字政府指标"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is no silent default."""
    with pytest.raises(DataError, match=r"nowhere\.toml: the file is missing"):
        settings.load(tmp_path / "nowhere.toml")

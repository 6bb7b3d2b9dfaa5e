"""The addresses under /api: the files as they are, filters, caches, and reasons in JSON."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from indicators import library
from indicators.exports import tree
from indicators.strings import text
from indicators.ui import api, api_answers

FILES = tree.files(library.default(), library.DATA)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=api.routes()), follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize("path", FILES)
def test_every_file_has_its_address(client: TestClient, path: str) -> None:
    """The same bytes, with a type, a tag and leave to keep them a while."""
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 200
    assert answer.content == FILES[path]
    assert answer.headers["content-type"] == api_answers._TYPES[path.rpartition(".")[2]]
    assert answer.headers["cache-control"] == "public, max-age=600"
    assert answer.headers["etag"].startswith('W/"')


def test_the_zip_has_its_address_and_a_name_with_the_version(client: TestClient) -> None:
    """It is saved under a name that tells which data it holds."""
    answer = client.get("/api/data.zip")
    assert answer.content == tree.archive(library.default(), library.DATA)
    name = f'filename="zhibiao-youju-{library.default().version}.zip"'
    assert name in answer.headers["content-disposition"]


@pytest.mark.parametrize("path", ["/api", "/api/"])
def test_the_bare_address_gives_the_index(client: TestClient, path: str) -> None:
    """A visitor who cuts the address short finds what there is."""
    answer = client.get(path, follow_redirects=True)
    assert answer.content == FILES[tree.INDEX]


def test_the_addresses_lie_below_the_base_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy that serves the app at /gov, the data are at /gov/api and nowhere else."""
    monkeypatch.setattr("streamlit.get_option", {"server.baseUrlPath": "/gov/"}.get)
    with TestClient(Starlette(routes=api.routes())) as client:
        assert client.get("/gov/api/places.csv").content == FILES["places.csv"]
        assert client.get("/gov/api").url.path == "/gov/api/"
        assert client.get("/api/places.csv").status_code == 404


@pytest.mark.parametrize("known", ["{tag}", '"x", {tag}', "*", "{strong}"])
def test_what_the_caller_has_already_is_not_sent_again(client: TestClient, known: str) -> None:
    """If-None-Match: 304, no body, the same tag."""
    address = "/api/indicators/internet_users.csv?area=urban"
    tag = client.get(address).headers["etag"]
    named = known.format(tag=tag, strong=tag.removeprefix("W/"))
    answer = client.get(address, headers={"if-none-match": named})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == tag


def test_another_tag_gets_the_file(client: TestClient) -> None:
    """A caller with old data gets the new ones."""
    answer = client.get("/api/places.csv", headers={"if-none-match": 'W/"old"'})
    assert answer.content == FILES["places.csv"]


def test_head_tells_what_get_would_send(client: TestClient) -> None:
    """The same headers with the length, and no body."""
    got, head = client.get("/api/sources.csv"), client.head("/api/sources.csv")
    assert head.content == b""
    for name in ("content-length", "content-type", "etag"):
        assert head.headers[name] == got.headers[name]


def test_any_site_may_read(client: TestClient) -> None:
    """A notebook in a browser gets the data and the tag, also after a preflight."""
    origin = {"origin": "https://notebook.example"}
    answer = client.get("/api/indicators.json", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "etag" in answer.headers["access-control-expose-headers"].lower()
    asked = {
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match",
    }
    assert client.options("/api/indicators.json", headers=origin | asked).status_code == 200


@pytest.mark.parametrize(
    ("query", "keep"),
    [
        ("area=rural", "area == 'rural'"),
        ("geo=CN&area=total", "area == 'total'"),
        ("from=2019-06", "as_of >= '2019-06'"),
        ("from=2019&to=2020", "'2019-01' <= as_of <= '2020-12'"),
        ("to=2005-12&area=total", "as_of <= '2005-12' and area == 'total'"),
        ("geo=KOR", "geo == 'KOR'"),
    ],
)
def test_filters_keep_what_they_say(client: TestClient, query: str, keep: str) -> None:
    """CSV and JSON alike; a place without figures is an empty table and no error."""
    whole = pd.read_csv(io.BytesIO(FILES["indicators/internet_users.csv"]))
    wanted = whole.query(keep)
    answer = client.get(f"/api/indicators/internet_users.csv?{query}")
    read = pd.read_csv(io.BytesIO(answer.content))
    assert read["as_of"].tolist() == wanted["as_of"].tolist()
    assert read["value"].tolist() == wanted["value"].tolist()
    told = client.get(f"/api/indicators/internet_users.json?{query}").json()
    assert [row["value"] for row in told["observations"]] == wanted["value"].tolist()


REFUSED = [
    ("indicators/internet_user.csv", 404, "unknown_address", "indicators/internet_users.csv"),
    ("indicators/internet_users", 404, "unknown_address", "indicators/internet_users.csv"),
    ("indicators/internet_users.xlsx", 404, "unknown_address", "indicators/internet_users.csv"),
    ("zzz", 404, "unknown_address", "indicators.json"),
    ("%2e%2e/%2e%2e/app.py", 404, "unknown_address", None),
    ("texts/000.txt", 404, "unknown_address", None),
    ("网民.csv", 404, "unknown_address", None),
    ("indicators/egdi.csv?year=2020", 400, "unknown_filter", "from"),
    ("indicators/internet_users.csv?area=town", 400, "unknown_area", "urban"),
    ("indicators/egdi.csv?area=urban", 400, "unknown_area", "total"),
    ("indicators/egdi.csv?geo=CHN", 400, "unknown_geo", "CN"),
    ("indicators/egdi.csv?geo=", 400, "unknown_geo", None),
    ("indicators/egdi.json?from=soon", 400, "unknown_month", None),
    ("indicators/egdi.json?to=2020-13", 400, "unknown_month", None),
    ("indicators/egdi.json?from=2020&to=2019", 400, "backwards", None),
    ("indicators/egdi.json?geo=CN&geo=KOR", 400, "twice", None),
    ("sources.csv?geo=CN", 400, "unknown_filter", None),
    ("data.zip?geo=CN", 400, "unknown_filter", None),
]


@pytest.mark.parametrize(("address", "status", "error", "near"), REFUSED)
def test_what_cannot_be_answered_gets_its_reason(
    client: TestClient, address: str, status: int, error: str, near: str | None
) -> None:
    """4xx in JSON: what is wrong in both languages, and names that would do."""
    answer = client.get(f"/api/{address}")
    told = answer.json()
    assert (answer.status_code, told["error"]) == (status, error)
    assert told["zh"]
    assert told["en"]
    assert "{" not in told["zh"] + told["en"]
    assert near is None or near in told["near"]


def test_nothing_can_be_written(client: TestClient) -> None:
    """405 in JSON, with what is allowed."""
    answer = client.post("/api/indicators.json", content=b"x")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert answer.json()["en"] == text("en", "api.method", value="POST")


def test_an_unknown_name_is_told_as_text(client: TestClient) -> None:
    """What the address says comes back as JSON, never as a page."""
    answer = client.get("/api/<script>alert(1)</script>")
    assert answer.headers["content-type"] == "application/json"


def test_broken_data_leave_the_rest_readable(data_copy: Path) -> None:
    """An indicator without figures has an empty file, and the others are whole."""
    (data_copy / "indicators" / "internet_users.csv").unlink()
    (data_copy / "version.toml").unlink()
    with TestClient(Starlette(routes=api.routes())) as client:
        assert len(client.get("/api/indicators/internet_users.csv").text.splitlines()) == 1
        assert client.get("/api/indicators/egdi.csv").content == FILES["indicators/egdi.csv"]
        assert client.get("/api/data.zip").status_code == 200

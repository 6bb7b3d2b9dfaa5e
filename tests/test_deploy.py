"""The files of the deployments agree: image, replicas, proxy, and the spaces of two hosts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
TEMPLATE = (ROOT / "deploy" / "nginx.conf.template").read_text("utf-8")
SPACE = ROOT / "deploy" / "space"
PORT = int(re.findall(r"STREAMLIT_SERVER_PORT=(\d+)", DOCKERFILE)[0])


def copied() -> list[str]:
    """What the image takes from the repository."""
    lines = re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE)
    return [name for line in lines for name in line.split()]


def test_the_image_holds_what_the_app_needs() -> None:
    """Everything copied is there and let through, and is enough to put the app together."""
    let_in = [
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").split() if line[0] == "!"
    ]
    for name in copied():
        assert (ROOT / name).exists(), name
        assert any(fnmatch(name, allowed) for allowed in let_in), name
    assert {"app.py", "pages", "indicators", "data", "deploy", ".streamlit"} <= set(copied())


def test_the_image_runs_as_nobody_and_tells_its_health() -> None:
    """No root, one port everywhere; the health check is run as it is written."""
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", DOCKERFILE, re.MULTILINE)
    assert f"EXPOSE {PORT}" in DOCKERFILE
    (check,) = re.findall(r'CMD python -c "(.+)"$', DOCKERFILE, re.MULTILINE)
    assert f"127.0.0.1:{PORT}/_stcore/health" in check
    # Nobody listens on port 9: it fails in words of its own, not for an error in the command.
    nobody = check.replace(f":{PORT}/", ":9/")
    done = subprocess.run(
        [sys.executable, "-c", nobody], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "URLError" in done.stderr


def test_the_proxy_knows_every_replica() -> None:
    """Each server it is told of is a replica at the image's port; what it is given fills the template."""
    proxy = COMPOSE["services"]["proxy"]
    replicas = {name for name in COMPOSE["services"] if name != "proxy"}
    servers = re.findall(r"server ([\w-]+):(\d+)", proxy["environment"]["APP_SERVERS"])
    assert {(name, int(port)) for name, port in servers} == {(name, PORT) for name in replicas}
    assert set(proxy["depends_on"]) == replicas
    assert set(re.findall(r"\$\{(\w+)\}", TEMPLATE.partition("map ")[2])) == set(
        proxy["environment"]
    )
    (mounted,) = proxy["volumes"]
    assert (ROOT / mounted.partition(":")[0]).exists()
    for name in replicas:
        assert COMPOSE["services"][name]["read_only"] is True
        assert COMPOSE["services"][name]["cap_drop"] == ["ALL"]


def test_every_request_reaches_a_replica_with_the_host_it_asked_for() -> None:
    """A location with a header of its own would lose the Host, and with it every public websocket."""
    inside = re.findall(r"location [^{]*\{([^}]*)\}", TEMPLATE)
    assert len(inside) > 3
    assert not [block for block in inside if "proxy_set_header" in block]
    given = re.findall(r"proxy_set_header (\S+) (\S+);", TEMPLATE)
    assert ("Host", "$http_host") in given
    assert len(given) == len(dict(given))


def test_the_spaces_ask_at_the_port_of_the_image() -> None:
    """The card of a Hugging Face space and the description of a ModelScope one."""
    card = yaml.safe_load((SPACE / "README.md").read_text("utf-8").split("---")[1])
    assert (card["sdk"], card["app_port"]) == ("docker", PORT)
    assert len(card["short_description"]) <= 60
    described = json.loads((SPACE / "ms_deploy.json").read_text("utf-8"))
    assert (described["sdk_type"], described["port"]) == ("docker", PORT)

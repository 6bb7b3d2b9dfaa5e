"""The proxy as it is shipped: deploy/nginx.conf.template, filled in as compose.yaml does it.

``python -m tests.proxy`` is what ``make test`` calls before the tests: it provides nginx.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template
from time import monotonic

from tests import apt

ROOT = Path(__file__).parent.parent
PACKAGE = "nginx-light"
START_SECONDS, LIFE_SECONDS = 10, 3 * 3600
# What the image of compose.yaml puts around the site, in a folder of its own.
_AROUND = """
{user}
worker_processes auto;
daemon off;
pid {folder}/pid;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def find() -> str | None:
    """The nginx of this system; Debian's lies where only root looks."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextmanager
def proxying(urls: Sequence[str], port: int, folder: Path) -> Iterator[str]:
    """The proxy before two replicas at ``urls``; its own address. Its files are in ``folder``.

    Raises AssertionError with what nginx said when it does not come up.
    """
    nginx = find()
    assert nginx, "no nginx here; `python -m tests.proxy` installs one"
    (folder / "site.conf").write_text(_site(urls, port, folder), "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_AROUND.format(user=user, folder=folder), "utf-8")
    log = folder / "error.log"
    process = subprocess.Popen(
        # timeout ends it even where the run itself was killed
        ["timeout", str(LIFE_SECONDS), nginx, "-p", folder, "-c", folder / "nginx.conf", "-e", log],
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = monotonic() + START_SECONDS
        while not _listens(port):
            assert process.poll() is None, log.read_text("utf-8")
            assert monotonic() < deadline, log.read_text("utf-8")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _site(urls: Sequence[str], port: int, folder: Path) -> str:
    """The template with what compose.yaml says of it, at addresses of this machine."""
    compose = (ROOT / "compose.yaml").read_text("utf-8")
    [servers] = re.findall(r'^ +APP_SERVERS: "(.*)"$', compose, re.MULTILINE)
    for number, url in enumerate(urls, start=1):
        servers = servers.replace(f"app-{number}:7860", url.removeprefix("http://"))
    template = Template((ROOT / "deploy" / "nginx.conf.template").read_text("utf-8"))
    site = template.safe_substitute(APP_SERVERS=servers, APP_PORT=f"127.0.0.1:{port}")
    return site.replace("/tmp/", f"{folder}/")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main() -> int:
    """Provide nginx; 0 when there is one."""
    if find() or (apt.install(PACKAGE) and find()):
        print(f"proxy: {find()}")
        return 0
    print(
        "The tests of the deployment need nginx and none could be installed. Install it by hand "
        f"(on Debian: sudo apt-get install {PACKAGE}) and try again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())

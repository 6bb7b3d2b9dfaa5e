"""Visitors without a browser: they have one long text after another checked, over the websocket."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from indicators.strings import text

ANSWERED = text("zh", "check.answer", count="#", counts="").partition("#")[0].strip()


@dataclass
class Visit:
    """One session on the check page: what it has seen of the page, and the texts that are done."""

    server: str
    words: str
    done: int = 0
    waiting: bool = False
    over: bool = False
    widgets: dict[str, str] = field(default_factory=dict)

    def stay(self) -> None:
        """Have the text checked again and again, each time a little different, until it is over."""
        address = self.server.replace("http", "ws", 1) + "/_stcore/stream"
        with connect(address, max_size=None, compression=None, subprotocols=["streamlit"]) as line:  # type: ignore[list-item]
            try:
                self._ask(line, "")
                self._until(line, lambda: "text_area" in self.widgets)
                while not self.over:
                    self.waiting = True
                    self._ask(line, self.words + "\n" * self.done)
                    self._until(line, lambda: not self.waiting)
                    self.done += 1
            except (ConnectionClosed, TimeoutError):
                return

    def _ask(self, line: ClientConnection, words: str) -> None:
        message = BackMsg()
        message.rerun_script.page_name = "check"
        if words:
            states = message.rerun_script.widget_states.widgets
            states.add(id=self.widgets["text_area"], string_value=words)
            states.add(id=self.widgets["button"], trigger_value=True)
        line.send(message.SerializeToString())

    def _until(self, line: ClientConnection, stands: object) -> None:
        """Read what the server sends until the script rests and a condition stands."""
        assert callable(stands)
        while not self.over:
            message = ForwardMsg.FromString(line.recv(timeout=60))  # type: ignore[arg-type]
            self._see(message)
            if message.WhichOneof("type") == "script_finished" and stands():
                return

    def _see(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "text_area":
            self.widgets[kind] = element.text_area.id
        elif kind == "button" and element.button.is_form_submitter:
            self.widgets[kind] = element.button.id
        elif kind == "html" and ANSWERED in element.html.body:
            self.waiting = False


@dataclass
class Crowd:
    """Some visits at once, in a process of their own: visitors' machines are not the server's.

    Entering waits until all of them have a text being checked, leaving ends them and tells
    ``done``, how many texts were checked, and ``running``, how many were being checked at the end.
    """

    server: str
    size: int
    words: str
    done: int = 0
    running: int = 0

    def __enter__(self) -> Crowd:
        command = [sys.executable, "-m", "tests.benchmarks.visitors", self.server, str(self.size)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=_aside
        )
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(self.words) + "\n")
        self._process.stdin.flush()
        self._process.stdout.readline()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        told, _ = self._process.communicate("over\n", timeout=120)
        self.done, self.running = map(int, told.split()[-2:])


def _aside() -> None:
    os.nice(10)


def main() -> None:
    """The process of a crowd: a text comes in, counts go out when the next line is read."""
    server, size = sys.argv[1], int(sys.argv[2])
    words = json.loads(sys.stdin.readline())
    visits = [Visit(server, words + "。" * number) for number in range(size)]
    threads = [threading.Thread(target=visit.stay, daemon=True) for visit in visits]
    for thread in threads:
        thread.start()
    while not all(visit.waiting or visit.done for visit in visits):
        threads[0].join(timeout=0.05)
    print("running", flush=True)
    sys.stdin.readline()
    running = sum(visit.waiting for visit in visits)
    for visit in visits:
        visit.over = True
    print(sum(visit.done for visit in visits), running, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()

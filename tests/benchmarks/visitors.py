"""Visitors without a browser: they have one long text after another checked, over the websocket."""

from __future__ import annotations

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
    """Some visits at once; entering waits for none of them, leaving ends all."""

    server: str
    size: int
    words: str
    visits: list[Visit] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many texts have been checked."""
        return sum(visit.done for visit in self.visits)

    @property
    def running(self) -> int:
        """How many are being checked now."""
        return sum(visit.waiting for visit in self.visits)

    def __enter__(self) -> Crowd:
        for number in range(self.size):
            visit = Visit(self.server, self.words + "。" * number)
            self.visits.append(visit)
            self.threads.append(threading.Thread(target=visit.stay, daemon=True))
            self.threads[-1].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for visit in self.visits:
            visit.over = True
        for thread in self.threads:
            thread.join(timeout=90)

"""Being asked to end: Ctrl-C, a polite kill and the end of the terminal are one and the same."""

from __future__ import annotations

import signal
from threading import current_thread, main_thread
from types import TracebackType
from typing import Any, NoReturn

AGAIN = 1.0
"""Seconds after which one who was asked to end is asked again."""


class Stop:
    """While this lasts, a wish to end raises KeyboardInterrupt; `asked` once there was one.

    *Why* again and again: libraries swallow what is raised inside them, or make something else
    of it. *Why* not what is ignored: under nohup the end of the terminal is.
    """

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Stop:
        if current_thread() is main_thread():
            usual = (signal.SIG_DFL, signal.default_int_handler)
            for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
                if signal.getsignal(each) in usual:
                    self._before[each] = signal.signal(each, self._stop)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for each, handler in self._before.items():
            signal.signal(each, handler)

    def _stop(self, *_: object) -> NoReturn:
        self.asked = True
        signal.setitimer(signal.ITIMER_REAL, AGAIN)
        raise KeyboardInterrupt

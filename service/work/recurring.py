"""Something that has to be done again and again while the service runs, in a thread of its own.

Must not know what is done.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from service.store.database import StoreUnavailable

logger = logging.getLogger(__name__)


class Recurring:
    """Does something at once when started, and then from time to time.

    What fails is logged and done again when its time comes.

    Args:
        name: What is done, for the log.
        seconds: From the end of one time to the beginning of the next.
        work: Gets an event that is set when it should come to an end.
    """

    def __init__(
        self, name: str, seconds: float, work: Callable[[threading.Event], object]
    ) -> None:
        self._name = name
        self._seconds = seconds
        self._work = work
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """Stop, when what is in hand has come to an end."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._work(self._stopping)
            except StoreUnavailable:
                logger.warning("%s has to wait for the store", self._name)
            except Exception as error:
                # The type says what happened; a message might quote a CV.
                logger.warning("%s failed (%s)", self._name, type(error).__name__)
            self._stopping.wait(self._seconds)

"""Vectors made while CVs are still being read: the one takes a library's threads, the other Python.

Must not know what becomes of a vector: whoever asks for it later finds it in the cache. A vector
does not depend on the texts beside it, so that nothing but the time changes.
"""

from __future__ import annotations

import logging
from queue import SimpleQueue
from threading import Thread
from types import TracebackType

from matcher.types import Candidate
from service.watching import AT_ONCE, Identified

logger = logging.getLogger(__name__)


class EncodingAhead:
    """Encodes candidates' texts in a thread, from `take` until the block ends.

    What is left then is left to whoever asks for it; so is telling what went wrong.

    Args:
        encoder: Keeps what it encodes.
    """

    def __init__(self, encoder: Identified) -> None:
        self._encoder = encoder
        self._texts: SimpleQueue[str | None] = SimpleQueue()
        self._over = False
        self._thread = Thread(target=self._run, name="encoding ahead", daemon=True)

    def take(self, candidate: Candidate) -> None:
        """Have a candidate's texts encoded, as soon as those before them are."""
        for passage in candidate.passages:
            self._texts.put(passage.text)
        for position in candidate.positions:
            if position.title:
                self._texts.put(position.title)

    def __enter__(self) -> EncodingAhead:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over = True
        self._texts.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            while not self._over:
                texts = [self._texts.get()]
                while len(texts) < AT_ONCE and not self._texts.empty():
                    texts.append(self._texts.get())
                if wanted := [text for text in texts if text is not None]:
                    self._encoder.encode(wanted)
        except Exception as error:
            # Whoever asks for the same vectors next meets the same failure, and tells of it.
            logger.debug("nothing is encoded ahead (%s)", type(error).__name__)

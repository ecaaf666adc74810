"""Word pieces of a model's folder. Must not know what is done with them."""

from __future__ import annotations

import os
from typing import Any

from embeddings.errors import ModelUnsupported
from embeddings.weights import ModelFolder


def open_tokenizer(folder: ModelFolder, limit: int | None) -> Any:
    """Return the model's tokenizer, which pads no text.

    Args:
        folder: The model.
        limit: How many pieces a text is cut off after; None to cut none off.

    Raises:
        ModelUnsupported: The tokenizer cannot be read.
    """
    # Without this, a process that forks after encoding gets a warning on stderr.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from tokenizers import Tokenizer

    file = folder.path / "tokenizer.json"
    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises no class of its own
        raise ModelUnsupported(f"{file} is not a tokenizer: {error}.") from error
    tokenizer.no_padding()
    if limit is None:
        tokenizer.no_truncation()
    else:
        tokenizer.enable_truncation(limit)
    return tokenizer

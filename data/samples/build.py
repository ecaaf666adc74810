"""Render the samples that are not plain text: `python -m data.samples.build`.

`sources/roles/NAME.docx.txt` becomes `roles/NAME.docx`, and so on: the file
name says what to make. Needs python-docx and reportlab; two runs give the same
bytes. Knows nothing of what the texts say.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from data.samples.rendering import markup, pdf, word

__all__ = ["build", "rendered"]

_HOME = Path(__file__).parent
_RENDERERS: dict[str, Callable[[tuple[markup.Block, ...], str], bytes]] = {
    ".docx": word.render,
    ".pdf": pdf.render,
}


def rendered() -> Iterator[tuple[Path, bytes]]:
    """Yield the path below this folder and the bytes of each rendered sample.

    Raises:
        MarkupError: If a source cannot be read, or its name asks for a format
            that is not known.
    """
    sources = _HOME / "sources"
    for source in sorted(sources.glob("*/*.txt")):
        target = source.relative_to(sources).with_suffix("")
        renderer = _RENDERERS.get(target.suffix)
        if renderer is None:
            known = " or ".join(f"NAME{ending}.txt" for ending in _RENDERERS)
            raise markup.MarkupError(f"{source.name}: unknown format; name it {known}")
        blocks = markup.read(source.read_text(encoding="utf-8"), source.name)
        yield target, renderer(blocks, _title(blocks, target.stem))


def build(folder: Path = _HOME) -> int:
    """Write every rendered sample below the folder; return how many."""
    count = 0
    for target, content in rendered():
        path = folder / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        count += 1
    return count


def _title(blocks: tuple[markup.Block, ...], otherwise: str) -> str:
    return next((block.text for block in blocks if block.kind is markup.Kind.NAME), otherwise)


if __name__ == "__main__":
    sys.stdout.write(f"{build()} samples rendered\n")

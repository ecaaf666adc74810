"""Trains the model of what the mentions of a CV are to its writer.

    python -m benchmarks.train_mentions --write         train on all statements, ship the model
    python -m benchmarks.train_mentions --held-out 3 --into FOLDER   train without one set, try it

The lowest layers of the default encoder are trained further on ``data/mentions/statements``: marks
stand around a mention, and a softmax over the states of the two marks names it (entity markers,
Baldini Soares et al., 2019, section 3.2; discriminative learning of all layers but the word
vectors). A twelfth of the other pieces is masked and a tenth of every label is spread over its kind
(Szegedy et al., 2016, section 7), because a few thousand lines are soon learnt by heart. Takes half
an hour on two cores. What it writes is read by `embeddings.span_classifier`, which needs no torch.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import save_file
from torch import Tensor, nn
from transformers import BertModel

from data.mentions import model_folder
from embeddings.span_classifier import Marker, SpanClassifier
from embeddings.weights import DEFAULT_MODEL, ModelFolder, find_model
from matcher.candidates.pronouns import neutral

LABELS = {
    "money": ("budget", "p_and_l", "contract", "target", "saving", "others", "other"),
    "people": ("led", "dotted", "managers", "seats", "others", "other"),
    "time": ("worked", "others", "other"),
    "award": ("held", "in_progress", "lapsed", "denied", "wished", "others", "other"),
    "skill": ("done", "basic", "denied", "wished", "others", "other"),
    "result": ("own", "others", "target", "other"),
}
STATEMENTS = model_folder().parent / "statements"

LAYERS = 4
LIMIT = 48
EPOCHS = 3
BATCH = 32
RATE, HEAD_RATE = 2e-4, 1e-3
MASKED, SMOOTHED, WARM = 0.08, 0.1, 0.1
CHUNK = 20 * BATCH
MOST_NUMBERS = 600

# Numbers that count no people, from lines about something else: the model is asked about them too.
NO_PEOPLE = re.compile(
    r"\b(?:(?:level|iso|windows|tier|band|grade|part|phase|version|v|class|type|article|block|unit"
    r"|ward|platform|route|room)\s(?P<name>\d{1,5})\b|(?P<count>\d[\d,.]*|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve|a dozen|twenty|thirty|forty)\s(?:%|per cent|sites|offices|stores"
    r"|shops|depots|projects|packages|bedrooms|beds|countries|calls|tickets|devices|servers|laptops"
    r"|applications|apps|contracts|suppliers|vendors|languages|vans|lorries|branches|hotels|schools"
    r"|modules|points|covers|tables|rooms|lines|counties|routes|tonnes|acres|processes|services"
    r"|dashboards|complaints|claims|cases|chats|emails|awards|credits))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A labelled line: ``text[start:end]`` is a mention of a kind."""

    kind: str
    label: str
    text: str
    start: int
    end: int


def statements(paths: Sequence[Path]) -> list[Statement]:
    """Return the labelled lines of files such as ``money_1.tsv``, pronouns neutral.

    Raises:
        ValueError: A line is not a label of its kind, a tab, and a text with one [[mention]].
    """
    found = []
    for path in paths:
        kind = path.stem.partition("_")[0]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            label, _, text = line.partition("\t")
            parts = re.split(r"\[\[|\]\]", text)
            if label not in LABELS[kind] or len(parts) != 3:
                raise ValueError(f"{path}:{number}: not a label, a tab and one [[mention]]")
            before, mention, behind = (neutral(part) for part in parts)
            start = len(before)
            whole = before + mention + behind
            found.append(Statement(kind, label, whole, start, start + len(mention)))
    return found


def numbers_of_no_people(given: Sequence[Statement], chance: random.Random) -> list[Statement]:
    """Return numbers of lines about other kinds that count no people."""
    found = [
        Statement("people", "other", each.text, *match.span(match.lastgroup or 0))
        for each in given
        if each.kind != "people"
        for match in NO_PEOPLE.finditer(each.text)
    ]
    chance.shuffle(found)
    return found[:MOST_NUMBERS]


class Model(nn.Module):
    """The lowest layers of BERT, two marks and a row of outputs for each label."""

    def __init__(self, base: ModelFolder) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(str(base.path), add_pooling_layer=False)
        self.bert.encoder.layer = self.bert.encoder.layer[:LAYERS]
        self.bert.embeddings.requires_grad_(requires_grad=False)
        hidden = self.bert.config.hidden_size
        self.mark = nn.Parameter(torch.randn(2, hidden) * 0.02)
        self.drop = nn.Dropout(0.1)
        self.out = nn.ModuleDict(
            {kind: nn.Linear(2 * hidden, len(LABELS[kind])) for kind in LABELS}
        )

    def forward(self, ids: Tensor, mask: Tensor, places: Tensor) -> Tensor:
        """Return the states of the two marks: shape (rows, 2 * hidden)."""
        rows = torch.arange(len(ids))
        words = self.bert.embeddings.word_embeddings(ids).clone()
        for mark in (0, 1):
            words[rows, places[:, mark]] += self.mark[mark]
        states = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        pair = torch.cat([states[rows, places[:, 0]], states[rows, places[:, 1]]], 1)
        found: Tensor = self.drop(pair)
        return found


def trained(base: ModelFolder, given: Sequence[Statement]) -> Model:
    """Return a model trained on statements; the same for the same ones and number of threads."""
    chance = random.Random(0)  # noqa: S311  # what is drawn need not be hard to guess
    torch.manual_seed(0)
    model = Model(base)
    rows = [*given, *numbers_of_no_people(given, chance)]
    marker = Marker(base, LIMIT)
    pieces = [marker.pieces((each.text, each.start, each.end)) for each in rows]
    heads = [*model.out.parameters(), model.mark]
    body = [each for each in model.bert.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(0.0, 1 - step / steps)
    )
    for epoch in range(EPOCHS):
        model.train()
        total = 0.0
        for batch in _batches(pieces, chance):
            loss = _loss(model, [rows[n] for n in batch], [pieces[n] for n in batch], chance)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(rows):.3f}", file=sys.stderr)
    model.eval()
    return model


def _batches(pieces: Sequence[Any], chance: random.Random) -> Iterator[list[int]]:
    """Yield every row once, in batches of like lengths, in an order drawn by chance."""
    order = list(range(len(pieces)))
    chance.shuffle(order)
    batches = []
    for start in range(0, len(order), CHUNK):
        near = sorted(order[start : start + CHUNK], key=lambda row: len(pieces[row][0]))
        batches += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    chance.shuffle(batches)
    yield from batches


def _loss(
    model: Model, rows: Sequence[Statement], pieces: Sequence[Any], chance: random.Random
) -> Tensor:
    longest = max(len(ids) for ids, _, _ in pieces)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    places = torch.zeros(len(rows), 2, dtype=torch.long)
    for row, (found, first, last) in enumerate(pieces):
        ids[row, : len(found)] = torch.tensor(_masked(found, (first, last), chance))
        mask[row, : len(found)] = 1
        places[row] = torch.tensor([first, last])
    states = model(ids, mask, places)
    losses = []
    for kind in LABELS:
        at = [n for n, each in enumerate(rows) if each.kind == kind]
        if at:
            wanted = torch.tensor([LABELS[kind].index(rows[n].label) for n in at])
            scores = model.out[kind](states[at])
            losses.append(
                nn.functional.cross_entropy(
                    scores, wanted, label_smoothing=SMOOTHED, reduction="sum"
                )
            )
    return torch.stack(losses).sum() / len(rows)


MASK = 103
"""The piece [MASK] of BERT's uncased vocabulary."""


def _masked(ids: Sequence[int], marks: tuple[int, int], chance: random.Random) -> list[int]:
    kept = {0, len(ids) - 1, *marks}
    return [
        MASK if at not in kept and chance.random() < MASKED else each for at, each in enumerate(ids)
    ]


def write(model: Model, folder: Path) -> None:
    """Write a trained model as `SpanClassifier` reads it: products' weights as whole numbers."""
    tensors: dict[str, Any] = {"mark": model.mark.detach().numpy()}
    parts = {
        **{f"layer.{n}": layer for n, layer in enumerate(model.bert.encoder.layer)},
        **{f"out.{kind}": head for kind, head in model.out.items()},
    }
    for name, part in parts.items():
        for inner, value in part.named_parameters():
            array = value.detach().numpy()
            if array.ndim == 2:
                scale = np.abs(array).max(1) / 127
                tensors[f"{name}.{inner}.scale"] = scale.astype(np.float32)
                array = np.rint(array / scale[:, None]).astype(np.int8)
            tensors[f"{name}.{inner}"] = array
    folder.mkdir(parents=True, exist_ok=True)
    save_file(tensors, folder / "model.safetensors")
    config = model.bert.config
    settings = {
        "labels": LABELS,
        "layers": LAYERS,
        "heads": config.num_attention_heads,
        "epsilon": config.layer_norm_eps,
        "limit": LIMIT,
    }
    (folder / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", "utf-8")


def figures(classifier: SpanClassifier, tried: Sequence[Statement]) -> str:
    """Return how often the likeliest label is right, and how often whether it is the first.

    The first label of a kind is what counts for the person without reserve.
    """
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    asked = [(each.kind, (each.text, each.start, each.end)) for each in tried]
    for each, shares in zip(tried, classifier.classify(asked), strict=True):
        said = max(shares, key=lambda label: shares[label])
        first = LABELS[each.kind][0]
        count = counts[each.kind]
        count[0] += 1
        count[1] += said == each.label
        count[2] += (said == first) == (each.label == first)
    lines = ["kind      lines  label  first"]
    lines += [
        f"{kind:8} {n:6} {right / n:6.3f} {first / n:6.3f}"
        for kind, (n, right, first) in counts.items()
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and write or try."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="ship what was trained")
    parser.add_argument("--held-out", default="", help="number of the set to try it on instead")
    parser.add_argument("--into", type=Path, help="where to write it; default: the shipped one's")
    options = parser.parse_args(arguments)
    paths = sorted(STATEMENTS.glob("*.tsv"))
    held_out = [path for path in paths if path.stem.endswith(f"_{options.held_out}")]
    base = find_model(DEFAULT_MODEL)
    folder = options.into or model_folder()
    model = trained(base, statements([path for path in paths if path not in held_out]))
    if options.write or options.into:
        write(model, folder)
        if held_out:
            print(figures(SpanClassifier(folder, base), statements(held_out)))


if __name__ == "__main__":
    main()

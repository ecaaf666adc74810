"""Verdicts from embeddings alone: what is built where nobody reads what a sentence says.

Each baseline is fitted on four fifths of the cases and judges the last fifth, in turn, so that
every case is judged by what was learnt from others. The folds keep the labels' shares and ignore
that cases of one kind resemble each other, which helps the baselines. Must not know how this
project judges.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.systems import passages_of
from matcher.meaning import Encoder

Case = Mapping[str, str]
FOLDS = 5
SEED = 20260101
# How freely the classifier may fit: chosen in each fold, within its own cases.
FREEDOM = (0.1, 1.0, 10.0)


def commonest(cases: Sequence[Case], _encoder: Encoder) -> list[str]:
    """Judge every case as most of the others are labelled: what knowing nothing gives."""
    from sklearn.dummy import DummyClassifier

    return _by_others(DummyClassifier(), np.zeros((len(cases), 1)), cases)


def similarity(cases: Sequence[Case], encoder: Encoder) -> list[str]:
    """Judge by the cosine of the requirement with the CV's closest passage.

    Up to three thresholds part the cosines; where they lie and what each stretch means is fitted.
    """
    from sklearn.tree import DecisionTreeClassifier

    tree = DecisionTreeClassifier(max_leaf_nodes=4, min_samples_leaf=10, random_state=SEED)
    return _by_others(tree, _compared(cases, encoder)[2][:, None], cases)


def classifier(cases: Sequence[Case], encoder: Encoder) -> list[str]:
    """Judge by logistic regression over both embeddings and how they differ.

    The features are those that sentence pairs are classified by (Conneau et al., EMNLP 2017): u, v,
    their absolute difference and their product; and the cosine.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GridSearchCV

    asked, told, cosine = _compared(cases, encoder)
    features = np.hstack([asked, told, np.abs(asked - told), asked * told, cosine[:, None]])
    search = GridSearchCV(LogisticRegression(max_iter=2000), {"C": FREEDOM}, cv=3)
    return _by_others(search, features, cases)


BASELINES: Mapping[str, Callable[[Sequence[Case], Encoder], list[str]]] = {
    "classifier": classifier,
    "similarity": similarity,
    "commonest": commonest,
}


def _compared(
    cases: Sequence[Case], encoder: Encoder
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Return the requirement, the CV's closest passage and their cosine, a row a case."""
    asked = encoder.encode([case["requirement"] for case in cases])
    told = []
    for vector, case in zip(asked, cases, strict=True):
        passages = encoder.encode(passages_of(case["cv"]))
        told.append(passages[np.argmax(passages @ vector)])
    closest = np.array(told)
    return asked, closest, (asked * closest).sum(axis=1)


def _by_others(model: Any, features: NDArray[Any], cases: Sequence[Case]) -> list[str]:
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    labels = np.array([case["label"] for case in cases])
    found: list[str] = cross_val_predict(model, features, labels, cv=folds).tolist()
    return found

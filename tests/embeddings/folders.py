"""Model folders small enough to write in a test; their weights are no weights."""

import json
from pathlib import Path

BERT = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "hidden_size": 8,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "layer_norm_eps": 1e-12,
}


def write_model(folder: Path, **config: object) -> Path:
    """Write the files of a mean-pooled BERT encoder, with some of its settings changed."""
    kinds = [("", "Transformer"), ("1_Pooling", "Pooling")]
    modules = [
        {"path": path, "type": f"sentence_transformers.models.{kind}"} for path, kind in kinds
    ]
    pooling = {"word_embedding_dimension": 8, "pooling_mode_mean_tokens": True}
    (folder / "1_Pooling").mkdir(parents=True)
    for name, content in {
        "config.json": BERT | config,
        "modules.json": modules,
        "1_Pooling/config.json": pooling,
        "sentence_bert_config.json": {"max_seq_length": 256},
        "tokenizer.json": {},
    }.items():
        (folder / name).write_text(json.dumps(content))
    (folder / "model.safetensors").write_bytes(b"weights")
    return folder

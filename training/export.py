"""From the trained network to the files in the package: two int8 graphs, labels, word pieces, lemma tables."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from parley.analysis.lemmas import Lemmatizer
from training.model import HEADS, REL, WIDTH, Layer, Model

PLAIN = ("upos", "xpos", "feats")  # only the best label leaves the graph
SCORED = ("ner", "attr")  # the other heads only helped to train


def attend(self: Layer, x: Tensor, bias: Tensor) -> Tensor:
    """Self-attention in plain operators, which the runtime fuses and quantises best."""
    b, t, _ = x.shape
    y = self.qkv(x).reshape(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
    q, k, v = y[0] * (WIDTH // HEADS) ** -0.5, y[1], y[2]
    return (torch.softmax(q @ k.transpose(2, 3) + bias, -1) @ v).transpose(1, 2).reshape(b, t, WIDTH)


class Main(nn.Module):
    """Pieces in; best plain labels, scores of span heads, arc scores and label states out."""

    def __init__(self, model: Model, scored: tuple[str, ...]) -> None:
        super().__init__()
        self.model, self.scored = model, scored

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """See ``OUTPUTS``."""
        words = self.model.words(ids, shapes, mask, first)
        tags = self.model.tags(words)
        plain = [tags[h].argmax(-1).to(torch.int32) for h in PLAIN]
        return (*plain, *(tags[h] for h in self.scored), *self.model.tree(words))


class Labels(nn.Module):
    """States of dependants and heads in, best relation out."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, dep: Tensor, head: Tensor) -> Tensor:
        """[M, REL] twice → [M]."""
        return self.model.relations(dep, head).argmax(-1).to(torch.int32)


def load(path: Path) -> tuple[Model, dict[str, list[str]]]:
    """The trained model and its vocabularies."""
    saved = torch.load(path)
    vocabulary: dict[str, list[str]] = saved["vocabulary"]
    model = Model({h: len(v) for h, v in vocabulary.items() if h != "deprel" and v}, len(vocabulary["deprel"]))
    model.load_state_dict(saved["model"])
    return model.eval(), vocabulary


def export(trained: Path, wordpieces: Path, lemmas: Lemmatizer, out: Path) -> None:
    """Write everything that :class:`parley.analysis.engine.Engine` loads to ``out``."""
    model, vocabulary = load(trained)
    out.mkdir(parents=True, exist_ok=True)
    scored = tuple(h for h in SCORED if vocabulary.get(h))
    build = out / "float"
    build.mkdir(exist_ok=True)
    Layer.attend = attend  # type: ignore[method-assign]
    _graphs(model, scored, build)
    for name in ("main", "labels"):
        quantise(build / f"{name}.onnx", out / f"{name}.onnx")
    shutil.rmtree(build)
    labels = {h: vocabulary[h] for h in (*PLAIN, *scored, "deprel")}
    (out / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    shutil.copy(wordpieces, out / "wordpieces.txt")
    lemmas.save(out / "lemmas.json")


def _graphs(model: Model, scored: tuple[str, ...], build: Path) -> None:
    b, t, n, m = 3, 40, 30, 7
    ids, shapes = torch.randint(5, 30000, (b, t)), torch.randint(0, 15, (b, t))
    mask, first = torch.ones(b, t), torch.arange(1, n + 1)[None].repeat(b, 1)
    dim = torch.export.Dim
    bd, td, nd, md = (
        dim("b", min=1, max=1024),
        dim("t", min=3, max=512),
        dim("n", min=2, max=512),
        dim("m", min=2, max=99999),
    )
    names = [*PLAIN, *scored, "arcs", "dep", "head"]
    main = Main(model, scored)
    torch.onnx.export(
        main,
        (ids, shapes, mask, first),
        str(build / "main.onnx"),
        input_names=["ids", "shapes", "mask", "first"],
        output_names=names,
        dynamic_shapes=({0: bd, 1: td}, {0: bd, 1: td}, {0: bd, 1: td}, {0: bd, 1: nd}),
        opset_version=20,
        external_data=False,
    )
    torch.onnx.export(
        Labels(model),
        (torch.randn(m, REL), torch.randn(m, REL)),
        str(build / "labels.onnx"),
        input_names=["dep", "head"],
        output_names=["label"],
        dynamic_shapes=({0: md}, {0: md}),
        opset_version=20,
        external_data=False,
    )
    _compare(main, names, build / "main.onnx", (ids, shapes, mask, first))


def _compare(main: Main, names: list[str], path: Path, inputs: tuple[Tensor, ...]) -> None:
    """Stop if the graph does not give what the network gives."""
    import onnxruntime as ort

    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    keys = ("ids", "shapes", "mask", "first")
    got = session.run(None, {k: v.numpy() for k, v in zip(keys, inputs, strict=True)})
    with torch.no_grad():
        want = main(*inputs)
    for name, a, b in zip(names, want, got, strict=True):
        worst = float(np.abs(a.numpy().astype(float) - b).max())
        if worst > 1e-2 and name not in PLAIN:
            raise RuntimeError(f"the exported graph differs in {name} by {worst}")


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8, per channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    prepared = source.with_suffix(".prepared.onnx")
    try:
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    except Exception as error:  # the tool is particular; the plain graph quantises too
        print(f"quantising without preparation: {error}")
        prepared = source
    kinds = ["MatMul", "Gemm", "Gather"]
    quantize_dynamic(
        str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=kinds
    )

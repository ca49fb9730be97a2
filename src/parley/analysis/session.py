"""The model behind onnxruntime: numbers in, numbers out. The only module that imports the runtime."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

os.environ.setdefault("HF_HUB_OFFLINE", "1")


class Session:
    """The two graphs of the model: tags and arcs first, labels of the chosen arcs after the tree is known."""

    def __init__(self, folder: Path, threads: int) -> None:
        import onnxruntime as ort

        ort.set_default_logger_severity(3)
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # This fusion makes the quantised graph a fifth slower.
        skip = {"disabled_optimizers": ["SkipLayerNormFusion"], "providers": ["CPUExecutionProvider"]}
        self._main = ort.InferenceSession(str(folder / "main.onnx"), options, **skip)
        self._labels = ort.InferenceSession(str(folder / "labels.onnx"), options, providers=["CPUExecutionProvider"])
        self._names = [o.name for o in self._main.get_outputs()]

    def run(self, ids: Any, shapes: Any, mask: Any, first: Any) -> dict[str, Any]:
        """All outputs of the main graph by name."""
        inputs = {"ids": ids, "shapes": shapes, "mask": mask, "first": first}
        return dict(zip(self._names, self._main.run(None, inputs), strict=True))

    def label(self, dep: Any, head: Any) -> Any:
        """Indices of the labels of arcs, given the states of dependants and heads [M, width]."""
        if len(dep) == 1:  # the graph wants at least two rows
            return self._labels.run(None, {"dep": np.repeat(dep, 2, 0), "head": np.repeat(head, 2, 0)})[0][:1]
        return self._labels.run(None, {"dep": dep, "head": head})[0]

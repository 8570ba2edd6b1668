import type { Staat, Wat } from "./kanaal/staat";
import type { Regel } from "./model";
import * as T from "./teksten";
import { open } from "./weergave/keuzes";
import { stapVan } from "./weergave/weg";

/** Typing is said aloud only when it takes longer than this (ms). */
const TYPT_NA = 1000;

/** What is said beside a new answer, which the log says itself: the step, and how many choices there are. */
export function bijAntwoord(regels: Regel[]): string {
  const aantal = open(regels).length;
  const stap = stapVan(regels);
  return [stap && `${T.stap(stap)}: ${T.stappen[stap - 1]}.`, aantal && `${T.antwoorden(aantal)}.`]
    .filter(Boolean)
    .join(" ");
}

/** Follows the conversation for who hears it; `zeg` is given what role=status should say. */
export class Stem {
  #typt = 0;
  #vorige = "";

  constructor(readonly zeg: (tekst: string) => void) {}

  volg(k: Staat, wat: Wat): void {
    if (k.bezig && !this.#typt) this.#typt = window.setTimeout(() => k.bezig && this.zeg(T.schrijft), TYPT_NA);
    else if (!k.bezig) {
      clearTimeout(this.#typt);
      this.#typt = 0;
    }
    if (!k.melding && this.#vorige) this.zeg(T.hersteld);
    this.#vorige = k.melding;
    if (wat === "nieuw" && k.regels.at(-1)?.from === "assistant") this.zeg(bijAntwoord(k.regels));
  }
}

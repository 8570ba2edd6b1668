import { download, druk } from "./afdruk";
import type { Loket } from "./kanaal/loket";
import { Weigering } from "./kanaal/verzoek";
import type { Brief } from "./model";
import * as T from "./teksten";

/** What a parent takes along: plan, calendar, letters. `zeg` is told what came of it, in words. */
export class Meenemen {
  constructor(
    readonly loket: Loket,
    readonly wortel: ShadowRoot,
    readonly zeg: (tekst: string) => void,
  ) {}

  print(): Promise<void> {
    return this.#document("/plan", async (plan) => druk(await plan.text(), this.wortel));
  }

  bewaarPlan(): Promise<void> {
    return this.#document("/plan", (plan) => download(plan, `${T.planBestand}.html`));
  }

  agenda(): Promise<void> {
    return this.#document("/plan.ics", (agenda) => download(agenda, `${T.planBestand}.ics`));
  }

  kopieer(brief: Brief): void {
    navigator.clipboard?.writeText(brief.tekst).then(
      () => this.zeg(T.gekopieerd),
      (fout) => this.mislukt(fout),
    );
  }

  bewaarBrief(brief: Brief): void {
    download(new Blob([brief.tekst], { type: "text/plain" }), `${brief.titel}.txt`);
  }

  /** Say that it failed: in the words of the server, or else in ours. */
  mislukt(fout: unknown): void {
    this.zeg((fout instanceof Weigering && fout.message) || T.mislukt);
  }

  async #document(pad: string, doe: (wat: Blob) => unknown): Promise<void> {
    try {
      await doe(await this.loket.document(pad));
    } catch (fout) {
      this.mislukt(fout);
    }
  }
}

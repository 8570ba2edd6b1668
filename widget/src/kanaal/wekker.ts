/** Longest wait between two tries (ms). */
const LANGST = 30_000;

/** A wait that can be cut short, and that is longer after each failure. */
export class Wekker {
  /** Failures in a row. */
  pogingen = 0;
  #wek: () => void = () => undefined;

  /** How long to wait after one more failure (ms), and not less than `minstens` (s). */
  langer(minstens = 0): number {
    const ms = Math.min(LANGST, 1000 * 2 ** this.pogingen++) * (0.75 + Math.random() / 4);
    return Math.min(LANGST, Math.max(ms, minstens * 1000));
  }

  /** Wait so long (ms), or until somebody calls `wek`. */
  wacht(ms: number): Promise<void> {
    return new Promise((klaar) => {
      const klok = setTimeout(klaar, ms);
      this.#wek = () => {
        clearTimeout(klok);
        klaar();
      };
    });
  }

  wek(): void {
    this.#wek();
  }
}

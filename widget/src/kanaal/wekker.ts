/** A wait that can be cut short. */
export class Wekker {
  #wek: () => void = () => undefined;

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

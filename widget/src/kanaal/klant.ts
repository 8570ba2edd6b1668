import type { Post } from "../model";
import * as opslag from "../opslag";
import * as T from "../teksten";
import { Loket } from "./loket";
import { echo, nieuw, type Antwoord } from "./post";
import { Staat, type Wat } from "./staat";
import { Weigering } from "./verzoek";
import { Wekker } from "./wekker";

/** The conversation as the browser has it: sends in order, each message once, until there is an answer. */
export class Klant extends Staat {
  readonly loket: Loket;
  readonly #wekker = new Wekker();
  #loopt = false;
  #begonnen = false;
  #afbreken = new AbortController();

  constructor(
    basis: string,
    readonly bewaard: opslag.Bewaard,
    veranderd: (wat: Wat) => void,
  ) {
    super(veranderd);
    this.loket = new Loket(basis, bewaard);
    this.stil = !!bewaard.token;
    addEventListener("online", () => {
      this.zegt("");
      if (this.#begonnen) this.probeer();
    });
    addEventListener("offline", () => {
      if (this.#begonnen) this.#geenVerbinding();
    });
  }

  /** Begin, or go on where the page was left. */
  open(): void {
    this.#begonnen = true;
    void this.#loop();
  }

  /** Put a message in the queue; it is on screen at once. */
  stuur(text: string, choice?: string): void {
    const post = nieuw(text, choice);
    this.#begonnen = true;
    this.nota = "";
    this.#post.push(post);
    this.verhaal.regels = [...this.regels, echo(post)];
    this.bewaar();
    this.veranderd("nieuw");
    this.probeer();
  }

  /** Do not wait any longer before the next try. */
  probeer(): void {
    this.#wekker.wek();
    void this.#loop();
  }

  /** Erase on the server and here. False: the server could not be reached and nothing was erased. */
  async wis(): Promise<boolean> {
    try {
      await this.loket.wis();
    } catch (fout) {
      if (!(fout instanceof Weigering && fout.status === 401)) return false;
    }
    this.#vergeet();
    return true;
  }

  /** Erase here and now; the server is told while the page is left. */
  vlucht(): void {
    void this.loket.wis().catch(() => undefined);
    this.#loopt = true;
    this.#vergeet();
    opslag.wis();
  }

  bewaar(): void {
    opslag.bewaar(this.bewaard);
  }

  get #post(): Post[] {
    return (this.bewaard.post ??= []);
  }

  #vergeet(): void {
    this.#afbreken.abort();
    this.#afbreken = new AbortController();
    const { open } = this.bewaard;
    for (const sleutel of Object.keys(this.bewaard)) delete this.bewaard[sleutel as keyof opslag.Bewaard];
    if (open !== undefined) this.bewaard.open = open;
    this.leeg();
    this.bewaar();
    this.#wekker.pogingen = 0;
    this.#wekker.wek();
  }

  #geenVerbinding(): void {
    this.zegt(this.#post.length ? `${T.offline} ${T.gaatWeg}` : T.offline);
  }

  /** One at a time: session, then history, then the queue; on failure wait longer each time. */
  async #loop(): Promise<void> {
    if (this.#loopt) return;
    this.#loopt = true;
    while (!this.hersteld || this.#post.length || this.bewaard.geheim) {
      const stop = this.#afbreken.signal;
      try {
        this.bezig = this.#post.length > 0;
        this.veranderd("stand");
        await this.#stap(stop);
        this.#wekker.pogingen = 0;
        this.zegt("");
      } catch (fout) {
        if (stop.aborted) continue;
        this.bezig = false;
        await this.#wekker.wacht(this.#verwerk(fout));
      }
    }
    this.#loopt = this.bezig = false;
    this.veranderd("stand");
  }

  async #stap(stop: AbortSignal): Promise<void> {
    if (!this.bewaard.token && this.bewaard.geheim) await this.#keerTerug(this.bewaard.geheim, stop);
    if (!this.bewaard.token) {
      const sessie = await this.loket.begin(stop);
      this.bewaard.token = sessie.token;
      this.bewaar();
      this.toonBegin(sessie, this.#post, "nieuw");
    } else if (!this.hersteld) this.toonBegin(await this.loket.terug(stop), this.#post, "oud");
    if (this.bewaard.geheim) await this.#keerTerug(this.bewaard.geheim, stop);
    const post = this.#post[0];
    if (!post) return;
    const antwoord = await this.loket.zeg(post, this.verhaal.laatste, stop);
    if (stop.aborted) return;
    this.#neem(antwoord, post);
    if (antwoord.busy) return this.#wekker.wacht(1000);
    this.#post.shift();
    this.bewaar();
  }

  /** Exchange a return link; who is in the middle of another conversation is asked first. */
  async #keerTerug(geheim: string, stop: AbortSignal): Promise<void> {
    const { token } = await this.loket.open(geheim, stop).catch((fout: unknown): Antwoord => {
      if (!(fout instanceof Weigering) || fout.status >= 500) throw fout;
      this.nota = fout.message;
      return {};
    });
    this.bewaard.geheim = "";
    const begonnen = this.regels.some((r) => r.from === "user");
    if (token && token !== this.bewaard.token && (!begonnen || confirm(T.anderGesprek))) {
      this.#vergeet();
      this.bewaard.token = token;
      this.stil = true;
    }
    this.bewaar();
  }

  #neem(antwoord: Antwoord, post: Post): void {
    const nieuw = this.verhaal.neem(antwoord, post);
    if (nieuw.some((b) => b.custom?.gewist)) {
      this.#vergeet();
      this.verhaal.regels = nieuw;
      this.hersteld = true;
    }
    this.veranderd(nieuw.length ? "nieuw" : "stand");
  }

  /** What to do about a failure; how long to wait (ms). */
  #verwerk(fout: unknown): number {
    const weigering = fout instanceof Weigering ? fout : undefined;
    const langer = this.#wekker.langer(weigering?.na);
    if (weigering?.status === 401) {
      this.bewaard.token = undefined;
      this.verhaal.laatste = 0;
      this.nota = T.verlopen;
      this.hersteld = false;
      // A choice belongs to its conversation; its words do not.
      for (const p of this.#post) delete p.choice;
      return this.#wekker.pogingen > 1 ? langer : 0;
    }
    const post = this.#post[0];
    if (post && weigering && weigering.status < 500 && weigering.status !== 429) {
      this.#post.shift();
      this.bewaar();
      this.verhaal.merk(post, "mislukt");
      this.bewaard.concept ||= post.choice ? "" : post.text;
      this.nota = weigering.message || T.mislukt;
      return 0;
    }
    if (weigering) this.zegt(weigering.message || T.storing);
    else this.#geenVerbinding();
    if (!weigering && this.#wekker.pogingen === 1 && !this.bewaard.token) void this.loket.waarom();
    this.verhaal.merk(post, "wacht");
    this.veranderd("stand");
    return langer;
  }
}

import type { Groet, Post, Regel } from "../model";
import * as opslag from "../opslag";
import * as T from "../teksten";
import { echo, nieuw, type Antwoord } from "./post";
import { verzoek, Weigering, type Vraag } from "./verzoek";
import { Wekker } from "./wekker";

/** Longest wait between two tries (ms). */
const LANGST = 30_000;

/** What changed: something new was said, an earlier conversation was fetched, or only how things stand. */
export type Wat = "nieuw" | "oud" | "stand";

/** The conversation as the browser has it: sends in order, each message once, until there is an answer. */
export class Klant {
  regels: Regel[] = [];
  /** A request is out and there is hope of an answer. */
  bezig = false;
  /** A sentence about the connection; empty when all is well. */
  melding = "";
  /** A sentence about what went wrong with one message; stands until the next. */
  nota = "";
  /** The conversation so far is here. */
  hersteld = false;
  groet: Groet | undefined;
  /** What is drawn now is old and must not be announced. */
  stil: boolean;

  readonly #veranderd: (wat: Wat) => void;
  #laatste = 0;
  #pogingen = 0;
  #loopt = false;
  #begonnen = false;
  #afbreken = new AbortController();
  readonly #wekker = new Wekker();

  constructor(
    readonly basis: string,
    readonly bewaard: opslag.Bewaard,
    veranderd: (wat: Wat) => void,
  ) {
    this.#veranderd = veranderd;
    this.stil = !!bewaard.token;
    addEventListener("online", () => {
      this.#zegt("");
      if (this.#begonnen) this.probeer();
    });
    addEventListener("offline", () => {
      if (this.#begonnen) this.#geenVerbinding();
    });
  }

  get #post(): Post[] {
    return (this.bewaard.post ??= []);
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
    this.regels = [...this.regels, echo(post)];
    this.bewaar();
    this.#veranderd("nieuw");
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
      if (this.bewaard.token) await this.#vraag({ methode: "DELETE", pad: "/session", blijf: true });
    } catch (fout) {
      if (!(fout instanceof Weigering && fout.status === 401)) return false;
    }
    this.#vergeet();
    return true;
  }

  /** Erase here and now; the server is told while the page is left. */
  vlucht(): void {
    if (this.bewaard.token) void this.#vraag({ methode: "DELETE", pad: "/session", blijf: true }).catch(() => undefined);
    this.#loopt = true;
    this.#vergeet();
    opslag.wis();
  }

  /** "Klopt dit niet?" about one message; gives what to say to that. Raises as `verzoek` does. */
  async meld(id: number, text: string): Promise<string> {
    return (await this.#json({ methode: "POST", pad: "/report", inhoud: { id, text } })).text ?? T.gemeld;
  }

  /** A document of this conversation. */
  async document(pad: string): Promise<Blob> {
    return (await this.#vraag({ methode: "GET", pad })).blob();
  }

  bewaar(): void {
    opslag.bewaar(this.bewaard);
  }

  #vergeet(): void {
    this.#afbreken.abort();
    this.#afbreken = new AbortController();
    const { open } = this.bewaard;
    for (const sleutel of Object.keys(this.bewaard)) delete this.bewaard[sleutel as keyof opslag.Bewaard];
    if (open !== undefined) this.bewaard.open = open;
    this.regels = [];
    this.#laatste = this.#pogingen = 0;
    this.bezig = this.hersteld = this.stil = false;
    this.melding = this.nota = "";
    this.bewaar();
    this.#wekker.wek();
  }

  #vraag(v: Vraag): Promise<Response> {
    return verzoek(this.basis, { token: this.bewaard.token, ...v });
  }

  async #json(v: Vraag): Promise<Antwoord> {
    return (await this.#vraag(v)).json() as Promise<Antwoord>;
  }

  #geenVerbinding(): void {
    this.#zegt(this.#post.length ? `${T.offline} ${T.gaatWeg}` : T.offline);
  }

  #zegt(melding: string): void {
    if (melding === this.melding) return;
    this.melding = melding;
    this.#veranderd("stand");
  }

  /** One at a time: session, then history, then the queue; on failure wait longer each time. */
  async #loop(): Promise<void> {
    if (this.#loopt) return;
    this.#loopt = true;
    while (!this.hersteld || this.#post.length) {
      const stop = this.#afbreken.signal;
      try {
        this.bezig = this.#post.length > 0;
        this.#veranderd("stand");
        await this.#stap(stop);
        this.#pogingen = 0;
        this.#zegt("");
      } catch (fout) {
        if (stop.aborted) continue;
        this.bezig = false;
        await this.#wekker.wacht(this.#verwerk(fout));
      }
    }
    this.#loopt = this.bezig = false;
    this.#veranderd("stand");
  }

  async #stap(stop: AbortSignal): Promise<void> {
    if (!this.bewaard.token) {
      const sessie = await this.#json({ methode: "POST", pad: "/session", inhoud: {}, stop });
      this.bewaard.token = sessie.token;
      this.bewaar();
      this.#begin(sessie, false);
    } else if (!this.hersteld) {
      this.#begin(await this.#json({ methode: "GET", pad: "/history?after=0", stop }), true);
    }
    const post = this.#post[0];
    if (!post) return;
    const inhoud = { ...post, after: this.#laatste };
    const antwoord = await this.#json({ methode: "POST", pad: "/message", inhoud, stop });
    if (stop.aborted) return;
    this.#neem(antwoord, post);
    if (antwoord.busy) return this.#wekker.wacht(1000);
    this.#post.shift();
    this.bewaar();
  }

  /** The conversation so far, with what still has to be sent below it. */
  #begin(terug: Antwoord, oud: boolean): void {
    const berichten = terug.messages ?? [];
    const groet = (this.groet = terug.greeting);
    const wacht = this.#post.filter((p) => !berichten.some((b) => b.key === p.key));
    this.regels = [
      ...(groet ? [{ ...groet, id: 0, from: "assistant" } as Regel] : []),
      ...berichten,
      ...wacht.map((p) => this.regels.find((r) => r.key === p.key) ?? echo(p)),
    ];
    this.#laatste = terug.last ?? 0;
    this.hersteld = true;
    this.#veranderd(oud ? "oud" : "nieuw");
    setTimeout(() => {
      this.stil = false;
      this.#veranderd("stand");
    }, oud ? 500 : 0);
  }

  /** Add what is new; the parent's own message is on screen already. */
  #neem(antwoord: Antwoord, post: Post): void {
    const nieuw = (antwoord.messages ?? []).filter((b) => b.id > this.#laatste && b.key !== post.key);
    this.#laatste = Math.max(this.#laatste, antwoord.last ?? 0);
    if (nieuw.some((b) => b.custom?.gewist)) {
      this.#vergeet();
      this.regels = nieuw;
      this.hersteld = true;
    } else this.regels = [...this.regels.map((r) => (r.key === post.key ? { ...r, staat: "" as const } : r)), ...nieuw];
    this.#veranderd(nieuw.length ? "nieuw" : "stand");
  }

  /** What to do about a failure; how long to wait (ms). */
  #verwerk(fout: unknown): number {
    const langer = Math.min(LANGST, 1000 * 2 ** this.#pogingen++) * (0.75 + Math.random() / 4);
    const weigering = fout instanceof Weigering ? fout : undefined;
    if (weigering?.status === 401) {
      this.bewaard.token = undefined;
      this.#laatste = 0;
      this.nota = T.verlopen;
      this.hersteld = false;
      return this.#pogingen > 1 ? langer : 0;
    }
    const post = this.#post[0];
    if (post && weigering && weigering.status < 500 && weigering.status !== 429) {
      this.#post.shift();
      this.bewaar();
      this.regels = this.regels.map((r) => (r.key === post.key ? { ...r, staat: "mislukt" } : r));
      this.bewaard.concept ||= post.choice ? "" : post.text;
      this.nota = weigering.message || T.mislukt;
      return 0;
    }
    if (weigering) this.#zegt(weigering.message || T.storing);
    else this.#geenVerbinding();
    if (!weigering && this.#pogingen === 1 && !this.bewaard.token) void this.#waarom();
    this.regels = this.regels.map((r) => (r.key === post?.key ? { ...r, staat: "wacht" } : r));
    this.#veranderd("stand");
    return Math.min(LANGST, Math.max(langer, (weigering?.na ?? 0) * 1000));
  }

  /** Tell the owner of the site, in the console, when the server does not know this site. */
  async #waarom(): Promise<void> {
    const uit = await fetch(`${this.basis}/widget/v1/toegang`)
      .then((a) => a.json() as Promise<{ console?: string }>)
      .catch(() => null);
    if (uit?.console) console.warn(uit.console);
  }
}

import type { Bewaard } from "../opslag";
import type { Post } from "../model";
import type { Antwoord } from "./post";
import type { Weg } from "./terugkeer";
import { verzoek, type Vraag } from "./verzoek";

/** The calls of the channel, each a method. They raise as `verzoek` does. */
export class Loket {
  constructor(
    readonly basis: string,
    readonly bewaard: Bewaard,
  ) {}

  /** A new conversation: its token and the greeting. */
  begin(stop: AbortSignal): Promise<Antwoord> {
    return this.#json({ methode: "POST", pad: "/session", inhoud: {}, stop });
  }

  /** The conversation so far. */
  terug(stop: AbortSignal): Promise<Antwoord> {
    return this.#json({ methode: "GET", pad: "/history?after=0", stop });
  }

  /** One message; what is new since message `after`. */
  zeg(post: Post, after: number, stop: AbortSignal): Promise<Antwoord> {
    return this.#json({ methode: "POST", pad: "/message", inhoud: { ...post, after }, stop });
  }

  /** "Klopt dit niet?" about one message. */
  meld(id: number, text: string): Promise<Antwoord> {
    return this.#json({ methode: "POST", pad: "/report", inhoud: { id, text } });
  }

  /** The way back to this conversation. */
  link(): Promise<Weg> {
    return this.#json({ methode: "POST", pad: "/link", inhoud: {} });
  }

  /** A token for the conversation of a return link. */
  open(secret: string, stop: AbortSignal): Promise<Antwoord> {
    return this.#json({ methode: "POST", pad: "/return", inhoud: { secret }, stop });
  }

  /** Erase on the server, also while the page is left. */
  async wis(): Promise<void> {
    if (this.bewaard.token) await this.#vraag({ methode: "DELETE", pad: "/session", blijf: true });
  }

  /** A document of this conversation. */
  async document(pad: string): Promise<Blob> {
    return (await this.#vraag({ methode: "GET", pad })).blob();
  }

  /** Tell the owner of the site, in the console, when the server does not know this site. */
  async waarom(): Promise<void> {
    const uit = await fetch(`${this.basis}/widget/v1/toegang`)
      .then((a) => a.json() as Promise<{ console?: string }>)
      .catch(() => null);
    if (uit?.console) console.warn(uit.console);
  }

  #vraag(v: Vraag): Promise<Response> {
    return verzoek(this.basis, { token: this.bewaard.token, ...v });
  }

  async #json<A = Antwoord>(v: Vraag): Promise<A> {
    return (await this.#vraag(v)).json() as Promise<A>;
  }
}

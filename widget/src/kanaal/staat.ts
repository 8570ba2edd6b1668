import type { Groet, Post, Regel } from "../model";
import * as T from "../teksten";
import type { Antwoord } from "./post";
import type { Weg } from "./terugkeer";
import { Verhaal } from "./verhaal";

/** What changed: something new was said, an earlier conversation was fetched, or only how things stand. */
export type Wat = "nieuw" | "oud" | "stand";

/** What there is to show of a conversation; `veranderd` is told of each change. */
export class Staat {
  /** A request is out and there is hope of an answer. */
  bezig = false;
  /** A sentence about the connection; empty when all is well. */
  melding = "";
  /** A sentence about what went wrong with one message; stands until the next. */
  nota = "";
  /** The conversation so far is here. */
  hersteld = false;
  /** What is drawn now is old and must not be announced. */
  stil = false;
  protected verhaal = new Verhaal();

  constructor(protected readonly veranderd: (wat: Wat) => void) {}

  get regels(): Regel[] {
    return this.verhaal.regels;
  }

  get groet(): Groet | undefined {
    return this.verhaal.groet;
  }

  /** Show the way back below the conversation; not kept, so gone when the page is loaded again. */
  toonWeg({ link, text }: Weg): void {
    const custom = { brief: { titel: T.uwLink, tekst: link } };
    this.verhaal.regels = [...this.regels, { id: 0, from: "assistant", text: `${text}\n${link}`, custom }];
    this.veranderd("stand");
  }

  /** The conversation so far, with what still has to be sent. */
  protected toonBegin(terug: Antwoord, post: Post[], wat: Wat): void {
    this.verhaal.begin(terug, post);
    this.hersteld = true;
    this.veranderd(wat);
    setTimeout(() => {
      this.stil = false;
      this.veranderd("stand");
    }, wat === "oud" ? 500 : 0);
  }

  protected zegt(melding: string): void {
    if (melding === this.melding) return;
    this.melding = melding;
    this.veranderd("stand");
  }

  protected leeg(): void {
    this.verhaal = new Verhaal();
    this.bezig = this.hersteld = this.stil = false;
    this.melding = this.nota = "";
  }
}

import type { Groet, Post, Regel } from "../model";
import { echo, type Antwoord } from "./post";

/** What was said, as it stands on screen. */
export class Verhaal {
  regels: Regel[] = [];
  groet: Groet | undefined;
  /** Id of the last message that the server gave. */
  laatste = 0;

  /** The conversation so far, with what still has to be sent (`post`) below it. */
  begin(terug: Antwoord, post: Post[]): void {
    const berichten = terug.messages ?? [];
    const groet = (this.groet = terug.greeting);
    const wacht = post.filter((p) => !berichten.some((b) => b.key === p.key));
    this.regels = [
      ...(groet ? [{ ...groet, id: 0, from: "assistant" } as Regel] : []),
      ...berichten,
      ...wacht.map(echo),
    ];
    this.laatste = terug.last ?? 0;
  }

  /** Add what is new, and give it; the parent's own message is on screen already. */
  neem(antwoord: Antwoord, post: Post): Regel[] {
    const nieuw = (antwoord.messages ?? []).filter((b) => b.id > this.laatste && b.key !== post.key);
    this.laatste = Math.max(this.laatste, antwoord.last ?? 0);
    this.merk(post, "");
    this.regels = [...this.regels, ...nieuw];
    return nieuw;
  }

  /** How the sending of one message goes. */
  merk(post: Post | undefined, staat: "wacht" | "mislukt" | ""): void {
    this.regels = this.regels.map((r) => (post && r.key === post.key ? { ...r, staat } : r));
  }
}

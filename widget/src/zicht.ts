/** Where the conversation stands in its scroller, and where the focus goes within a question that lies over it. */

/** The scroller of the conversation; `veranderd` is told how many choices lie below the fold (-1: only text does). */
export class Zicht {
  /** Something new was said and must be brought into view. */
  nieuw = false;
  #onder = 0;

  constructor(
    readonly wortel: ShadowRoot,
    readonly veranderd: (onder: number) => void,
  ) {}

  get #rol(): HTMLElement | null {
    return this.wortel.querySelector(".rol");
  }

  /** After each drawing. */
  getekend(): void {
    const rol = this.#rol;
    if (!rol) return;
    rol.onscroll = () => this.meet();
    if (this.nieuw) {
      naarBeurt(rol);
      this.nieuw = !rol.clientHeight;
    }
    requestAnimationFrame(() => this.meet());
  }

  /** What of the newest turn lies below the fold. */
  meet(): void {
    const rol = this.#rol;
    if (!rol?.clientHeight) return;
    const onder = onderDeVouw(rol);
    if (onder === this.#onder) return;
    this.#onder = onder;
    this.veranderd(onder);
  }

  /** The focus to where the parent writes. A finger would bring up the keyboard over what was just said: to that, then. */
  naarInvoer(): void {
    const waar = matchMedia("(pointer: coarse)").matches ? ".rol" : "#tekst";
    this.wortel.querySelector<HTMLElement>(waar)?.focus();
  }

  /** On to what lies there. */
  verder(): void {
    const rol = this.#rol!;
    const eerste = rol.querySelector<HTMLElement>(".keuzes button");
    if (this.#onder > 0 && eerste) eerste.focus();
    else {
      rol.scrollBy(0, rol.clientHeight * 0.8);
      rol.focus();
    }
  }
}

/** Show the start of the newest turn; of a conversation without one, the start. */
function naarBeurt(rol: HTMLElement): void {
  const vragen = rol.querySelectorAll<HTMLElement>(".ouder");
  const begin = vragen[vragen.length - 1];
  rol.scrollTop = begin ? begin.offsetTop - 8 : 0;
}

/** How many choices lie below the fold; -1 where only text does, 0 where nothing does. */
function onderDeVouw(rol: HTMLElement): number {
  const rand = rol.getBoundingClientRect().bottom;
  const lager = [...rol.querySelectorAll(".keuzes button")].filter((k) => k.getBoundingClientRect().bottom > rand);
  return lager.length || (rol.scrollHeight - rol.scrollTop - rol.clientHeight > 48 ? -1 : 0);
}

/** The focus to the control after (`terug`: before) `van` in a box that asks for an answer first; round and round. */
export function naarBuur(doos: HTMLElement, van: Element | null, terug: boolean): void {
  const alle = [...doos.querySelectorAll<HTMLElement>("a, button, textarea")];
  const plek = alle.indexOf(van as HTMLElement);
  alle.at(terug ? Math.max(plek, 0) - 1 : (plek + 1) % alle.length)?.focus();
}

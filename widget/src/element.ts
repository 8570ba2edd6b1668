import { render } from "lit/html.js";
import type { Bediening, Laag } from "./bediening";
import { Klant } from "./kanaal/klant";
import type { Wat } from "./kanaal/staat";
import { uitAdres } from "./kanaal/terugkeer";
import { Meenemen } from "./meenemen";
import type { Regel } from "./model";
import * as opslag from "./opslag";
import { toon, verberg, verlaat, volg } from "./plaats";
import { stijl } from "./stijl/index";
import * as T from "./teksten";
import { Stem } from "./voorlezen";
import { DONKER, gebied } from "./weergave/gebied";
import type { Stand } from "./weergave/paneel";
import { naarBuur, Zicht } from "./zicht";

/** Where the parent goes on "Wis en verlaat", unless the site says otherwise: the weather. */
const ELDERS = "https://www.knmi.nl/";

/** `<wegwijzer-chat>`: a launcher with a panel, or with the attribute `pagina` the panel as the whole page. */
export class WegwijzerChat extends HTMLElement implements Bediening {
  /** Address of the assistant, ending in a slash; set from the address of the script. */
  static basis = "/";

  readonly #wortel = this.attachShadow({ mode: "open" });
  readonly #bewaard = opslag.lees();
  readonly #stem = new Stem((tekst) => {
    this.#stand.zeg = tekst;
    this.#straks();
  });
  mee!: Meenemen;
  #klant!: Klant;
  #stand!: Stand;
  #gepland = false;
  readonly zicht = new Zicht(this.#wortel, (onder) => {
    this.#stand.onder = onder;
    this.#teken();
  });
  #vorigeFocus: HTMLElement | null = null;

  connectedCallback(): void {
    if (this.#klant) return;
    stijl(this.#wortel);
    this.#stand = { pagina: this.hasAttribute("pagina"), menu: false, laag: "", zeg: "", onder: 0 };
    const basis = (this.getAttribute("basis") ?? WegwijzerChat.basis).replace(/\/$/, "");
    this.#klant = new Klant(basis, this.#bewaard, (wat) => this.#ververs(wat));
    this.mee = new Meenemen(this.#klant.loket, this.#wortel, (tekst) => this.#nota(tekst));
    this.#teken();
    this.#wortel.addEventListener("keydown", (e) => this.#toets(e as KeyboardEvent));
    const d = this.#vind<HTMLDialogElement>("dialog");
    if (d) volg(d, this.#wortel, () => this.#terug());
    if (this.#stand.pagina) {
      uitAdres(this.#bewaard);
      addEventListener("hashchange", () => uitAdres(this.#bewaard) && this.#klant.probeer());
      this.#klant.open();
    } else if (this.#bewaard.open) this.#toonPaneel();
    addEventListener("resize", () => this.zicht.meet());
    DONKER.addEventListener("change", () => this.#teken());
  }

  open(): void {
    this.#toonPaneel();
    this.zicht.naarInvoer();
  }

  sluit(): void {
    this.#bewaard.open = false;
    this.#klant.bewaar();
    this.#stand.menu = false;
    this.#stand.laag = "";
    verberg(this.#vind("dialog")!);
    this.#teken();
    this.#vind(".start")?.focus();
  }

  stuur(tekst: string, keuze?: string): void {
    this.#stand.laag = "";
    this.#stand.zeg = "";
    if (!keuze) this.#bewaard.concept = "";
    this.#klant.stuur(tekst, keuze);
    this.#teken();
    this.zicht.naarInvoer();
  }

  menu(open: boolean): void {
    this.#stand.menu = open;
    this.#teken();
    this.#vind("#meer")?.focus();
  }

  laag(welke: Laag, over?: Regel): void {
    if (welke) this.#vorigeFocus = this.#wortel.activeElement as HTMLElement | null;
    this.#stand.laag = welke;
    this.#stand.over = over;
    this.#stand.menu = false;
    this.#teken();
    if (welke) (this.#vind(".doos .eerst") ?? this.#vind(".doos"))?.focus();
    else (this.#vorigeFocus?.offsetParent ? this.#vorigeFocus : this.#vind("#meer"))?.focus();
  }

  async wis(): Promise<void> {
    this.laag("");
    if (await this.#klant.wis()) {
      this.#stem.zeg(T.gewist);
      this.#klant.open();
    } else this.#nota(T.wisMislukt);
    this.zicht.naarInvoer();
  }

  async later(): Promise<void> {
    this.menu(false);
    try {
      this.#klant.toonWeg(await this.#klant.loket.link());
      this.#teken();
      this.#vind(".bericht:last-child .rij button")?.focus();
    } catch (fout) {
      this.mee.mislukt(fout);
    }
  }

  vlucht(): void {
    this.hidden = true;
    this.#klant.vlucht();
    verlaat(this.getAttribute("verlaat") ?? ELDERS);
  }

  async meld(tekst: string): Promise<void> {
    const { over } = this.#stand;
    this.laag("");
    try {
      this.#nota((await this.#klant.loket.meld(over!.id, tekst)).text ?? T.gemeld);
    } catch (fout) {
      this.mee.mislukt(fout);
    }
  }

  probeer(): void {
    this.zicht.naarInvoer();
    this.#klant.probeer();
  }

  #vind<E extends HTMLElement>(wat: string): E | null {
    return this.#wortel.querySelector<E>(wat);
  }

  #toonPaneel(): void {
    this.#bewaard.open = true;
    this.#klant.bewaar();
    this.#klant.open();
    this.#teken();
    toon(this.#vind("dialog")!);
  }

  #toets(e: KeyboardEvent): void {
    if (e.key === "Tab" && this.#stand.laag) {
      e.preventDefault();
      naarBuur(this.#vind(".doos")!, this.#wortel.activeElement, e.shiftKey);
    }
    if (e.key !== "Escape") return;
    e.preventDefault();
    e.stopPropagation();
    this.#terug();
  }

  #terug(): void {
    if (this.#stand.laag) this.laag("");
    else if (this.#stand.menu) this.menu(false);
    else if (!this.#stand.pagina) this.sluit();
  }

  #nota(tekst: string): void {
    this.#klant.nota = tekst;
    this.#teken();
  }

  #ververs(wat: Wat): void {
    if (wat !== "stand") this.zicht.nieuw = true;
    this.#stem.volg(this.#klant, wat);
    this.#straks();
  }

  /** Draw once for all that changes in this turn of the event loop. */
  #straks(): void {
    if (this.#gepland) return;
    this.#gepland = true;
    queueMicrotask(() => {
      this.#gepland = false;
      this.#teken();
    });
  }

  #teken(): void {
    const open = this.#stand.pagina || !!this.#bewaard.open;
    const focus = this.#wortel.activeElement;
    render(gebied(this.#klant, this.#stand, this, open, this), this.#wortel);
    if (focus && !this.#wortel.activeElement) this.#vind(".rol")?.focus();
    this.zicht.getekend();
  }
}

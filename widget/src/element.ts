import { html, nothing, render } from "lit/html.js";
import { download, druk } from "./afdruk";
import type { Bediening, Laag } from "./bediening";
import { Klant, type Wat } from "./kanaal/klant";
import { Weigering } from "./kanaal/verzoek";
import type { Brief, Regel } from "./model";
import * as opslag from "./opslag";
import { smal, toon, verberg, verlaat, volgToetsenbord } from "./plaats";
import { stijl } from "./stijl/index";
import * as T from "./teksten";
import { bijAntwoord } from "./voorlezen";
import { merk } from "./weergave/merk";
import { paneel, type Stand } from "./weergave/paneel";
import { naarBeurt, onderDeVouw } from "./zicht";

/** Where the parent goes on "Wis en verlaat", unless the site says otherwise: the weather. */
const ELDERS = "https://www.knmi.nl/";
const DONKER = matchMedia("(prefers-color-scheme: dark)");
/** Typing is said aloud only when it takes longer than this (ms). */
const TYPT_NA = 1000;

/** `<wegwijzer-chat>`: a launcher with a panel, or with the attribute `pagina` the panel as the whole page. */
export class WegwijzerChat extends HTMLElement implements Bediening {
  /** Address of the assistant, ending in a slash; set from the address of the script. */
  static basis = "/";

  readonly #wortel = this.attachShadow({ mode: "open" });
  readonly #bewaard = opslag.lees();
  #klant!: Klant;
  #stand!: Stand;
  #gepland = false;
  #scrol: Wat | "" = "";
  #typt = 0;
  #vorigeMelding = "";
  #vorigeFocus: HTMLElement | null = null;

  connectedCallback(): void {
    if (this.#klant) return;
    stijl(this.#wortel);
    this.#stand = { pagina: this.hasAttribute("pagina"), menu: false, laag: "", zeg: "", onder: 0 };
    const basis = (this.getAttribute("basis") ?? WegwijzerChat.basis).replace(/\/$/, "");
    this.#klant = new Klant(basis, this.#bewaard, (wat) => this.#ververs(wat));
    this.#teken();
    this.#wortel.addEventListener("keydown", (e) => this.#toets(e as KeyboardEvent));
    const d = this.#vind<HTMLDialogElement>("dialog");
    if (d) {
      volgToetsenbord(d);
      d.addEventListener("cancel", (e) => {
        e.preventDefault();
        this.#terug();
      });
      smal().addEventListener("change", () => {
        if (!this.#bewaard.open) return;
        const focus = this.#wortel.activeElement as HTMLElement | null;
        verberg(d);
        toon(d);
        focus?.focus();
      });
    }
    if (this.#stand.pagina) this.#klant.open();
    else if (this.#bewaard.open) this.#toonPaneel();
    addEventListener("resize", () => this.#meet());
    DONKER.addEventListener("change", () => this.#teken());
  }

  open(): void {
    this.#toonPaneel();
    this.#naarInvoer();
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
    this.#naarInvoer();
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
      this.#zeg(T.gewist);
      this.#klant.open();
    } else this.#nota(T.wisMislukt);
    this.#naarInvoer();
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
      this.#nota(await this.#klant.meld(over!.id, tekst));
    } catch (fout) {
      this.#mislukt(fout, T.mislukt);
    }
  }

  probeer(): void {
    this.#naarInvoer();
    this.#klant.probeer();
  }

  naarKeuzes(): void {
    const eerste = this.#vind(".keuzes button");
    const rol = this.#vind(".rol")!;
    if (this.#stand.onder > 0 && eerste) eerste.focus();
    else {
      rol.scrollBy(0, rol.clientHeight * 0.8);
      rol.focus();
    }
  }

  print(): Promise<void> {
    return this.#document("/plan", async (plan) => druk(await plan.text(), this.#wortel));
  }

  bewaarPlan(): Promise<void> {
    return this.#document("/plan", (plan) => download(plan, `${T.planBestand}.html`));
  }

  agenda(): Promise<void> {
    return this.#document("/plan.ics", (agenda) => download(agenda, `${T.planBestand}.ics`));
  }

  kopieer(brief: Brief): void {
    navigator.clipboard?.writeText(brief.tekst).then(
      () => this.#nota(T.gekopieerd),
      () => this.#nota(T.mislukt),
    );
  }

  bewaarBrief(brief: Brief): void {
    download(new Blob([brief.tekst], { type: "text/plain" }), `${brief.titel}.txt`);
  }

  async #document(pad: string, doe: (wat: Blob) => unknown): Promise<void> {
    try {
      await doe(await this.#klant.document(pad));
    } catch (fout) {
      this.#mislukt(fout, T.geenPlan);
    }
  }

  /** What the server says of it, or else our own words. */
  #mislukt(fout: unknown, anders: string): void {
    this.#nota((fout instanceof Weigering && fout.message) || anders);
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

  #naarInvoer(): void {
    // A finger on the screen would bring up the keyboard over what was just said.
    this.#vind(matchMedia("(pointer: coarse)").matches ? ".rol" : "#tekst")?.focus();
  }

  #toets(e: KeyboardEvent): void {
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

  #zeg(tekst: string): void {
    this.#stand.zeg = tekst;
    this.#teken();
  }

  #ververs(wat: Wat): void {
    if (wat !== "stand") this.#scrol = wat;
    const klant = this.#klant;
    const stand = this.#stand;
    if (klant.bezig && !this.#typt) {
      this.#typt = window.setTimeout(() => klant.bezig && this.#zeg(T.schrijft), TYPT_NA);
    } else if (!klant.bezig) {
      clearTimeout(this.#typt);
      this.#typt = 0;
    }
    if (!klant.melding && this.#vorigeMelding) stand.zeg = T.hersteld;
    this.#vorigeMelding = klant.melding;
    if (wat === "nieuw" && klant.regels.at(-1)?.from === "assistant") stand.zeg = bijAntwoord(klant.regels);
    if (this.#gepland) return;
    this.#gepland = true;
    queueMicrotask(() => {
      this.#gepland = false;
      this.#teken();
    });
  }

  #teken(): void {
    const open = this.#stand.pagina || !!this.#bewaard.open;
    const thema = this.getAttribute("thema");
    const donker = thema ? thema === "donker" : DONKER.matches;
    const focus = this.#wortel.activeElement;
    const binnen = open ? paneel(this.#klant, this.#stand, this) : nothing;
    render(
      html`<section aria-label=${T.gebied} class=${donker ? "donker" : ""}>
        ${this.#stand.pagina
          ? html`<div class="paneel">${binnen}</div>`
          : html`<button
                type="button"
                class="start"
                aria-haspopup="dialog"
                aria-expanded=${open}
                ?hidden=${open}
                @click=${() => this.open()}
              >
                ${merk()}<span><b>${T.naam}</b> ${this.getAttribute("tekst") ?? T.start}</span>
              </button>
              <dialog class="paneel" aria-labelledby="titel">${binnen}</dialog>`}
      </section>`,
      this.#wortel,
    );
    const rol = this.#vind(".rol");
    if (!rol) return;
    if (focus && !this.#wortel.activeElement) rol.focus();
    rol.onscroll = () => this.#meet();
    if (this.#scrol) {
      naarBeurt(rol);
      if (rol.clientHeight) this.#scrol = "";
    }
    requestAnimationFrame(() => this.#meet());
  }

  /** What of the newest turn lies below the fold. */
  #meet(): void {
    const rol = this.#vind(".rol");
    if (!rol?.clientHeight) return;
    const onder = onderDeVouw(rol);
    if (onder === this.#stand.onder) return;
    this.#stand.onder = onder;
    this.#teken();
  }
}

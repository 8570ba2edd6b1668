import { html, nothing } from "lit/html.js";
import type { Bediening, Laag } from "../bediening";
import { metLinks } from "../links";
import type { Klant } from "../kanaal/klant";
import type { Regel } from "../model";
import * as T from "../teksten";
import { bericht } from "./bericht";
import { invoer } from "./invoer";
import { keuzes } from "./keuzes";
import { laag } from "./laag";
import { meer, meerKnop } from "./meer";
import { kruis, merk } from "./merk";
import { stapVan, weg } from "./weg";

/** What the panel shows besides the conversation itself. */
export interface Stand {
  pagina: boolean;
  menu: boolean;
  laag: Laag;
  over?: Regel | undefined;
  /** Said by role=status, for the ear. */
  zeg: string;
  /** Choices below the fold; -1: only text is. */
  onder: number;
}

/** Header, road, conversation, composer. */
export function paneel(k: Klant, s: Stand, w: Bediening): unknown {
  const begonnen = k.regels.some((r) => r.from === "user");
  const melding = k.melding || k.nota;
  return html`
    <div class="binnen" ?inert=${!!s.laag}>
      <div class="kop">
        ${merk()}
        <div class="titel">
          ${s.pagina ? html`<h1 id="titel">${T.naam}</h1>` : html`<h2 id="titel">${T.naam}</h2>`}
          <p>${T.ondertitel}</p>
        </div>
        ${meerKnop(s.menu, w)} ${meer(s.menu, begonnen, w)}
        ${s.pagina
          ? nothing
          : html`<button type="button" class="rond" aria-label=${T.sluit} @click=${() => w.sluit()}>${kruis()}</button>`}
      </div>
      <div class="balk">
        ${weg(stapVan(k.regels))}
        <button type="button" class="stil" @click=${() => w.vlucht()}>${T.verlaat}</button>
      </div>
      <div class="melding">
        <div role="status">${melding ? html`<p>${metLinks(melding)}</p>` : nothing}</div>
        ${k.melding ? html`<button type="button" @click=${() => w.probeer()}>${T.probeer}</button>` : nothing}
      </div>
      <div class="rol" role="region" aria-label=${T.gesprek} tabindex="0">
        <div class="vooraf">
          <p>${T.vooraf} <b>${T.prive}</b></p>
        </div>
        <div class="log" role="log" aria-label=${T.log} aria-live=${k.stil ? "off" : "polite"}>
          ${k.regels.map((r) => bericht(r, w))}
        </div>
        ${k.bezig ? html`<p class="typt"><i></i><i></i><i></i> ${T.schrijft}</p>` : nothing}
        ${k.bezig ? nothing : keuzes(k.regels, w)}
        ${s.onder
          ? html`<p class="onderaan"><button type="button" tabindex="-1" @click=${() => w.zicht.verder()}>
              ${s.onder > 0 ? T.hieronder(s.onder) : T.verderLezen} <span aria-hidden="true">↓</span>
            </button></p>`
          : nothing}
      </div>
      ${invoer(k.bewaard.concept ?? "", w, (tekst) => {
        k.bewaard.concept = tekst;
        k.bewaar();
      })}
      <p class="oor" role="status">${s.zeg}</p>
    </div>
    ${laag(s.laag, s.over, k.groet, w)}
  `;
}

import { html, nothing } from "lit/html.js";
import type { Bediening, Laag } from "../bediening";
import { doel, link } from "../links";
import type { Groet, Regel } from "../model";
import * as T from "../teksten";
import { kaart } from "./kaart";

/** What lies over the conversation and asks for an answer first. */
export function laag(welke: Laag, over: Regel | undefined, groet: Groet | undefined, w: Bediening): unknown {
  if (!welke) return nothing;
  const terug = html`<button type="button" @click=${() => w.laag("")}>${T.terug}</button>`;
  if (welke === "wis") {
    return doos("alertdialog", T.wisVraag, html`
      <p id="uitleg">${T.wisUitleg}</p>
      <p class="rij">
        <button type="button" class="eerst" @click=${() => w.laag("")}>${T.wisNee}</button>
        <button type="button" class="vol" @click=${() => w.wis()}>${T.wisJa}</button>
      </p>`);
  }
  if (welke === "mens") return doos("dialog", T.mens, mens(groet, w, terug));
  const stuur = (e: Event): void => {
    e.preventDefault();
    w.meld((e.target as HTMLFormElement).querySelector("textarea")!.value.trim());
  };
  return doos("dialog", T.kloptNiet, html`
    <blockquote>${(over?.text ?? "").slice(0, 160)}${(over?.text.length ?? 0) > 160 ? "…" : ""}</blockquote>
    <form @submit=${stuur}>
      <label for="fout">${T.watKloptNiet}</label>
      <textarea id="fout" class="eerst" rows="3" maxlength="1000" aria-describedby="uitleg"></textarea>
      <p id="uitleg">${T.meldUitleg}</p>
      <p class="rij"><button class="vol">${T.meld}</button>${terug}</p>
    </form>`);
}

function mens(groet: Groet | undefined, w: Bediening, terug: unknown): unknown {
  const eigen = groet?.custom?.kaarten;
  return html`<p id="uitleg">${T.mensUitleg}</p>
    ${eigen
      ? eigen.map((k) => kaart(k))
      : html`<ul class="nummers">
          ${T.contacten.map(
            ([wie, nummer, wat]) => html`<li><b>${wie}</b> ${link(doel(nummer), nummer, "bel")} <span class="klein">${wat}</span></li>`,
          )}
        </ul>`}
    <p class="rij">
      <button type="button" class="vol" @click=${() => w.stuur(T.mensVraag)}>${T.mensKnop}</button>
      ${terug}
    </p>`;
}

const doos = (rol: string, titel: string, inhoud: unknown): unknown => html`<div class="laag">
  <div class="doos" role=${rol} aria-modal="true" aria-labelledby="kop" aria-describedby="uitleg" tabindex="-1">
    <p id="kop" class="wie">${titel}</p>
    ${inhoud}
  </div>
</div>`;

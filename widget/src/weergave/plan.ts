import { html, nothing } from "lit/html.js";
import type { Bediening } from "../bediening";
import type { Brief, Plan } from "../model";
import { metLinks } from "../links";
import * as T from "../teksten";

/** What can be done with the plan; the message above it says what is in it. */
export function plan(p: Plan, w: Bediening): unknown {
  return html`<div class="kaart">
    <p class="wie">${p.kop ?? T.plan}</p>
    <p class="rij">${planknoppen(w, !!p.agenda)}</p>
  </div>`;
}

export const planknoppen = (w: Bediening, agenda: boolean): unknown => html`
  <button type="button" @click=${() => w.mee.print()}>${T.print}</button>
  <button type="button" @click=${() => w.mee.bewaarPlan()}>${T.bewaar}</button>
  ${agenda ? html`<button type="button" @click=${() => w.mee.agenda()}>${T.agenda}</button>` : nothing}
`;

/** A letter to adapt: to read, to copy and to keep. */
export function brief(b: Brief, w: Bediening): unknown {
  return html`<div class="kaart">
    <details>
      <summary>${b.titel}</summary>
      <p class="brief">${metLinks(b.tekst)}</p>
    </details>
    <p class="rij">
      <button type="button" @click=${() => w.mee.kopieer(b)}>${T.kopieer}</button>
      <button type="button" @click=${() => w.mee.bewaarBrief(b)}>${T.bewaarBrief}</button>
    </p>
  </div>`;
}

import { html, nothing } from "lit/html.js";
import type { Bediening } from "../bediening";
import type { Keuze, Regel } from "../model";
import * as T from "../teksten";

/** The choices that are open: those of the newest turn of the assistant, until something is answered. */
export function open(regels: Regel[]): Keuze[] {
  let uit: Keuze[] = [];
  for (const r of regels) uit = r.from === "user" ? [] : r.buttons?.length ? r.buttons : uit;
  return uit;
}

export const keuzes = (welke: Keuze[], w: Bediening): unknown =>
  welke.length
    ? html`<div class="keuzes" role="group" aria-label=${T.keuzes}>
        ${welke.map((k) => html`<button type="button" @click=${() => w.stuur(k.title, k.id)}>${k.title}</button>`)}
      </div>`
    : nothing;

import { html, nothing } from "lit/html.js";
import type { Bediening } from "../bediening";
import * as T from "../teksten";
import { planknoppen } from "./plan";
import { laterKnop } from "./terugkeer";

/** The disclosure "Meer"; what it holds is a plain list of buttons. */
export const meerKnop = (open: boolean, w: Bediening): unknown =>
  html`<button type="button" id="meer" aria-expanded=${open} aria-controls="menu" @click=${() => w.menu(!open)}>
    ${T.meer}
  </button>`;

export const meer = (open: boolean, begonnen: boolean, w: Bediening): unknown =>
  html`<div id="menu" class="menu" ?hidden=${!open}>
    <button type="button" @click=${() => w.laag("mens")}>${T.mens}</button>
    ${begonnen ? [planknoppen(w, true), laterKnop(w)] : nothing}
    <button type="button" @click=${() => w.laag("wis")}>${T.opnieuw}</button>
    <button type="button" @click=${() => w.vlucht()}>${T.verlaat}</button>
  </div>`;

import { html, nothing } from "lit/html.js";
import type { Bediening } from "../bediening";
import type { Klant } from "../kanaal/klant";
import * as T from "../teksten";
import { merk } from "./merk";
import { paneel, type Stand } from "./paneel";

/** What the visitor's own settings ask for. */
export const DONKER = matchMedia("(prefers-color-scheme: dark)");

/** All of the widget: the launcher with its panel, or the panel as the page. `gast`: where a site set `thema` and `tekst`. */
export function gebied(k: Klant, s: Stand, w: Bediening, open: boolean, gast: Element): unknown {
  const thema = gast.getAttribute("thema");
  const donker = thema ? thema === "donker" : DONKER.matches;
  const binnen = open ? paneel(k, s, w) : nothing;
  return html`<section lang="nl" aria-label=${T.gebied} class=${donker ? "donker" : ""}>
    ${s.pagina
      ? html`<div class="paneel">${binnen}</div>`
      : html`<button
            type="button"
            class="start"
            aria-haspopup="dialog"
            aria-expanded=${open}
            ?hidden=${open}
            @click=${() => w.open()}
          >
            ${merk()}<span><b>${T.naam}</b> ${gast.getAttribute("tekst") ?? T.start}</span>
          </button>
          <dialog class="paneel" aria-labelledby="titel">${binnen}</dialog>`}
  </section>`;
}

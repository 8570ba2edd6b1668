import { html, nothing } from "lit/html.js";
import { dag, uren } from "../datum";
import { doel, leesbaar, link, site } from "../links";
import type { Contact, Kaart } from "../model";
import * as T from "../teksten";

/** How long "nu open" may be believed after the message came (ms). */
const VERS = 15 * 60_000;

/** A contact card: who, how, when, and where we read it. */
export function kaart(k: Kaart, op?: string): unknown {
  const vers = !op || Date.now() - Date.parse(op) < VERS;
  // Pages of one site that were read on one day are one source here; the addresses stand under the answer.
  const bronnen = new Map(
    (k.contact ?? []).flatMap((c) => (c.bron ? [[site(c.bron) + c.gezien, c] as const] : [])),
  );
  return html`<div class="kaart">
    <p class="wie">${k.wie}</p>
    ${k.wat ? html`<p>${k.wat}</p>` : nothing}
    <ul>
      ${(k.contact ?? []).map((c) => html`<li>${contact(c, vers)}</li>`)}
    </ul>
    ${(k.extra ?? []).map((e) => html`<p>${e}</p>`)}
    ${bronnen.size
      ? html`<p class="bron">
          ${T.bron}
          ${[...bronnen].map(
            ([, { bron, gezien }], n) =>
              html`${n ? "; " : ""}${link(bron!, site(bron!))}${gezien ? `, ${T.gezien(dag(gezien))}` : ""}`,
          )}
        </p>`
      : nothing}
  </div>`;
}

function contact(c: Contact, vers: boolean): unknown {
  const naar = c.soort === "post" ? "" : doel(c.waarde);
  const toon = naar.startsWith("http") ? leesbaar(naar) : c.waarde;
  return html`<span class="soort">${c.soort}${c.label ? ` (${c.label})` : ""}</span>
    ${link(naar, toon, c.soort === "telefoon" ? "bel" : "")}
    ${vers && c.open != null
      ? html` <span class="nu ${c.open ? "ja" : "nee"}">${c.open ? T.nuOpen : T.nuDicht}</span>`
      : nothing}
    ${c.tijden ? html`<span class="klein">${uren(c.tijden)}</span>` : nothing}
    ${c.tijden_noot ? html`<span class="klein">${c.tijden_noot}</span>` : nothing}
    ${c.controleer ? html`<span class="klein">${T.controleer}</span>` : nothing}`;
}

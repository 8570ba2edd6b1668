import { html, nothing } from "lit/html.js";
import type { Bediening } from "../bediening";
import { leesbaar, link, metLinks } from "../links";
import type { Custom, Regel } from "../model";
import * as T from "../teksten";
import { kaart } from "./kaart";
import { brief, plan } from "./plan";
import { laterKnop } from "./terugkeer";
import { termijn } from "./termijn";

const lijst = <X>(x: X | X[] | undefined): X[] => (x === undefined || x === null ? [] : Array.isArray(x) ? x : [x]);

/** A message without facts is only asked about ("Klopt dit niet?") when it is longer than this (characters). */
const LANG = 120;

/** One message: who says it (for the ear), its text, and what comes with it. */
export function bericht(r: Regel, w: Bediening): unknown {
  const bot = r.from === "assistant";
  const c: Custom = r.custom ?? {};
  const bronnen = lijst(c.bronnen);
  const wet = lijst(c.wet);
  return html`<div class="bericht ${bot ? "bot" : "ouder"}" data-id=${r.id}>
    <span class="oor">${bot ? T.bot : T.ouder}</span>
    <div class="tekst" lang=${c.lang ?? "nl"} dir=${c.dir ?? (bot ? "ltr" : "auto")}>${regels(r.text ?? "", bot)}</div>
    ${r.staat ? html`<p class="staat">${r.staat === "wacht" ? T.wordtVerstuurd : T.nietVerstuurd}</p>` : nothing}
    ${lijst(c.termijnen ?? c.termijn).map(termijn)} ${lijst(c.kaarten ?? c.kaart).map((k) => kaart(k, r.at))}
    ${c.plan ? plan(c.plan, w) : nothing} ${lijst(c.brief).map((b) => brief(b, w))}
    ${c.terugkeer ? html`<p class="rij">${laterKnop(w)}</p>` : nothing}
    ${c.onbevestigd && !r.text.includes(c.onbevestigd) ? html`<p class="klein">${c.onbevestigd}</p>` : nothing}
    ${bot && r.id && (Object.keys(c).length || r.text.length > LANG)
      ? html`<div class="onder">
          ${bronnen.length || wet.length
            ? html`<details>
                <summary>${T.bronnen}</summary>
                <ul>
                  ${wet.map((x) => html`<li>${T.wet}: ${x}</li>`)} ${bronnen.map((x) => html`<li>${link(x, leesbaar(x))}</li>`)}
                </ul>
              </details>`
            : nothing}
          <button type="button" class="stil" @click=${() => w.laag("meld", r)}>${T.kloptNiet}</button>
        </div>`
      : nothing}
  </div>`;
}

/** Each line on its own, points set in; only the assistant's addresses are shortened. */
const regels = (tekst: string, bot: boolean): unknown =>
  tekst.split("\n").map((r) => html`<p class=${/^[–•-] /.test(r) ? "punt" : ""}>${metLinks(r, bot)}</p>`);

import { html, nothing } from "lit/html.js";
import { dag, dagenTot } from "../datum";
import type { Termijn } from "../model";
import * as T from "../teksten";

/** A term: what, the last day, and how long that is from today. */
export function termijn(t: Termijn): unknown {
  const nog = dagenTot(t.datum);
  return html`<div class="termijn">
    <p class="wie">${t.wat}</p>
    <p><b>${T.uiterlijk(dag(t.datum))}</b>${isNaN(nog) ? nothing : html` <span class="nog">${nog < 0 ? T.voorbij : T.nog(nog)}</span>`}</p>
  </div>`;
}

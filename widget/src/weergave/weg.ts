import { html, nothing } from "lit/html.js";
import * as T from "../teksten";

/** Progress on the road: "Stap 2 van 6" in words, and six posts of which the passed ones are ticked. */
export function weg(stap: number): unknown {
  const naam = T.stappen[stap - 1];
  if (!naam) return nothing;
  return html`<div class="weg">
    <p><b>${T.stap(stap)}</b><span>: ${naam}</span></p>
    <svg viewBox="0 0 174 18" preserveAspectRatio="xMinYMid" aria-hidden="true">
      <path class="lijn" d="M9 9h156" />
      ${T.stappen.map((_, n) => html`<svg x=${n * 31.2} width="18" height="18" viewBox="0 0 18 18" class=${
        n + 1 < stap ? "klaar" : n + 1 === stap ? "hier" : "straks"
      }><circle cx="9" cy="9" r="7" /><path d="M5.5 9.2l2.4 2.4 4.6-5" /></svg>`)}
    </svg>
  </div>`;
}

/** The step that the conversation has come to; 0 where none was named. */
export function stapVan(regels: { custom?: { stap?: number } }[]): number {
  return regels.reduce((laatste, r) => (T.stappen[(r.custom?.stap ?? 0) - 1] ? (r.custom?.stap ?? 0) : laatste), 0);
}

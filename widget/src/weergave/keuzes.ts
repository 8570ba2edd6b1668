import { html, nothing } from "lit/html.js";
import type { Bediening } from "../bediening";
import type { Keuze, Regel } from "../model";
import * as T from "../teksten";

/** The choices that are open: those of the newest turn of the assistant, until something is answered. */
export const open = (regels: Regel[]): Keuze[] => vraag(regels)?.buttons ?? [];

/** The message that these choices belong to. */
function vraag(regels: Regel[]): Regel | undefined {
  let uit: Regel | undefined;
  for (const r of regels) uit = r.from === "user" ? undefined : r.buttons?.length ? r : uit;
  return uit;
}

/** In the language of their message; each in the direction of its own words. */
export function keuzes(regels: Regel[], w: Bediening): unknown {
  const uit = vraag(regels);
  return uit
    ? html`<div class="keuzes" role="group" aria-label=${T.keuzes}>
        ${uit.buttons!.map(
          (k) => html`<button type="button" lang=${uit.custom?.lang ?? "nl"} dir="auto" @click=${() => w.stuur(k.title, k.id)}>${k.title}</button>`,
        )}
      </div>`
    : nothing;
}

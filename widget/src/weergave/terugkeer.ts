import { html, type TemplateResult } from "lit/html.js";
import type { Bediening } from "../bediening";
import * as T from "../teksten";

/** Asks for the way back to this conversation. */
export const laterKnop = (w: Bediening): TemplateResult =>
  html`<button type="button" @click=${() => w.later()}>${T.later}</button>`;

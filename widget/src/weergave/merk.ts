import { html, type TemplateResult } from "lit/html.js";

/** Our mark: a signpost, two arms pointing two ways. */
export const merk = (): TemplateResult => html`<svg class="merk" viewBox="0 0 32 32" aria-hidden="true">
  <path class="paal" d="M14.5 3h3v27h-3z" />
  <path class="arm" d="M5 6h18l5 4-5 4H5z" />
  <path class="arm twee" d="M27 16H12l-5 4 5 4h15z" />
</svg>`;

export const kruis = (): TemplateResult => html`<svg class="kruis" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M3 3l10 10M13 3L3 13" />
</svg>`;

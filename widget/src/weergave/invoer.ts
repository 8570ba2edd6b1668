import { html } from "lit/html.js";
import type { Bediening } from "../bediening";
import * as T from "../teksten";

/** Where the parent writes: Enter sends, Shift+Enter breaks the line. */
export function invoer(concept: string, w: Bediening, onthoud: (tekst: string) => void): unknown {
  const stuur = (e: Event): void => {
    e.preventDefault();
    const veld = (e.currentTarget as HTMLElement).closest("form")!.querySelector("textarea")!;
    const tekst = veld.value.trim();
    if (!tekst) return veld.focus();
    veld.value = "";
    w.stuur(tekst);
  };
  const toets = (e: KeyboardEvent): void => {
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing) stuur(e);
  };
  return html`<form class="invoer" @submit=${stuur}>
    <label for="tekst">${T.label}</label>
    <div>
      <textarea
        id="tekst"
        rows="1"
        autocomplete="off"
        enterkeyhint="send"
        aria-describedby="prive"
        placeholder=${T.hint}
        .value=${concept}
        @keydown=${toets}
        @input=${(e: Event) => onthoud((e.target as HTMLTextAreaElement).value)}
      ></textarea>
      <button class="vol">${T.stuur}</button>
    </div>
    <p id="prive">${T.prive}</p>
  </form>`;
}

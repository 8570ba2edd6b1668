/** The widget as one classic script: `<script src="https://bot/widget/v1/wegwijzer.js" defer></script>`. */
import { WegwijzerChat } from "./element";

const NAAM = "wegwijzer-chat";
const script = document.currentScript as HTMLScriptElement | null;

function plaats(): void {
  const klaar = document.querySelector(NAAM);
  if (klaar) {
    if (/[?&]inline=1/.test(location.search)) klaar.setAttribute("inline", "");
    return;
  }
  const element = document.createElement(NAAM);
  for (const [naam, waarde] of Object.entries(script?.dataset ?? {})) element.setAttribute(naam, waarde ?? "");
  document.body.append(element);
}

if (!customElements.get(NAAM)) {
  if (script) WegwijzerChat.basis = new URL("../..", script.src).href;
  if (document.body) plaats();
  else addEventListener("DOMContentLoaded", plaats);
  customElements.define(NAAM, WegwijzerChat);
}

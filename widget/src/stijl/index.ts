import bericht from "./bericht.css?inline";
import invoer from "./invoer.css?inline";
import paneel from "./paneel.css?inline";
import thema from "./thema.css?inline";

/** Give the shadow root its looks without a style element, which a strict Content-Security-Policy would refuse. */
export function stijl(wortel: ShadowRoot): void {
  const blad = new CSSStyleSheet();
  blad.replaceSync(thema + paneel + bericht + invoer);
  wortel.adoptedStyleSheets = [blad];
}

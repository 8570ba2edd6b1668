import { html, render } from "lit/html.js";

/**
 * Print the plan, and nothing around it: in a frame that holds only this. `plan` is the page as the server made it,
 * text escaped; it is trusted as far as the script itself, which comes from the same server. Its style goes into a
 * constructed sheet and its body through lit's own policy, so a strict host page has nothing to refuse.
 */
export async function druk(plan: string, waar: ShadowRoot): Promise<void> {
  const deel = (patroon: RegExp): string => patroon.exec(plan)?.[1] ?? "";
  const knop = waar.activeElement as HTMLElement | null;
  const raam = document.createElement("iframe");
  raam.className = "druk";
  raam.tabIndex = -1;
  raam.setAttribute("aria-hidden", "true");
  await new Promise((geladen) => {
    raam.onload = geladen;
    waar.append(raam);
  });
  const doc = raam.contentDocument!;
  const venster = raam.contentWindow as Window & typeof globalThis;
  const blad = new venster.CSSStyleSheet();
  blad.replaceSync(deel(/<style>([^]*?)<\/style>/));
  doc.adoptedStyleSheets = [blad];
  doc.title = deel(/<title>([^<]*)/);
  doc.documentElement.lang = "nl";
  const lijf = [deel(/<body>([^]*)<\/body>/)];
  render(html(Object.assign(lijf, { raw: lijf })), doc.body);
  venster.onafterprint = () =>
    setTimeout(() => {
      raam.remove();
      knop?.focus();
    });
  venster.focus();
  venster.print();
}

/** Keep a file on the parent's own machine. */
export function download(wat: Blob, naam: string): void {
  const a = document.createElement("a");
  a.href = URL.createObjectURL(wat);
  a.download = naam;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60_000);
}

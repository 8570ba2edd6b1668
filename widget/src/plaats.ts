/** How the panel stands on the page: over all of it on a small screen, in the corner on a large one. */

const SMAL = "(max-width: 640px), (max-height: 480px)";
const smal = (): MediaQueryList => matchMedia(SMAL);

/** Small: modal. Large: not modal, yet above whatever the page holds. */
export function toon(d: HTMLDialogElement): void {
  if (smal().matches) {
    d.removeAttribute("popover");
    d.showModal();
  } else if ("popover" in d) {
    d.popover = "manual";
    d.showPopover();
  } else {
    (d as HTMLDialogElement).show();
  }
}

export function verberg(d: HTMLDialogElement): void {
  if (d.open) d.close();
  else if (d.popover) d.hidePopover();
}

/** Keep the panel right while it is open: Esc (`terug`), and a screen that becomes small or large. */
export function volg(d: HTMLDialogElement, wortel: ShadowRoot, terug: () => void): void {
  volgToetsenbord(d);
  d.addEventListener("cancel", (e) => {
    e.preventDefault();
    terug();
  });
  smal().addEventListener("change", () => {
    if (!d.matches(":popover-open, [open]")) return;
    const focus = wortel.activeElement as HTMLElement | null;
    verberg(d);
    toon(d);
    focus?.focus();
  });
}

/** Keep the composer above the keyboard of a phone, which covers the page without making it smaller. */
function volgToetsenbord(d: HTMLElement): void {
  const zicht = window.visualViewport;
  zicht?.addEventListener("resize", () => {
    const bedekt = zicht.scale === 1 && innerHeight - zicht.height > 100;
    d.style.height = bedekt && smal().matches ? `${zicht.height}px` : "";
  });
}

/** Leave the page at once, also from within a frame, without a way back to it. */
export function verlaat(naar: string): void {
  try {
    (window.top ?? window).location.replace(naar);
  } catch {
    location.replace(naar);
  }
}

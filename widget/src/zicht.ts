/** Where the conversation stands in its scroller. */

/** Show the start of the newest turn; of a conversation without one, the start. */
export function naarBeurt(rol: HTMLElement): void {
  const vragen = rol.querySelectorAll<HTMLElement>(".ouder");
  const begin = vragen[vragen.length - 1];
  rol.scrollTop = begin ? begin.offsetTop - 8 : 0;
}

/** How many choices lie below the fold; -1 where only text does, 0 where nothing does. */
export function onderDeVouw(rol: HTMLElement): number {
  const rand = rol.getBoundingClientRect().bottom;
  const lager = [...rol.querySelectorAll(".keuzes button")].filter((k) => k.getBoundingClientRect().bottom > rand);
  return lager.length || (rol.scrollHeight - rol.scrollTop - rol.clientHeight > 48 ? -1 : 0);
}

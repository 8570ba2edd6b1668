import { bewaar, type Bewaard } from "../opslag";

/** A return link and what is said with it. */
export interface Weg {
  link: string;
  text: string;
}

/** The secret of a return link that this page was opened with; taken out of the address bar at once. */
export function uitAdres(bewaard: Bewaard): boolean {
  const geheim = location.hash.slice(1);
  if (!/^[\w-]{22}$/.test(geheim)) return false;
  bewaard.geheim = geheim;
  bewaar(bewaard);
  history.replaceState(null, "", location.href.split("#")[0]);
  return true;
}

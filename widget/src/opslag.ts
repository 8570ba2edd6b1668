import type { Post } from "./model";

/** What survives a reload of the page: in sessionStorage only, gone with the tab. The conversation is on the server. */
export interface Bewaard {
  token?: string | undefined;
  open?: boolean;
  post?: Post[];
  concept?: string;
  /** The secret of a return link that still has to be exchanged for a token. */
  geheim?: string;
}

const SLEUTEL = "wegwijzer";

/** Storage may be forbidden or damaged: then only a reload loses something. */
function kan<X>(doe: () => X): X | undefined {
  try {
    return doe();
  } catch {
    return undefined;
  }
}

/** Read what was kept; empty where there is nothing. */
export const lees = (): Bewaard =>
  kan(() => JSON.parse(sessionStorage.getItem(SLEUTEL) ?? "{}") as Bewaard | null) ?? {};

/** Keep it. */
export const bewaar = (wat: Bewaard): void => kan(() => sessionStorage.setItem(SLEUTEL, JSON.stringify(wat)));

/** Forget everything. */
export const wis = (): void => kan(() => sessionStorage.removeItem(SLEUTEL));

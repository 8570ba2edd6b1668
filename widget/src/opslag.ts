import type { Post } from "./model";

/** What survives a reload of the page: in sessionStorage only, gone with the tab. The conversation is on the server. */
export interface Bewaard {
  token?: string | undefined;
  open?: boolean;
  post?: Post[];
  concept?: string;
}

const SLEUTEL = "wegwijzer";

/** Read what was kept; empty where there is nothing, where it is damaged or where storage is forbidden. */
export function lees(): Bewaard {
  try {
    return (JSON.parse(sessionStorage.getItem(SLEUTEL) ?? "{}") as Bewaard | null) ?? {};
  } catch {
    return {};
  }
}

/** Keep it; a browser that forbids storage only loses the conversation on reload. */
export function bewaar(wat: Bewaard): void {
  try {
    sessionStorage.setItem(SLEUTEL, JSON.stringify(wat));
  } catch {
    // Nothing to do: the conversation itself goes on.
  }
}

/** Forget everything. */
export function wis(): void {
  try {
    sessionStorage.removeItem(SLEUTEL);
  } catch {
    // As above.
  }
}

/** One request to the channel. */

const WACHT = 30_000;

/** The server answered, and the answer is no. `message` as in the contract; `na` in seconds. */
export class Weigering extends Error {
  constructor(
    readonly status: number,
    tekst: string,
    readonly na?: number,
  ) {
    super(tekst);
  }
}

interface Fout {
  text?: string;
  retry_after?: number;
}

export interface Vraag {
  methode: string;
  pad: string;
  token?: string | undefined;
  inhoud?: unknown;
  stop?: AbortSignal;
  blijf?: boolean;
}

/** Ask; raises `Weigering` on an answer outside 2xx and the browser's own error where there is no answer. */
export async function verzoek(basis: string, v: Vraag): Promise<Response> {
  const grens = new AbortController();
  const klok = setTimeout(() => grens.abort(), WACHT);
  v.stop?.addEventListener("abort", () => grens.abort());
  try {
    const antwoord = await fetch(basis + v.pad, {
      method: v.methode,
      headers: { "Content-Type": "application/json", ...(v.token && { Authorization: `Bearer ${v.token}` }) },
      body: v.inhoud ? JSON.stringify(v.inhoud) : null,
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      keepalive: !!v.blijf,
      signal: grens.signal,
    });
    if (antwoord.ok) return antwoord;
    const fout = (await antwoord.json().catch(() => ({}))) as Fout;
    throw new Weigering(antwoord.status, fout.text ?? "", fout.retry_after);
  } finally {
    clearTimeout(klok);
  }
}

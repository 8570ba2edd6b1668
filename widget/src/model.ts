/** What the channel sends and what the widget adds to it. Unknown keys are ignored. */

export interface Keuze {
  id: string;
  title: string;
}

/** One way to reach somebody; fields as in wegwijzer/pad/kaart.py. `open` is null where no hours are known. */
export interface Contact {
  soort: string;
  waarde: string;
  label?: string | null;
  tijden?: string | null;
  tijden_noot?: string | null;
  open?: boolean | null;
  bron?: string | null;
  gezien?: string | null;
  controleer?: boolean;
}

export interface Kaart {
  wie: string;
  wat?: string | null;
  contact?: Contact[];
  extra?: string[];
}

/** `datum` is an ISO day, `dagen` the days left on the day of the message. */
export interface Termijn {
  wat: string;
  datum: string;
  dagen?: number;
  stand?: string;
  tekst?: string;
}

/** As in wegwijzer/pad/plan.py; the message itself holds it as text. `agenda`: there are days for a calendar. */
export interface Plan {
  kop?: string;
  agenda?: string | null;
}

export interface Brief {
  titel: string;
  tekst: string;
}

export interface Custom {
  kaart?: Kaart;
  kaarten?: Kaart[];
  stap?: number;
  termijn?: Termijn | Termijn[];
  termijnen?: Termijn[];
  plan?: Plan;
  brief?: Brief | Brief[];
  bronnen?: string[];
  wet?: string[] | string;
  onbevestigd?: string;
  gewist?: boolean;
  /** Here the way back to this conversation can be asked for. */
  terugkeer?: boolean;
  lang?: string;
  dir?: string;
}

export interface Bericht {
  id: number;
  from: "assistant" | "user";
  text: string;
  at?: string;
  /** Of the parent's own messages. */
  key?: string;
  buttons?: Keuze[];
  custom?: Custom;
}

/** A line of the conversation. `staat`: how its sending goes. */
export interface Regel extends Bericht {
  staat?: "wacht" | "mislukt" | "";
}

/** A message that has not been answered yet; the same `key` twice is one turn. */
export interface Post {
  key: string;
  text: string;
  choice?: string;
}

export interface Groet {
  text: string;
  buttons?: Keuze[];
  custom?: Custom;
}

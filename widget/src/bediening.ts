import type { Meenemen } from "./meenemen";
import type { Regel } from "./model";
import type { Zicht } from "./zicht";

/** What can lie over the conversation; one at a time. */
export type Laag = "" | "wis" | "mens" | "meld";

/** What the views may ask for. */
export interface Bediening {
  readonly mee: Meenemen;
  readonly zicht: Zicht;
  open(): void;
  sluit(): void;
  stuur(tekst: string, keuze?: string): void;
  menu(open: boolean): void;
  laag(welke: Laag, over?: Regel): void;
  wis(): void;
  later(): void;
  vlucht(): void;
  meld(tekst: string): void;
  probeer(): void;
}

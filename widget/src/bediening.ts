import type { Brief, Regel } from "./model";

/** What can lie over the conversation; one at a time. */
export type Laag = "" | "wis" | "mens" | "meld";

/** What the views may ask for. */
export interface Bediening {
  open(): void;
  sluit(): void;
  stuur(tekst: string, keuze?: string): void;
  menu(open: boolean): void;
  laag(welke: Laag, over?: Regel): void;
  wis(): void;
  vlucht(): void;
  meld(tekst: string): void;
  probeer(): void;
  naarKeuzes(): void;
  print(): void;
  bewaarPlan(): void;
  agenda(): void;
  kopieer(brief: Brief): void;
  bewaarBrief(brief: Brief): void;
}

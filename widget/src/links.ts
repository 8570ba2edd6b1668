import { html } from "lit/html.js";

/** Web addresses, mail addresses and Dutch telephone numbers in running text. Linear: no nested repetition. */
const PATROON =
  /https?:\/\/[^\s<>"']+|www\.[^\s<>"']+|[\w.+-]{1,64}@[\w.-]+|(?:\+31[ -]?|0)\d(?:[ -]?\d){8}|0[89]00[ -]?\d{4}|14 0\d{2,3}|11[23]/g;
/** What makes a run of digits part of something longer (an amount, a date, an account number). */
const LANGER = /[\w.,-]/;
const STAART = /[.,;:!?)\]}'"\u2069]+$/;

/** The address for a link, or "" where it is not http(s), tel or mailto. */
export function veilig(adres: string): string {
  return /^(https?:\/\/|tel:|mailto:)/i.test(adres) ? adres : "";
}

/** Where a piece of text leads: telephone, mail or web. */
export function doel(tekst: string): string {
  if (/^[+\d][\d -]+$/.test(tekst)) return `tel:${tekst.replace(/[ -]/g, "")}`;
  if (/^\S+@\S+$/.test(tekst)) return `mailto:${tekst}`;
  return veilig(tekst.startsWith("www.") ? `https://${tekst}` : tekst);
}

/** A link; plain text where the address is not one of the three kinds. A site opens beside the conversation. */
export function link(naar: string, tekst: unknown, klas = ""): unknown {
  const adres = veilig(naar);
  if (!adres) return tekst;
  return adres.startsWith("http")
    ? html`<a class=${klas} href=${adres} target="_blank" rel="noopener noreferrer" dir="ltr">${tekst}</a>`
    : html`<a class=${klas} href=${adres} dir="ltr">${tekst}</a>`;
}

/** Plain text with its addresses and numbers as links; `kort` leaves out of an address what nobody reads. */
export function metLinks(tekst: string, kort = false): unknown[] {
  const delen: unknown[] = [];
  let vorige = 0;
  for (const treffer of tekst.matchAll(PATROON)) {
    const kern = treffer[0].replace(STAART, "");
    const begin = treffer.index;
    const eind = begin + kern.length;
    if (/^[+\d]/.test(kern) && !kern.includes("@") && (LANGER.test(tekst[begin - 1] ?? "") || /\w/.test(tekst[eind] ?? ""))) continue;
    delen.push(tekst.slice(vorige, begin), link(doel(kern), kort ? leesbaar(kern) : kern));
    vorige = eind;
  }
  delen.push(tekst.slice(vorige));
  return delen;
}

/** `https://www.example.nl/a/b` as people read it: `example.nl/a/b`, cut off when long. */
export function leesbaar(adres: string): string {
  const kort = adres.replace(/^https?:\/\/(www\.)?|\/$/g, "");
  return kort.length > 40 ? `${kort.slice(0, 39)}…` : kort;
}

/** Only the site: `example.nl`. */
export const site = (adres: string): string => leesbaar(adres).replace(/[/?#].*/, "");

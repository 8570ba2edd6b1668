/** Every Dutch string of the widget (B1). Names of steps and telephone numbers are held to knowledge/ by a test. */

const meervoud = (aantal: number, een: string, meer: string): string => `${aantal} ${aantal === 1 ? een : meer}`;

export const naam = "Wegwijzer";
export const ondertitel = "Digitale assistent";
export const start = "Loopt uw kind vast op school?";
export const gebied = "Hulp van Wegwijzer";
export const gesprek = "Gesprek";
export const log = "Berichten";
export const bot = "Assistent: ";
export const ouder = "U: ";
export const vooraf = "Ik ben een digitale assistent, geen mens.";
export const prive = "Deel geen namen, adres of BSN.";
export const label = "Uw bericht";
export const hint = "Typ hier…";
export const stuur = "Verstuur";
export const sluit = "Sluit";
export const meer = "Meer";
export const terug = "Ga terug";
export const verlaat = "Wis en verlaat";
export const opnieuw = "Opnieuw beginnen";
export const later = "Later verder";
export const uwLink = "Uw link";
export const anderGesprek = "Uw link opent een ander gesprek. Is dat goed?";
export const mens = "Een mens spreken";
export const print = "Plan printen";
export const bewaar = "Plan bewaren";
export const agenda = "Zet in mijn agenda";
export const schrijft = "Wegwijzer schrijft";
export const antwoorden = (n: number) => meervoud(n, "antwoord om uit te kiezen", "antwoorden om uit te kiezen");
export const hieronder = (n: number) => meervoud(n, "antwoord hieronder", "antwoorden hieronder");
export const verderLezen = "Lees verder";
export const keuzes = "Kies een antwoord";
export const wordtVerstuurd = "wordt verstuurd";
export const nietVerstuurd = "niet verstuurd";
export const offline = "Er is geen verbinding.";
export const gaatWeg = "Uw bericht gaat weg zodra het kan.";
export const storing = "Wegwijzer antwoordt nu niet. We proberen het zo weer.";
export const probeer = "Probeer nu";
export const hersteld = "De verbinding is er weer.";
export const verlopen = "Uw vorige gesprek is gewist, omdat het lang stil was. U begint opnieuw.";
export const mislukt = "Dit is niet gelukt. Probeer het later nog eens.";
export const wisVraag = "Opnieuw beginnen?";
export const wisUitleg = "Uw gesprek wordt gewist. Dat kan niet terug.";
export const wisJa = "Ja, wis mijn gesprek";
export const wisNee = "Nee, ga terug";
export const wisMislukt = "Wissen lukt nu niet. Uw gesprek staat er nog. Probeer het zo weer.";
export const gewist = "Uw gesprek is gewist.";
export const kloptNiet = "Klopt dit niet?";
export const watKloptNiet = "Wat klopt er niet?";
export const meldUitleg = "Wij lezen dit en verbeteren het antwoord. Schrijf geen namen op.";
export const meld = "Melden";
export const gemeld = "Dank u. Uw melding is verstuurd.";
export const bronnen = "Waar komt dit vandaan?";
export const wet = "Wet";
export const bron = "Bron: ";
export const gezien = (dag: string) => `gelezen op ${dag}`;
export const nuOpen = "nu open";
export const nuDicht = "nu dicht";
export const controleer = "Controleer dit op de site.";
export const dagEnNacht = "dag en nacht";
export const uur = " uur";
export const stap = (n: number) => `Stap ${n} van 6`;
export const stappen = [
  "de school", "het samenwerkingsverband", "de onderwijsconsulent", "een advieslijn", "een klacht of bezwaar",
  "de Inspectie",
];
export const uiterlijk = (dag: string) => `uiterlijk ${dag}`;
export const voorbij = "deze dag is voorbij";
export const nog = (n: number) => (n === 0 ? "vandaag is de laatste dag" : `nog ${meervoud(n, "dag", "dagen")}`);
export const plan = "Uw stappenplan";
export const planBestand = "stappenplan";
export const kopieer = "Kopieer";
export const gekopieerd = "De tekst is gekopieerd.";
export const bewaarBrief = "Bewaar";
export const mensUitleg = "Deze mensen kunt u bellen, ook als Wegwijzer het niet doet.";
export const mensVraag = "Ik wil iemand spreken";
export const mensKnop = "Zoek hulp in mijn buurt";
/** Whom to call without a server; numbers as in knowledge/organisaties. */
export const contacten = [
  ["Direct gevaar", "112", ""],
  ["Gedachten aan zelfdoding", "0800-0113", "Gratis, dag en nacht. Of bel 113."],
  ["Ouders & Onderwijs", "088-605 01 01", "Advies voor ouders, bij elke vraag over school."],
] as const;

"use strict";

// A small chat page on the REST channel of this machine. Text is set as text, never as HTML.
const gesprek = document.getElementById("gesprek");
const knoppen = document.getElementById("knoppen");
const status = document.getElementById("status");
const tekst = document.getElementById("tekst");
const formulier = document.getElementById("formulier");

function afzender() {
  let id = sessionStorage.getItem("wegwijzer-gesprek");
  if (!id) {
    id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
    sessionStorage.setItem("wegwijzer-gesprek", id);
  }
  return id;
}

function voegLinksToe(plek, inhoud) {
  const patroon = /https?:\/\/[^\s]+[^\s.,)]|\b(?:0\d{1,3}-\d{2,3}(?: \d{2,3}){1,3}|06(?:-\d{2})(?: \d{2}){3}|0[89]00-\d{4}|11[23])\b/g;
  let vorige = 0;
  for (const treffer of inhoud.matchAll(patroon)) {
    plek.append(inhoud.slice(vorige, treffer.index));
    const link = document.createElement("a");
    const web = treffer[0].startsWith("http");
    link.href = web ? treffer[0] : "tel:" + treffer[0].replace(/[^0-9]/g, "");
    link.textContent = treffer[0];
    if (web) { link.rel = "noopener noreferrer"; link.target = "_blank"; }
    plek.append(link);
    vorige = treffer.index + treffer[0].length;
  }
  plek.append(inhoud.slice(vorige));
}

function toon(wie, inhoud) {
  const bericht = document.createElement("div");
  bericht.className = "bericht " + wie;
  const naam = document.createElement("span");
  naam.className = "wie";
  naam.textContent = wie === "ouder" ? "U: " : "Assistent: ";
  bericht.append(naam);
  voegLinksToe(bericht, inhoud);
  gesprek.append(bericht);
  return bericht;
}

function toonKnoppen(titels) {
  knoppen.replaceChildren(...titels.map((titel) => {
    const knop = document.createElement("button");
    knop.type = "button";
    knop.textContent = titel;
    knop.addEventListener("click", () => verstuur(titel));
    return knop;
  }));
}

async function verstuur(inhoud) {
  if (!inhoud.trim()) { return; }
  const vraag = toon("ouder", inhoud);
  toonKnoppen([]);
  status.textContent = "Wegwijzer schrijft…";
  try {
    const antwoord = await fetch("/webhooks/rest/webhook", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ sender: afzender(), message: inhoud }),
    });
    if (!antwoord.ok) { throw new Error(String(antwoord.status)); }
    const berichten = await antwoord.json();
    for (const bericht of berichten) {
      if (bericht.text) { toon("assistent", bericht.text); }
      if (bericht.buttons) { toonKnoppen(bericht.buttons.map((k) => k.title)); }
    }
    gesprek.scrollTop = vraag.offsetTop - gesprek.offsetTop;
    status.textContent = "";
    tekst.value = "";
  } catch {
    status.textContent = "Er is nu geen verbinding. Uw tekst staat er nog. Probeer het zo opnieuw.";
    tekst.value = inhoud;
  }
  tekst.focus();
}

formulier.addEventListener("submit", (gebeurtenis) => { gebeurtenis.preventDefault(); verstuur(tekst.value); });
tekst.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key === "Enter" && !gebeurtenis.shiftKey) { gebeurtenis.preventDefault(); verstuur(tekst.value); }
});
toon("assistent", "Hallo. Vertel in uw eigen woorden wat er speelt met uw kind op school.");

// Sends the form without leaving the page: what was typed elsewhere and the place on the page stay.
// Without this script the same form works by loading the page anew.

const stuur = (vorm, knop) =>
  new Promise((klaar, mis) => {
    const velden = new URLSearchParams();
    for (const [naam, waarde] of new FormData(vorm)) velden.append(naam, String(waarde));
    if (knop?.name) velden.append(knop.name, knop.value);
    const verzoek = new XMLHttpRequest();
    verzoek.open("POST", vorm.action);
    verzoek.responseType = "document";
    verzoek.timeout = 60000;
    verzoek.onload = () => (verzoek.response?.querySelector("main") ? klaar(verzoek.response) : mis());
    verzoek.onerror = mis;
    verzoek.ontimeout = mis;
    verzoek.send(velden);
  });

const meld = (tekst) => {
  const stand = document.getElementById("stand");
  if (stand) stand.textContent = tekst;
};

const toon = (blad) => {
  const open = [...document.querySelectorAll("#proefvorm details")].map((d) => d.open);
  document.querySelector("main").replaceWith(document.adoptNode(blad.querySelector("main")));
  document.querySelectorAll("#proefvorm details").forEach((d, i) => {
    d.open = d.open || Boolean(open[i]);
  });
  const beurten = document.querySelectorAll(".beurt h2");
  const fout = document.querySelector("[aria-invalid=true]");
  if (fout) fout.focus();
  else if (beurten.length) {
    beurten[beurten.length - 1].focus();
    meld(`Klaar: ${beurten.length === 1 ? "1 bericht" : `${beurten.length} berichten`} gespeeld.`);
  } else document.getElementById("bericht")?.focus();
};

let bezig = false;
document.addEventListener("submit", async (gebeurtenis) => {
  const vorm = gebeurtenis.target;
  if (vorm.id !== "proefvorm") return;
  gebeurtenis.preventDefault();
  if (bezig) return;
  bezig = true;
  meld("Bezig…");
  try {
    toon(await stuur(vorm, gebeurtenis.submitter));
  } catch {
    meld("Er kwam geen antwoord. Probeer het opnieuw, of laad de pagina opnieuw.");
  } finally {
    bezig = false;
  }
});

document.addEventListener("keydown", (toets) => {
  if (toets.target.id === "bericht" && toets.key === "Enter" && (toets.ctrlKey || toets.metaKey)) {
    toets.preventDefault();
    toets.target.form.requestSubmit();
  }
});

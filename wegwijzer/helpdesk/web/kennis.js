// The form about knowledge, smoother: rows come and go without a new page; whether a change is live shows by itself.
// Without this script the same buttons send the form, and the server answers with the changed page.

const LIVE_ELKE = 1000; // milliseconds
const LIVE_HOOGSTENS = 90; // times
const LATEN_WETEN = 240000; // milliseconds: who types for long is not away, so the server must hear of it

function volgLive(vak) {
  let keren = 0;
  const kijk = async () => {
    keren += 1;
    try {
      const antwoord = await fetch(vak.dataset.live, { headers: { accept: "application/json" } });
      if (antwoord.ok) {
        const stand = await antwoord.json();
        if (stand.live) {
          vak.textContent = `Dit staat nu live (uitgave ${stand.uitgave}, versie ${stand.versie}).`;
          vak.dataset.staat = "live";
          return;
        }
        vak.textContent = ["Wordt live gezet…", ...stand.meldingen].join(" ");
      }
    } catch {
      // The server is away for a moment: look again.
    }
    if (keren < LIVE_HOOGSTENS) setTimeout(kijk, LIVE_ELKE);
  };
  kijk();
}

function nummer(lijst) {
  lijst.querySelectorAll(":scope > [data-rij]").forEach((rij, plek) => {
    rij.querySelector("[data-nummer]").textContent = String(plek + 1);
  });
}

function hernoem(stuk, oud, nieuw) {
  for (const deel of stuk.querySelectorAll("*")) {
    for (const naam of ["id", "name", "for", "value", "aria-describedby", "formaction"]) {
      const waarde = deel.getAttribute(naam);
      if (waarde && waarde.includes(oud)) deel.setAttribute(naam, waarde.replaceAll(oud, nieuw));
    }
  }
}

let teller = Date.now() % 100000;

function voegToe(knop) {
  const lijst = knop.closest("[data-rijen]");
  const stuk = lijst.querySelector(":scope > template").content.cloneNode(true);
  teller += 1;
  hernoem(stuk, "NIEUW", `n${teller}`);
  const rij = stuk.querySelector("[data-rij]");
  knop.before(stuk);
  nummer(lijst);
  rij.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function haalWeg(knop) {
  const rij = knop.closest("[data-rij]");
  const lijst = rij.closest("[data-rijen]");
  rij.remove();
  nummer(lijst);
  lijst.querySelector(":scope > [data-erbij]").focus();
  lijst.dispatchEvent(new Event("input", { bubbles: true }));
}

function pasOpVerlies(form) {
  let veranderd = document.getElementById("fouten") !== null || document.getElementById("voorbeeld") !== null;
  let laatst = Date.now();
  form.addEventListener("input", () => {
    veranderd = true;
    if (Date.now() - laatst < LATEN_WETEN) return;
    laatst = Date.now();
    fetch("/helpdesk/kennis/live", { headers: { accept: "application/json" } }).catch(() => {});
  });
  form.addEventListener("submit", () => { veranderd = false; });
  addEventListener("beforeunload", (gebeurtenis) => { if (veranderd) gebeurtenis.preventDefault(); });
}

const vak = document.querySelector("[data-live]");
if (vak) volgLive(vak);
const form = document.getElementById("formulier");
if (form) {
  form.addEventListener("click", (gebeurtenis) => {
    const knop = gebeurtenis.target.closest("[data-erbij], [data-weg]");
    if (!knop) return;
    gebeurtenis.preventDefault();
    if (knop.matches("[data-erbij]")) voegToe(knop);
    else haalWeg(knop);
  });
  pasOpVerlies(form);
}

// Follows a list that is being answered; when it is done the page loads itself once more with the answers.

const volg = async (vak) => {
  const balk = vak.querySelector("progress");
  const tekst = vak.querySelector("[data-tekst]");
  for (;;) {
    await new Promise((klaar) => setTimeout(klaar, 1000));
    let stand;
    try {
      const antwoord = await fetch(vak.dataset.stand, { headers: { Accept: "application/json" } });
      if (!antwoord.ok) return location.reload();
      stand = (await antwoord.json())[vak.dataset.deel];
    } catch {
      continue;
    }
    if (!stand?.bezig) return location.reload();
    balk.value = stand.klaar;
    tekst.textContent = `${stand.klaar} van ${stand.van}`;
  }
};

for (const vak of document.querySelectorAll("[data-stand]")) volg(vak);

// What the tests measure inside the page; `w` is the widget's shadow root. Loaded before anything else on each page.
globalThis.overtredingen = [];
addEventListener("securitypolicyviolation", (e) => overtredingen.push(`${e.violatedDirective} ${e.blockedURI}`));

globalThis.meten = {
  /** Where the focus is: `body`, or tag, id, class and text of the element in the widget. */
  focus() {
    let e = document.activeElement;
    while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    return e === document.body ? "body" : [e.tagName, e.id, e.className, e.textContent.trim().slice(0, 40)].join(" ");
  },

  /** Where the last control with that text, within an element of class `waar` (empty: anywhere), lies from the focus:
      0 there, 1 after it, -1 before it, null nowhere. */
  kant(naam, waar) {
    const w = document.querySelector("wegwijzer-chat").shadowRoot;
    const doel = [...w.querySelectorAll(`${waar && `.${waar} `}:is(button, a, summary)`)]
      .filter((e) => e.offsetParent && e.textContent.includes(naam))
      .at(-1);
    const hier = w.activeElement;
    if (!doel || !hier) return null;
    return doel === hier ? 0 : hier.compareDocumentPosition(doel) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
  },

  /** From now on note in `gehoord` what a screen reader would be told. */
  luister(w) {
    globalThis.gehoord = [];
    const zeg = (waar, tekst) => tekst.trim() && gehoord.push([waar, tekst.trim().replace(/\s+/g, " "), performance.now()]);
    const log = w.querySelector("[role=log]");
    new MutationObserver((ms) => {
      if (log.getAttribute("aria-live") === "off") return;
      for (const m of ms) for (const n of m.addedNodes) zeg("log", n.textContent ?? "");
    }).observe(log, { childList: true, subtree: true });
    for (const s of w.querySelectorAll("[role=status]")) {
      const wat = { childList: true, subtree: true, characterData: true };
      new MutationObserver(() => zeg("status", s.textContent)).observe(s, wat);
    }
  },

  /** Elements whose text runs out of them sideways. */
  afgeknipt(w) {
    const welke = ".kop, .titel, .kop > button, .balk, .melding, .tekst, .kaart, .termijn, .invoer, .keuzes button, .vooraf, .doos";
    return [...w.querySelectorAll(welke)].filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 2).map((e) => e.className);
  },

  /** Contrast of each visible text with what it stands on: `[ratio, text]`. */
  contrast(w) {
    const deel = (x) => ((x /= 255) <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
    const licht = (c) => 0.2126 * deel(c[0]) + 0.7152 * deel(c[1]) + 0.0722 * deel(c[2]);
    const rgb = (s) => {
      const m = s.match(/[\d.]+/g).map(Number);
      return m.length > 3 && m[3] === 0 ? null : m.slice(0, 3);
    };
    const grond = (e) => {
      for (; e; e = e.parentElement ?? e.getRootNode().host) {
        const c = rgb(getComputedStyle(e).backgroundColor);
        if (c) return c;
      }
      return [255, 255, 255];
    };
    const uit = [];
    const gang = document.createTreeWalker(w, NodeFilter.SHOW_TEXT);
    while (gang.nextNode()) {
      const e = gang.currentNode.parentElement;
      if (!e?.offsetParent || !gang.currentNode.data.trim() || e.closest(".oor")) continue;
      const [a, b] = [licht(rgb(getComputedStyle(e).color)), licht(grond(e))];
      uit.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), gang.currentNode.data.trim().slice(0, 30)]);
    }
    return uit;
  },

  /** Contrast of the edges of controls with what they stand on. */
  randen(w) {
    const kleur = (s) => s.match(/[\d.]+/g).map(Number).slice(0, 3);
    const deel = (x) => ((x /= 255) <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
    const licht = (c) => 0.2126 * deel(c[0]) + 0.7152 * deel(c[1]) + 0.0722 * deel(c[2]);
    const paren = [["textarea", ".invoer"], [".keuzes button", ".rol"], [".kop > button", ".kop"]];
    return paren.map(([wat, waarop]) => {
      const a = licht(kleur(getComputedStyle(w.querySelector(wat)).borderTopColor));
      const onder = w.querySelector(waarop);
      const b = licht(kleur(getComputedStyle(waarop === ".rol" ? w.querySelector(".paneel") : onder).backgroundColor));
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    });
  },

  /** Size and looks of all that a hostile stylesheet might touch. */
  uiterlijk(w) {
    const welke = "dialog, .kop, .kop button, .bericht, .tekst, .kaart, textarea, .invoer, .keuzes button";
    const wat = ["color", "fontFamily", "fontSize", "letterSpacing", "textTransform", "direction", "visibility"];
    return [...w.querySelectorAll(welke)].map((e) => {
      const r = e.getBoundingClientRect();
      const s = getComputedStyle(e);
      return [e.className, Math.round(r.width), Math.round(r.height), ...wat.map((naam) => s[naam])];
    });
  },

  /** Targets: `[class, text, width, height]`. */
  doelen(w) {
    return [...w.querySelectorAll("button, textarea, summary, .kaart a.bel")].filter((e) => e.offsetParent).map((e) => {
      const r = e.getBoundingClientRect();
      return [e.className || e.tagName, e.innerText, Math.round(r.width), Math.round(r.height)];
    });
  },

  /** Whether composer and newest message are both in view. */
  inZicht(w) {
    const r = w.querySelector(".rol").getBoundingClientRect();
    const m = [...w.querySelectorAll(".bot")].at(-1).getBoundingClientRect();
    const v = w.querySelector("#tekst").getBoundingClientRect();
    return m.top < r.bottom && m.bottom > r.top && v.bottom <= innerHeight;
  },

  /** Set letters further apart, as WCAG 1.4.12 asks to allow. */
  ruimer(w) {
    const blad = new CSSStyleSheet();
    blad.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }" +
        "p { margin-bottom: 2em !important; }",
    );
    w.adoptedStyleSheets = [...w.adoptedStyleSheets, blad];
  },
};

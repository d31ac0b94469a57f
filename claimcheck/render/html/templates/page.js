"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const main = byId("main");
  const findings = all(".finding");
  if (!findings.length) return;

  // --- decisions -----------------------------------------------------------------------------
  const key = "claimcheck " + main.dataset.key;
  const decisions = new Map();
  const load = () => {
    try { return Object.entries(JSON.parse(localStorage.getItem(key) || "{}")); } catch { return []; }
  };
  const save = () => {
    try { localStorage.setItem(key, JSON.stringify(Object.fromEntries(decisions))); } catch { /* kept in memory */ }
  };
  const tell = () => {
    const made = [...decisions.values()].filter((one) => one.judgement || one.note).length;
    byId("export").textContent = `Export decisions (${made})`;
    return made;
  };
  const wordsOf = (pair, side) => {
    const quote = pair.querySelector(`${side} q`) || pair.querySelector("q");
    return quote.dataset.raw ? JSON.parse(quote.dataset.raw) : quote.textContent;
  };
  const cited = ({ published, url }) => ({ published: published || null, url: url || null });
  const shared = (pair) => {
    const finding = pair.closest(".finding");
    return {
      claim: { article_id: finding.dataset.article, outlet: main.dataset.outlet, text: wordsOf(finding, ".here"), ...cited(main.dataset) },
      evidence: {
        article_id: pair.dataset.article,
        outlet: pair.querySelector(".outlet").textContent,
        text: wordsOf(pair, ".there"),
        ...cited({ published: pair.dataset.published, url: pair.querySelector("p > a")?.getAttribute("href") }),
      },
      relation: pair.dataset.relation,
    };
  };
  const show = (box, made) => {
    for (const button of all("button", box)) button.setAttribute("aria-pressed", String(made.judgement === button.value));
    box.querySelector("input").value = made.note || "";
  };
  const decide = (box, pair, change) => {
    const before = decisions.get(pair.dataset.match) || { judgement: null, note: "" };
    const now = { ...before, ...change, decided: new Date().toISOString() };
    decisions.set(pair.dataset.match, now);
    show(box, now);
    const told = pair.querySelector(".decision");
    if (told) told.hidden = true;
    save();
    byId("decided").textContent = `${tell()} decided.`;
  };
  const known = new Map(load());
  for (const pair of all("[data-match]")) {
    const box = byId("decide").content.firstElementChild.cloneNode(true);
    const of = ": " + pair.querySelector(".outlet").textContent;
    const { match, judgement, note, decided } = pair.dataset;
    const made = known.get(match) || (decided === undefined ? null : { judgement: judgement || null, note, decided });
    if (made) decisions.set(match, made);
    for (const button of all("button", box)) {
      button.setAttribute("aria-label", button.textContent + of);
      button.addEventListener("click", () => {
        const pressed = button.getAttribute("aria-pressed") === "true";
        decide(box, pair, { judgement: pressed ? null : button.value });
      });
    }
    const field = box.querySelector("input");
    field.setAttribute("aria-label", "Note" + of);
    field.addEventListener("change", () => decide(box, pair, { note: field.value }));
    if (made) show(box, made);
    pair.after(box);
  }
  byId("export").addEventListener("click", () => {
    const list = all("[data-match]").filter((pair) => decisions.has(pair.dataset.match)).map((pair) => {
      const { judgement, note, decided } = decisions.get(pair.dataset.match);
      return { match: pair.dataset.match, judgement, note, decided: decided || new Date().toISOString(), ...shared(pair) };
    });
    const text = JSON.stringify({ schema: 1, kind: "claimcheck-decisions", decisions: list }, null, 2) + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  // --- what is shown -------------------------------------------------------------------------
  const relation = byId("by-relation");
  const outlet = byId("by-outlet");
  const outletsOf = new Map(findings.map((one) => [one, new Set(all(".outlet", one).map((name) => name.textContent))]));
  for (const name of [...new Set([...outletsOf.values()].flatMap((names) => [...names]))].sort()) outlet.add(new Option(name, name));
  const filter = () => {
    for (const one of findings) {
      one.hidden = Boolean((relation.value && one.dataset.relation !== relation.value) || (outlet.value && !outletsOf.get(one).has(outlet.value)));
    }
    const left = findings.filter((one) => !one.hidden).length;
    byId("filtered").textContent = left === findings.length ? "" : `${left} of ${findings.length} claims shown.`;
  };
  relation.addEventListener("change", filter);
  outlet.addEventListener("change", filter);
  // A link to a claim shows it even where the filter hides it.
  addEventListener("hashchange", () => {
    const target = byId(location.hash.slice(1));
    if (target && target.hidden) { relation.value = outlet.value = ""; filter(); target.scrollIntoView(); }
  });
  byId("open-all").addEventListener("click", () => all("details").forEach((one) => { one.open = true; }));
  byId("fold-all").addEventListener("click", () => all("details").forEach((one) => { one.open = false; }));
  byId("filters").hidden = byId("tools").hidden = false;
  tell();
})();

// What is particular to the report of correspondences. Without this script it is complete in the essential; with it come the
// list of rows with search and filters, the matrix, and the notes and places of every claim.
(() => {
  const { make, text, link, select, sortable, compare, start } = Page;
  const PAGE = 50;
  const PRINTED = 2000;
  const VERDICTS = { F: ["full", "●", "v-full"], O: ["overlap", "◐", "v-overlap"], R: ["related", "~", "v-related"], G: ["gap", "○", "v-gap"], N: ["not reviewed", "?", "v-open"] };
  const SIGNS = { "equal": "=", "subset-of": "⊂", "superset-of": "⊃", "intersects-with": "∩", "overlaps": "≬", "related-to": "~", "no-relationship": "∅" };
  const STATUSES = ["withdrawn", "draft", "reviewed", "final"];
  let data;

  // The report

  // A table holds the names of its fields once, then an array for each entry
  const read = text => Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, part]) => [name, part.names ? part.entries.map(entry => {
    const named = {};
    part.names.forEach((field, at) => { named[field] = entry[at]; });
    return named;
  }) : part]));
  const word = number => data.words[number];
  const framework = at => data.frameworks[at];
  const control = at => data.controls[at];
  const anchor = at => data.anchors[at] ?? framework(control(at).framework).key + ":" + control(at).identifier;
  const named = end => end === -1 ? [] : Array.isArray(end) ? end : [end];
  const claim = at => {
    const row = data.rows[at];
    const { name, title, from, to, first } = data.mappings[row.mapping];
    return {
      at, name, title, from, to, number: at - first + 1, id: `row-${name}-${at - first + 1}`, source: row.source, target: row.target,
      relation: word(row.relation), converse: word(row.converse), rationale: word(row.rationale), strength: row.strength,
      confidence: word(row.confidence), status: word(row.status), property: word(row.property), note: row.note ?? "",
      author: word(row.author), reviewer: word(row.reviewer), document: word(row.document), condition: word(row.condition),
      leftOut: word(row.left_out), place: `${word(row.file)}:${row.line}`,
    };
  };
  // How many proved pairs before one are of the same two controls
  const before = at => {
    const [one, other] = [data.proved[at], data.proved[at - 1]];
    return other !== undefined && one.source === other.source && one.target === other.target ? before(at - 1) + 1 : 0;
  };
  const pairing = at => {
    const { source, target, relation, converse, status, rationales, strength, confidence, stated, rows } = data.proved[at];
    return {
      at, source, target, relation: word(relation), converse: word(converse), status: word(status), rationales: rationales.map(word), strength,
      confidence: word(confidence), stated: word(stated), rows, id: `proved:${anchor(source)}/${anchor(target)}${before(at) === 0 ? "" : `/${before(at) + 1}`}`,
    };
  };
  // The verdict from stated rows, and the one with proofs where anything was reasoned
  const verdictsOf = (at, by) => {
    const own = control(at).framework;
    const entry = data.coverage.find(entry => entry.of === own && entry.by === by);
    const place = at - framework(own).first;
    return entry ? [entry.stated[place], entry.proved[place]] : [];
  };
  const verdictOn = (basis, at, by) => { const both = verdictsOf(at, by); return both[basis] || both[0]; };

  // What is shown of them

  const verdict = letter => {
    const [words, sign, kind] = VERDICTS[letter] ?? [];
    if (!words) return "";
    return make("a", { class: `verdict ${kind}`, href: `#def-verdict-${words.replace(" ", "-")}` }, make("i", { "aria-hidden": "true" }, sign), " " + words);
  };
  const verdicts = (at, by) => {
    const [stated, proved] = verdictsOf(at, by);
    return [verdict(stated), proved && proved !== stated ? [" with proofs: ", verdict(proved)] : ""].flat();
  };
  const relation = words => make("a", { class: "relation", href: link(data.relations[words]) }, words.split("|").flatMap((part, number) => number ? ["|", make("wbr"), part] : [part]));
  const controlLink = at => make("a", { class: "id", href: link(anchor(at)) }, control(at).identifier);
  const end = (side, other, titles = true) => {
    if (side === -1) return ["everything in " + framework(other).short];
    return named(side).flatMap((at, number) => [number ? " + " : "", controlLink(at), titles ? " " : "", titles ? text(control(at).title) : ""]);
  };
  const term = (words, key, kind) => make("a", { class: kind, href: `#def-${key}` }, words);
  const status = (words, key) => term(words, key, `chip status ${words}`);
  const rationale = words => words === "none given" ? words : term(words, `rationale-${words}`);
  const between = (parts, mark = " · ") => parts.filter(Boolean).flatMap((part, number) => [number ? mark : "", part].flat());
  const particulars = shown => {
    const facts = [
      shown.rationale && rationale(shown.rationale), shown.property, shown.confidence && [term("confidence", "claim-confidence"), " " + shown.confidence],
      shown.author && text(`by ${shown.author}`), shown.reviewer && text(`reviewed by ${shown.reviewer}`), shown.document && text(`source: ${shown.document}`),
      make("code", {}, shown.place), make("a", { href: link(shown.id), "aria-label": `row ${shown.number} of ${shown.name}` }, `row ${shown.number}`),
    ];
    return [
      shown.note ? make("p", { class: "note t" }, shown.note) : "",
      shown.condition ? make("p", { class: "note t" }, "Only if " + shown.condition) : "",
      shown.leftOut ? make("p", { class: "note left-out" }, "Counts in no verdict: ", data.disputed[shown.at] === undefined ? shown.leftOut : make("a", { href: `#contradiction-${data.disputed[shown.at] + 1}` }, shown.leftOut)) : "",
      make("p", { class: "quiet particulars" }, between(facts)),
    ];
  };
  const strength = words => make("span", { class: "chip" }, term("strength", "claim-strength"), ` ${words}`);

  // A proof stands once in the page, at the control that it starts from; elsewhere it is copied when it is asked for

  const proofOf = shown => {
    const home = document.getElementById(shown.id);
    const ask = home?.querySelector(".ask");
    if (ask) return ask.cloneNode(true);
    const proof = make("details", { class: "proof" }, make("summary", {}, "Proof"));
    proof.addEventListener("toggle", () => proof.append(...[...home.querySelector("details").cloneNode(true).childNodes].slice(1)), { once: true });
    return proof;
  };
  const merits = shown => make("p", { class: "quiet particulars" }, between([
    shown.stated && ["more exact than the rows on this pair, which say ", relation(shown.stated)],
    shown.rationales.join() === "none given" ? "no rationale given" : [shown.rationales.length > 1 ? [term("mixed rationales", "proof-mixed", "mixed"), ": "] : "", between(shown.rationales.map(rationale), ", ")].flat(),
    shown.strength !== null && [term("strength", "proof-strength"), ` ${shown.strength}`],
    shown.confidence && [term("confidence", "proof-strength"), ` ${shown.confidence}`],
  ]));

  // Sections of controls: notes, titles and places once they come into sight

  let rowsOf;
  const rowsByControl = () => {
    rowsOf = new Map();
    data.rows.forEach((row, at) => {
      for (const number of new Set([...named(row.source), ...named(row.target)])) {
        if (!rowsOf.has(number)) rowsOf.set(number, []);
        rowsOf.get(number).push(at);
      }
    });
  };
  const enrich = article => {
    if (article.dataset.rich) return;
    article.dataset.rich = "yes";
    rowsOf ?? rowsByControl();
    const own = Number(article.dataset.control);
    const { file, line } = control(own);
    article.querySelector(".path").append(" · ", make("code", {}, `${word(file)}:${line}`));
    const items = article.querySelectorAll(".rows > li");
    (rowsOf.get(own) ?? []).forEach((at, number) => {
      const shown = claim(at);
      const forward = named(shown.source).includes(own);
      const [here, there, by] = forward ? [shown.source, shown.target, shown.to] : [shown.target, shown.source, shown.from];
      const others = named(here).filter(other => other !== own);
      items[number]?.replaceChildren(
        make("p", { class: "claim" },
          others.length ? ["with ", ...others.flatMap((other, count) => [count ? " + " : "", controlLink(other)]), ": "] : "",
          relation(forward ? shown.relation : shown.converse), " ", ...end(there, by), " ",
          make("span", { class: "chips" }, text(framework(by).short, "chip"), status(shown.status, "claim-status"), shown.strength === null ? "" : strength(shown.strength))),
        ...particulars(shown));
    });
    article.querySelectorAll("[data-proved]").forEach(item => {
      const shown = pairing(Number(item.dataset.proved));
      const [there, words] = shown.source === own ? [shown.target, shown.relation] : [shown.source, shown.converse];
      item.replaceChildren(
        make("p", { class: "claim" }, relation(words), " ", ...end(there), " ", make("span", { class: "chips" }, status(shown.status, "proof-status"))),
        merits(shown), item.querySelector("details, .ask") ?? proofOf(shown));
    });
  };
  const watcher = "IntersectionObserver" in window
    ? new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => { watcher.unobserve(entry.target); enrich(entry.target); }), { rootMargin: "400px" })
    : { observe: enrich };

  // Paged tables: what the list of rows and the matrix have in common

  const paged = (host, count, draw) => {
    const status = make("p", { class: "status", role: "status", "aria-live": "polite" });
    const back = make("button", { type: "button" }, "Previous");
    const next = make("button", { type: "button" }, "Next");
    const where = make("span", { class: "quiet" });
    const pager = make("p", { class: "pager" }, back, where, next);
    const body = make("tbody");
    let page = 0;
    let found = [];
    const show = (size = PAGE) => {
      const pages = Math.max(1, Math.ceil(found.length / size));
      page = Math.min(Math.max(page, 0), pages - 1);
      body.replaceChildren(...found.slice(page * size, (page + 1) * size).flatMap(draw));
      where.textContent = ` page ${page + 1} of ${pages} `;
      back.disabled = page === 0;
      next.disabled = page === pages - 1;
      pager.hidden = pages === 1;
    };
    const turn = by => { page += by; show(); host.scrollIntoView(); };
    back.addEventListener("click", () => turn(-1));
    next.addEventListener("click", () => turn(1));
    const update = list => {
      found = list;
      page = 0;
      show();
      status.textContent = `${found.length.toLocaleString("en")} of ${count().toLocaleString("en")} shown`;
    };
    // On paper there is no next page to ask for
    addEventListener("beforeprint", () => { if (host.closest(".view").matches(".current, .everything *")) show(PRINTED); });
    addEventListener("afterprint", () => show());
    return { status, pager, body, update };
  };

  // The lists of a pair: of rows, and of what they prove. An entry is read from the left framework

  const entry = (at, forward, shown) => {
    const { source, target } = shown;
    const [left, right] = forward ? [source, target] : [target, source];
    const [relation, converse] = (forward ? [shown.relation, shown.converse] : [shown.converse, shown.relation]).map(word);
    const controls = [...named(left), ...named(right)];
    const status = word(shown.status);
    return {
      at, forward, left, right, relation, converse, status, controls, sections: controls.map(one => control(one).section),
      words: controls.map(one => control(one).identifier + " " + control(one).title).concat(relation, status, shown.note ?? "").join(" ").toLowerCase(),
    };
  };
  const rowsBetween = (left, mappings) => mappings.flatMap(mapping => {
    const { from, first, end } = data.mappings[mapping];
    return data.rows.slice(first, end).map((row, number) => entry(first + number, from === left, row));
  });
  const provedBetween = (left, right) => data.proved.flatMap((pair, at) => {
    const [from, to] = [pair.source, pair.target].map(end => control(end).framework);
    if (!(from === left && to === right) && !(from === right && to === left)) return [];
    return [entry(at, from === left, pair)];
  });

  // What is particular to each: the last columns, their filters, how they sort, what they show
  const kinds = {
    rows: {
      basis: 0, heading: "Rows", search: "Search in identifiers, titles and notes", caption: "All rows of this pair", columns: ["Strength", "Status", "Note and place"], filters: {},
      keys: [one => data.rows[one.at].strength ?? -1, one => STATUSES.indexOf(one.status), one => data.rows[one.at].note ?? ""],
      cells: one => { const shown = claim(one.at); return [[shown.strength ?? "–"], [status(shown.status, "claim-status")], particulars(shown)]; },
    },
    proved: {
      basis: 1, heading: "Proved pairs", search: "Search in identifiers and titles", caption: "All proved pairs of controls of the two frameworks", columns: ["Rows", "Status", "Rationales and strength"],
      filters: {
        "Rows behind it": [["", "any number of rows"], ["several", "several rows"], ["one", "one row and the hierarchy"]],
        "Rationales": [["", "any rationales"], ["mixed", "mixed rationales"], ["alike", "one rationale"]],
      },
      passes: (one, [rows, rationales]) => (rows === "" || (data.proved[one.at].rows > 1) === (rows === "several")) && (rationales === "" || (data.proved[one.at].rationales.length > 1) === (rationales === "mixed")),
      keys: [one => data.proved[one.at].rows, one => STATUSES.indexOf(one.status), one => pairing(one.at).rationales.join()],
      cells: one => { const shown = pairing(one.at); return [[shown.rows], [status(shown.status, "proof-status")], [merits(shown)]]; },
      below: one => {
        const shown = pairing(one.at);
        const home = control(shown.source).identifier;
        return [proofOf(shown), make("a", { class: "quiet", href: link(shown.id), "aria-label": `the pair at ${home} and ${control(shown.target).identifier}` }, `at ${home}`)];
      },
    },
  };
  const listOf = (host, kind, left, right, entries) => {
    const occurring = list => [...new Set(list)];
    const relations = occurring(entries.map(one => one.relation)).sort((a, b) => Object.keys(SIGNS).indexOf(a) - Object.keys(SIGNS).indexOf(b));
    const statuses = occurring(entries.map(one => one.status)).sort((a, b) => STATUSES.indexOf(a) - STATUSES.indexOf(b));
    const sections = new Set(entries.flatMap(one => one.sections));
    const functions = at => [framework(at).short, [...sections].filter(section => control(section).framework === at).sort((a, b) => a - b).map(section => [section, `${control(section).identifier} ${control(section).title}`])];
    const verdictChoices = (side, at) => [`${framework(at).short} is`, Object.entries(VERDICTS).map(([letter, [words]]) => [side + letter, words])];

    const search = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    const chosen = {
      section: select("Function", [["", "every function"], functions(left), functions(right)]),
      relation: select("Relation", [["", "every relation"], ...relations.map(words => [words, words])]),
      verdict: select("Verdict", [["", "every verdict"], verdictChoices("L", left), verdictChoices("R", right)]),
      status: select("Status", [["", "every status"], ...statuses.map(words => [words, words])]),
    };
    const further = Object.entries(kind.filters).map(([name, options]) => select(name, options));
    const choices = [...Object.values(chosen), ...further];
    const columns = [framework(left).short, "Relation", framework(right).short, ...kind.columns];
    const keys = [one => named(one.left)[0] ?? -1, one => relations.indexOf(one.relation), one => named(one.right)[0] ?? -1, ...kind.keys];
    let order = entries;
    const side = (ends, of, by) => [make("div", {}, ...end(ends, of)), " ", named(ends).length === 1 ? verdicts(named(ends)[0], by) : ""].flat();
    const list = paged(host, () => entries.length, one => {
      const cells = [side(one.left, left, right), [relation(one.relation)], side(one.right, right, left), ...kind.cells(one)];
      const row = make("tr", {}, cells.map((cell, number) => make("td", { "data-label": columns[number], class: number === 3 && "n" }, cell)));
      return kind.below ? [row, make("tr", { class: "below" }, make("td", { colspan: columns.length }, kind.below(one)))] : [row];
    });
    const refresh = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const section = chosen.section.value === "" ? -1 : Number(chosen.section.value);
      const [which, letter] = chosen.verdict.value;
      const special = further.map(choice => choice.value);
      list.update(order.filter(one =>
        (section < 0 || one.sections.includes(section)) &&
        (chosen.relation.value === "" || one.relation === chosen.relation.value) &&
        (chosen.status.value === "" || one.status === chosen.status.value) &&
        (which === undefined || named(which === "L" ? one.left : one.right).some(at => verdictOn(kind.basis, at, which === "L" ? right : left) === letter)) &&
        (!kind.passes || kind.passes(one, special)) &&
        words.every(part => one.words.includes(part))));
    };
    search.addEventListener("input", refresh);
    choices.forEach(choice => choice.addEventListener("change", refresh));
    const clear = make("button", { type: "button" }, "Clear");
    clear.addEventListener("click", () => { search.value = ""; choices.forEach(choice => { choice.value = ""; }); refresh(); search.focus(); });
    const header = make("tr", {}, columns.map(words => make("th", { scope: "col" }, words)));
    sortable(header, (column, ascending) => {
      const sign = ascending ? 1 : -1;
      order = [...entries].sort((a, b) => sign * compare(keys[column](a), keys[column](b)) || a.at - b.at);
      refresh();
    });
    host.append(
      make("h3", {}, kind.heading),
      make("form", { class: "tools", role: "search" }, make("label", { class: "wide" }, kind.search, search), ...choices, clear),
      list.status,
      make("table", { class: "rowlist" }, make("caption", { class: "vh" }, kind.caption), make("thead", {}, header), list.body), list.pager);
    host.querySelector("form").addEventListener("submit", event => event.preventDefault());
    refresh();
  };

  // The matrix of a pair: controls down, functions of the other framework across. It shows what is stated or what is
  // proved, never both, and the verdicts that go with it

  const matrixOf = (host, left, right, lists) => {
    const direction = select("Direction", [[0, `${framework(left).short} by ${framework(right).short}`], [1, `${framework(right).short} by ${framework(left).short}`]]);
    const basis = select("Shown entries", [[0, "stated rows"], [1, "proved pairs"]].filter(([kind]) => lists[kind].length));
    const holes = select("Shown controls", [["", "all controls"], ["GN", "holes: gap or not reviewed"], ["G", "gap"], ["N", "not reviewed"], ["O", "overlap"], ["F", "full"]]);
    const head = make("thead");
    let controls = [];
    let sections = [];
    let cells = new Map();
    let kind = 0;
    let down = left;
    let across = right;
    const verdictAt = at => verdictOn(kind, at, across);
    const entryOf = ([one, ends]) => {
      const words = down === left ? one.relation : one.converse;
      const sign = SIGNS[words] ?? (words.includes("|") ? words.split("|").map(part => SIGNS[part] ?? part).join("/") : words);
      const names = ends.map(at => control(at).identifier);
      return make("a", { href: link((kind ? pairing : claim)(one.at).id), "aria-label": `${words} ${names.join(" + ")}` }, text(sign, "sign"), " " + names.join(" + "));
    };
    const table = paged(host, () => controls.length, at => {
      const shown = cells.get(at) ?? new Map();
      return make("tr", {},
        make("th", { scope: "row" }, controlLink(at), " ", text(control(at).title)),
        make("td", {}, verdict(verdictAt(at)), shown.has(-1) ? " ∅ everything" : ""),
        sections.map(section => make("td", {}, (shown.get(section) ?? []).map(entryOf))));
    });
    const refresh = () => table.update(controls.filter(at => holes.value === "" || holes.value.includes(verdictAt(at))));
    const turn = () => {
      [down, across] = direction.value === "0" ? [left, right] : [right, left];
      kind = Number(basis.value);
      const range = framework(down);
      cells = new Map();
      for (const one of lists[kind]) {
        const [own, other] = down === left ? [one.left, one.right] : [one.right, one.left];
        for (const at of named(own)) {
          if (!cells.has(at)) cells.set(at, new Map());
          const groups = new Map();
          if (other === -1) groups.set(-1, []);
          named(other).forEach(to => groups.set(control(to).section, [...groups.get(control(to).section) ?? [], to]));
          for (const [section, ends] of groups) cells.get(at).set(section, [...cells.get(at).get(section) ?? [], [one, ends]]);
        }
      }
      controls = Array.from({ length: range.end - range.first }, (_, number) => range.first + number).filter(at => control(at).assessable || cells.has(at));
      const far = framework(across);
      sections = [...new Set(data.controls.slice(far.first, far.end).map(one => one.section))];
      head.replaceChildren(make("tr", {}, make("th", { scope: "col" }, range.short), make("th", { scope: "col" }, kind ? "Verdict with proofs" : "Verdict"),
        sections.map(section => make("th", { scope: "col" }, text(control(section).identifier, "id"), make("br"), text(control(section).title)))));
      table.body.parentElement?.classList.toggle("proved", kind === 1);
      refresh();
    };
    direction.addEventListener("change", turn);
    basis.addEventListener("change", turn);
    holes.addEventListener("change", refresh);
    const legend = Object.entries(SIGNS).filter(([words]) => data.relations[words]).map(([words, sign]) => make("span", {}, text(sign, "sign"), " ", relation(words)));
    host.append(make("h3", {}, "Matrix"), make("form", { class: "tools" }, direction, basis, holes), make("p", { class: "legend" }, legend), table.status,
      make("div", { class: "scroll tall", tabindex: "0", role: "region", "aria-label": "Matrix, scrolls" },
        make("table", { class: "crossing" }, make("caption", { class: "vh" }, "Correspondences by control and function"), head, table.body)), table.pager);
    turn();
  };

  // Views

  const fill = view => {
    if (view.dataset.filled) return;
    view.dataset.filled = "yes";
    if (view.dataset.pair !== undefined) {
      const { left, right, mappings } = data.pairs[Number(view.dataset.pair)];
      const lists = [rowsBetween(left, mappings), provedBetween(left, right).sort((a, b) => (data.proved[a.at].rows < 2) - (data.proved[b.at].rows < 2) || a.at - b.at)];
      [[".claims", kinds.rows], [".forced", kinds.proved]].forEach(([place, kind], number) => {
        if (lists[number].length) listOf(view.querySelector(place), kind, left, right, lists[number]);
      });
      if (lists.some(list => list.length)) matrixOf(view.querySelector(".matrix"), left, right, lists);
    }
    view.querySelectorAll("article.control").forEach(article => watcher.observe(article));
  };
  const reach = target => {
    const article = target.closest("article.control");
    if (article) enrich(article);
    if (target.matches("[data-proved]")) target.querySelector("details")?.setAttribute("open", "");
  };

  // Finding a control by its identifier or title

  const finder = () => {
    const [input, list, status] = ["find", "found", "find-status"].map(id => document.getElementById(id));
    let index;
    input.addEventListener("input", () => {
      index ??= data.controls.map(entry => `${entry.identifier} ${entry.title} ${framework(entry.framework).key}`.toLowerCase());
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = [];
      if (words.length) index.forEach((entry, at) => { if (words.every(part => entry.includes(part))) found.push([entry.startsWith(words[0]) ? 0 : 1, at]); });
      found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      list.replaceChildren(...found.slice(0, 12).map(([, at]) => make("li", {}, make("a", { href: link(anchor(at)) }, text(control(at).identifier, "id"), " ", text(control(at).title), text(framework(control(at).framework).short, "quiet")))));
      status.textContent = words.length ? `${Math.min(found.length, 12)} of ${found.length} shown` : "";
    });
    const clear = () => { input.value = ""; list.replaceChildren(); status.textContent = ""; };
    list.addEventListener("click", clear);
    input.form.addEventListener("submit", event => {
      event.preventDefault();
      const first = list.querySelector("a");
      if (first) { location.hash = first.hash; clear(); }
    });
  };

  const begin = () => {
    data = read(document.getElementById("data").textContent);
    finder();
    addEventListener("beforeprint", () => {
      if (data.rows.length <= 20000) document.querySelectorAll(".view.current article.control, .everything article.control").forEach(enrich);
    });
  };
  start({ first: "overview", begin, fill, reach });
})();

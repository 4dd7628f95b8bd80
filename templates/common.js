"use strict";
// What every page does with a script: views instead of one long page, links that open what they lead to, tables that sort,
// light and dark. Without it all of a page stands there, one part below the other. Text enters the document as text nodes only.
const Page = (() => {
  const root = document.documentElement;
  const narrow = matchMedia("(max-width: 60rem)");

  // Elements

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter(child => child !== "" && child !== undefined && child !== null));
    return element;
  };
  const text = (words, kind = "t") => make("span", { class: kind }, words);
  const link = id => "#" + id.replace(/[%"<>`{}#\\^|']/g, letter => "%" + letter.charCodeAt(0).toString(16).toUpperCase());
  const select = (name, options) => make("select", { "aria-label": name }, options.map(entry =>
    Array.isArray(entry[1])
      ? make("optgroup", { label: entry[0] }, entry[1].map(([value, words]) => make("option", { value }, words)))
      : make("option", { value: entry[0] }, entry[1])));

  // A header whose button sorts; `sort` is told the column and whether it ascends
  const sortable = (header, sort) => {
    const cells = [...header.children];
    cells.forEach((cell, column) => {
      const button = make("button", { type: "button", class: "sort" }, ...cell.childNodes);
      cell.replaceChildren(button);
      button.addEventListener("click", () => {
        const ascending = cell.getAttribute("aria-sort") !== "ascending";
        cells.forEach(other => other.removeAttribute("aria-sort"));
        cell.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        sort(column, ascending);
      });
    });
  };
  const compare = (left, right) => typeof left === "number" && typeof right === "number" ? left - right : String(left).localeCompare(String(right), "en", { numeric: true });
  const sortTables = () => document.querySelectorAll("table.sortable").forEach(table => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    sortable(table.tHead.rows[0], (column, ascending) => {
      const sign = ascending ? 1 : -1;
      body.append(...[...rows].sort((a, b) => sign * compare(a.cells[column].textContent, b.cells[column].textContent)));
    });
  });

  // Views: the one in which the address lies is shown. `fill` completes a view before it is shown, `reach` what a link leads to

  const decoded = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return location.hash.slice(1); } };
  const router = ({ first, fill, reach }) => moved => {
    const id = decoded() || first;
    const everything = id === "everything";
    const target = document.getElementById(everything ? first : id) ?? document.getElementById(location.hash.slice(1)) ?? document.getElementById(first);
    const view = target.closest(".view");
    if (!view) return;
    root.classList.toggle("everything", everything);
    document.querySelectorAll(".view").forEach(other => {
      other.classList.toggle("current", other === view);
      if (everything) fill(other);
    });
    fill(view);
    document.querySelectorAll(".side nav a").forEach(entry => {
      const here = everything ? entry.hash === "#everything" : entry.hash === link(view.id);
      if (here) entry.setAttribute("aria-current", "page"); else entry.removeAttribute("aria-current");
    });
    document.querySelectorAll(".reached").forEach(other => other.classList.remove("reached"));
    if (target === view) scrollTo(0, 0);
    else {
      target.classList.add("reached");
      for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      reach(target);
      target.scrollIntoView();
    }
    if (moved) {
      if (narrow.matches) document.querySelector(".menu").open = false;
      if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
    }
  };

  // Appearance: as the system unless chosen; the choice lasts where the browser lets a file keep it

  const kept = () => { try { return localStorage.getItem("xwalk-theme") ?? ""; } catch { return ""; } };
  const wear = theme => { if (theme) root.dataset.theme = theme; else delete root.dataset.theme; };
  root.classList.add("js");
  wear(kept());

  // Begins once the document is there: `begin` is what the page itself has to do before its first view is shown
  const start = ({ first, begin = () => {}, fill = () => {}, reach = () => {} }) => addEventListener("DOMContentLoaded", () => {
    begin();
    const theme = document.getElementById("theme");
    theme.value = kept();
    theme.addEventListener("change", () => {
      wear(theme.value);
      try { localStorage.setItem("xwalk-theme", theme.value); } catch { /* a file may not be allowed to */ }
    });
    document.querySelector(".menu").open = !narrow.matches;
    sortTables();
    const route = router({ first, fill, reach });
    route(false);
    addEventListener("hashchange", () => route(true));
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll(".view.current details:not([open], .proof), .everything .view details:not([open], .proof)")];
      folded.forEach(details => { details.open = true; });
    });
    addEventListener("afterprint", () => folded.forEach(details => { details.open = false; }));
    root.classList.add("ready");
  });

  return { make, text, link, select, sortable, compare, start };
})();

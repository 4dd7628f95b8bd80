// What is particular to the posture report: search and filters among the verdicts.
(() => {
  const { start } = Page;
  let entries;
  let form;

  const words = () => form.querySelector("input").value.toLowerCase().split(/\s+/).filter(Boolean);
  const sift = () => {
    const [framework, verdict] = [...form.querySelectorAll("select")].map(choice => choice.value);
    const parts = words();
    let shown = 0;
    for (const entry of entries) {
      const fits = (framework === "" || entry.framework === framework) && (verdict === "" || entry.verdict === verdict) && parts.every(part => entry.words.includes(part));
      entry.row.hidden = !fits;
      if (fits) shown += 1;
    }
    document.querySelectorAll(".judged").forEach(section => { section.hidden = !section.querySelector("tbody tr:not([hidden])"); });
    document.getElementById("sift-status").textContent = `${shown.toLocaleString("en")} of ${entries.length.toLocaleString("en")} verdicts shown`;
  };
  const begin = () => {
    form = document.getElementById("sift");
    entries = [...document.querySelectorAll(".judged tbody tr")].map(row => ({
      row,
      framework: row.closest(".judged").dataset.framework,
      verdict: row.cells[1].querySelector(".verdict").lastChild.textContent.trim(),
      words: row.textContent.toLowerCase(),
    }));
    form.addEventListener("input", sift);
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(sift));
    sift();
  };
  // A link may lead to a verdict that the filters hide
  const reach = target => { if (target.closest("[hidden]") || target.matches("[hidden]")) form.reset(); };
  start({ first: "board", begin, reach });
})();

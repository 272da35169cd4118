"use strict";

// The filter of a table or list: rows say what they are in data-… attributes; all that is chosen must agree.
for (const form of document.querySelectorAll("form.filter")) {
  const rows = [...document.querySelectorAll("[data-words]")];
  const output = form.querySelector("output");
  const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const words = new Map(rows.map((row) => [row, folded(row.dataset.words)]));

  const show = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value !== "");
    const agrees = (row) => chosen.every(([name, value]) => name === "words"
      ? folded(value).split(/\s+/).every((word) => words.get(row).includes(word))
      : row.dataset[name] === value);
    for (const row of rows) row.hidden = !agrees(row);
    const shown = rows.filter((row) => !row.hidden).length;
    output.textContent = shown === rows.length ? `all ${rows.length}` : `${shown} of ${rows.length}`;
    return chosen;
  };

  // What is chosen stands in the address, so that it can be sent and survives going back.
  const remember = () => history.replaceState(null, "", "#" + new URLSearchParams(show()));
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements.namedItem(name);
    if (field && field.type === "checkbox") field.checked = field.value === value;
    else if (field) field.value = value;
  }
  form.hidden = false;
  form.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(remember));
  show();

  const search = form.elements.namedItem("words");
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Escape" && document.activeElement === search) form.reset();
  });
}

// Columns that sort: by data-value where a cell has one, else by its words.
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
  const order = new Intl.Collator("en", { numeric: true });
  const compare = (a, b) => a !== "" && b !== "" && isFinite(a) && isFinite(b) ? a - b
    : (a === "") - (b === "") || order.compare(a, b);

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const rising = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      const sorted = [...body.rows].sort((a, b) => compare(value(a, column), value(b, column)));
      body.append(...(rising ? sorted : sorted.reverse()));
    });
  });
}

// What is folded away is printed, too.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));

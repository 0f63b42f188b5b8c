// Makes the tables of undertakings sort and filter. Without it everything is there, in the order of time.
(() => {
  "use strict";
  const tables = [...document.querySelectorAll("table.deeds")];

  const key = cell => cell.dataset.sort ?? cell.textContent.trim().toLowerCase();

  function sort(table, column, header) {
    const up = header.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", up ? "ascending" : "descending");
    const body = table.tBodies[0];
    const order = (a, b) => key(a.cells[column]).localeCompare(key(b.cells[column])) * (up ? 1 : -1);
    [...body.rows].sort(order).forEach(row => body.append(row));
  }

  for (const table of tables) {
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = header.textContent;
      button.addEventListener("click", () => sort(table, column, header));
      header.replaceChildren(button);
    });
  }

  if (tables.length > 0 && tables.reduce((sum, table) => sum + table.tBodies[0].rows.length, 0) > 4) {
    const box = document.createElement("p");
    box.className = "filter";
    const paged = document.querySelector('nav[aria-label="Pages"]') !== null;
    box.innerHTML = `<label for="deed-filter">Only rows ${paged ? "of this page " : ""}with the words</label> `
      + '<input id="deed-filter" type="search"> '
      + '<span role="status"></span>';
    tables[0].closest("section").before(box);
    box.querySelector("input").addEventListener("input", event => {
      const words = event.target.value.trim().toLowerCase();
      let shown = 0;
      for (const row of tables.flatMap(table => [...table.tBodies[0].rows])) {
        row.hidden = !row.textContent.toLowerCase().includes(words);
        shown += row.hidden ? 0 : 1;
      }
      box.querySelector("[role=status]").textContent = words ? shown + " rows" : "";
    });
  }
})();

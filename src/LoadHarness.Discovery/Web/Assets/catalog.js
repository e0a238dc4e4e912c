"use strict";
(() => {
  const renewEvery_ms = 10000;
  const table = document.getElementById("services");
  let loadedAt_ms = performance.now();
  let sorted = { column: -1, descending: false };

  function twoUnits(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
  }

  function ageText(age_s) {
    if (age_s < 60) return `${age_s} s`;
    if (age_s < 3600) return twoUnits(Math.floor(age_s / 60), "min", age_s % 60, "s");
    return twoUnits(Math.floor(age_s / 3600), "h", Math.floor(age_s / 60) % 60, "min");
  }

  // Ages count from what the server said, on this page's own steady clock: clocks of two machines need not agree.
  function showAges() {
    const passed_s = Math.floor((performance.now() - loadedAt_ms) / 1000);
    for (const cell of document.querySelectorAll("[data-age]")) cell.textContent = ageText(Number(cell.dataset.age) + passed_s);
  }

  function sortKey(row, column) {
    const cell = row.cells[column];
    return cell.dataset.age ?? cell.textContent;
  }

  function sortRows() {
    if (sorted.column < 0) return;
    const body = table.tBodies[0];
    const order = new Intl.Collator("en", { numeric: true }).compare;
    const rows = [...body.rows].sort((a, b) => order(sortKey(a, sorted.column), sortKey(b, sorted.column)));
    if (sorted.descending) rows.reverse();
    body.append(...rows);
  }

  function sortBy(column) {
    sorted = { column, descending: sorted.column === column && !sorted.descending };
    [...table.tHead.rows[0].cells].forEach((cell, i) => {
      cell.ariaSort = i !== column ? "none" : sorted.descending ? "descending" : "ascending";
    });
    sortRows();
  }

  async function renew() {
    const state = document.getElementById("state");
    try {
      const reply = await fetch(location.href, { cache: "no-store" });
      const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
      table.tBodies[0].replaceWith(document.adoptNode(fresh.querySelector("#services tbody")));
      document.getElementById("count").textContent = fresh.getElementById("count").textContent;
      loadedAt_ms = performance.now();
      sortRows();
      state.textContent = "";
    } catch {
      state.textContent = "The catalog does not answer; what you see may be old.";
    }
  }

  setInterval(showAges, 1000);
  if (!table) return;
  table.tHead.addEventListener("click", event => {
    const header = event.target.closest("th");
    if (header) sortBy(header.cellIndex);
  });
  setInterval(renew, renewEvery_ms);
})();

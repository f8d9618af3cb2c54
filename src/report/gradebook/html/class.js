(() => {
  const map = document.getElementById("map");
  const body = map.tBodies[0];
  const names = [...map.tHead.rows[0].cells].slice(2);
  const texts = document.getElementById("texts").children;
  const about = document.getElementById("about");
  const search = document.getElementById("search");
  const order = document.getElementById("order");
  const rows = [...body.rows];
  // A sentence of the page with its names filled in; a name that looks like a gap stays as it is.
  const say = (which, values) => about.getAttribute(`data-${which}`).replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  const cells = (row) => [...row.cells].slice(2);
  let current = null;
  const choose = (cell) => {
    if (!cell) return;
    if (current) current.tabIndex = -1;
    current = cell;
    cell.tabIndex = 0;
    cell.focus();
    const row = cell.parentElement;
    const exercise = names[cells(row).indexOf(cell)];
    const field = say(cell.className, { submission: row.cells[0].textContent, exercise: exercise.textContent.trim() });
    const told = texts[Number(cell.dataset.t)]?.textContent;
    about.textContent = told === undefined ? field : say("told", { field, told });
  };
  const shown = () => [...body.rows].filter((row) => !row.hidden);
  const arrange = () => {
    const share = (row) => Number(row.dataset.percent);
    const sorted = [...rows];
    if (order.value === "low") sorted.sort((one, two) => share(one) - share(two));
    if (order.value === "high") sorted.sort((one, two) => share(two) - share(one));
    body.append(...sorted);
    const wanted = search.value.toLowerCase();
    for (const row of rows) row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted);
  };
  const first = rows.length ? cells(rows[0])[0] : null;
  if (first) { first.tabIndex = 0; current = first; }
  map.addEventListener("click", (event) => {
    const cell = event.target.closest("tbody td:not(.points)");
    if (cell) choose(cell);
  });
  map.addEventListener("focusin", (event) => { if (event.target !== current && event.target.matches("td")) choose(event.target); });
  map.addEventListener("keydown", (event) => {
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = steps[event.key];
    if (!step || !current || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const all = shown();
    const row = all[all.indexOf(current.parentElement) + step[0]];
    if (row) choose(cells(row)[cells(current.parentElement).indexOf(current) + step[1]]);
  });
  search.addEventListener("input", arrange);
  order.addEventListener("change", arrange);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== search) { event.preventDefault(); search.focus(); }
    if (event.key === "Escape" && event.target === search) { search.value = ""; arrange(); search.blur(); }
  });
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
  });
})();

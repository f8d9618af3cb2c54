(() => {
  const search = document.getElementById("search");
  const nothing = document.getElementById("nothing");
  const exercises = [...document.querySelectorAll("details.exercise")];
  let problemsOnly = false;
  const shown = () => exercises.filter((exercise) => !exercise.hidden);
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const exercise of exercises) {
      const text = exercise.textContent.toLowerCase();
      const passed = exercise.classList.contains("passed") || exercise.classList.contains("skipped");
      exercise.hidden = !words.every((word) => text.includes(word)) || (problemsOnly && passed);
    }
    nothing.hidden = shown().length > 0;
  };
  const move = (step) => {
    const all = shown();
    const at = all.findIndex((exercise) => exercise.contains(document.activeElement));
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
    if (next) next.querySelector("summary").focus();
  };
  search.addEventListener("input", filter);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") { search.value = ""; filter(); search.blur(); }
      return;
    }
    if (event.key === "/") { event.preventDefault(); search.focus(); }
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "f") { problemsOnly = !problemsOnly; filter(); }
  });
  window.addEventListener("beforeprint", () => exercises.forEach((exercise) => { exercise.open = true; }));
})();

"use strict";
// Follows an upload to its end, then shows the page with the scorecards.
(() => {
  const job = document.getElementById("job");
  if (!job || job.dataset.finished === "true") return;
  const words = { queued: "waiting", reading: "being read", scoring: "being scored", done: "done", failed: "failed" };
  const rows = [...job.querySelectorAll(".item")];
  const bar = document.getElementById("done");
  const count = document.getElementById("count");

  const show = answer => {
    answer.items.forEach((item, place) => {
      const row = rows[place];
      if (!row) return;
      row.className = "item " + item.state;
      row.querySelector(".state").textContent = words[item.state];
      row.querySelector(".message").textContent = item.message || "";
    });
    const done = answer.items.filter(item => item.state === "done" || item.state === "failed").length;
    bar.value = done;
    count.textContent = done + " of " + answer.items.length;
  };

  const ask = async () => {
    try {
      const response = await fetch("/api/v1/jobs/" + encodeURIComponent(job.dataset.job));
      if (!response.ok) throw new Error("status " + response.status);
      const answer = await response.json();
      show(answer);
      if (answer.finished) return location.reload();
    } catch {
      count.textContent = "The service does not answer; trying again.";
    }
    setTimeout(ask, 500);
  };
  ask();
})();

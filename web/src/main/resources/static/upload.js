"use strict";
// Shows how far the sending is; without this script the form posts as any other.
(() => {
  const form = document.getElementById("upload");
  if (!form) return;
  const progress = document.getElementById("progress");
  const sent = document.getElementById("sent");
  const percent = document.getElementById("percent");
  const trouble = document.getElementById("trouble");
  const button = form.querySelector("button");

  const refuse = text => {
    trouble.textContent = text;
    trouble.hidden = false;
    progress.hidden = true;
    button.disabled = false;
  };

  const answered = request => {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // An answer that is no JSON is told by its status below.
    }
    if (request.status === 202) location.assign("/jobs/" + encodeURIComponent(answer.id));
    else refuse(answer.detail || "The upload was refused (" + request.status + ").");
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/documents");
    request.upload.addEventListener("progress", step => {
      const done = step.lengthComputable && step.total > 0 ? Math.round((100 * step.loaded) / step.total) : 0;
      sent.value = done;
      percent.textContent = done + " %";
    });
    request.addEventListener("load", () => answered(request));
    request.addEventListener("error", () => refuse("The connection broke before the files had arrived. Try again."));
    trouble.hidden = true;
    progress.hidden = false;
    button.disabled = true;
    request.send(new FormData(form));
  });
})();

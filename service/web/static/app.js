// What the pages do beyond links and forms: keys, drops, copying, and pointing from a requirement
// to its words. Without it every page still works.

const $ = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const typing = (target) =>
  target.closest("input:not([type=checkbox]):not([type=range]):not([type=radio]), textarea, select");

// --- Words and requirements point at each other -------------------------------------------------

function light(names, scroll) {
  all(".lit").forEach((each) => each.classList.remove("lit"));
  if (!names.length) return;
  const marks = all("mark[data-for]").filter((mark) =>
    mark.dataset.for.split(" ").some((name) => names.includes(name)),
  );
  marks.forEach((mark) => mark.classList.add("lit"));
  all("[data-requirement]")
    .filter((card) => card.dataset.requirement.split(" ").some((name) => names.includes(name)))
    .forEach((card) => card.classList.add("lit"));
  if (scroll && marks.length) scrollWithin(marks[0]);
}

function scrollWithin(mark) {
  // The paper alone is scrolled, so that the requirement stays where the reader has it.
  const paper = mark.closest(".paper");
  if (!paper) return mark.scrollIntoView({ block: "center" });
  const top = mark.getBoundingClientRect().top - paper.getBoundingClientRect().top + paper.scrollTop;
  paper.scrollTo({ top: top - paper.clientHeight / 3 });
}

const namesAt = (target) => {
  const card = target.closest("[data-requirement]");
  return card ? card.dataset.requirement.split(" ") : [];
};
document.addEventListener("mouseover", (event) => {
  const names = namesAt(event.target);
  if (names.length) light(names, true);
});
document.addEventListener("focusin", (event) => {
  const names = namesAt(event.target);
  if (names.length) light(names, true);
});
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-for]");
  if (mark) {
    const names = mark.dataset.for.split(" ");
    const card = all("[data-requirement]").find((each) =>
      each.dataset.requirement.split(" ").includes(names[0]),
    );
    if (card) {
      for (let outer = card.closest("details"); outer; outer = outer.parentElement.closest("details"))
        outer.open = true;
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "center" });
    }
    light(names, false);
  }
  const quote = event.target.closest("[data-evidence]");
  if (quote) {
    event.preventDefault();
    const at = document.getElementById(quote.dataset.evidence);
    if (at) {
      light([], false);
      at.classList.add("lit");
      scrollWithin(at);
    }
  }
});

// --- Keys ---------------------------------------------------------------------------------------

const places = { r: "/roles", p: "/people", s: "/shortlists" };
let going = false;

function step(by) {
  const rows = all("article.ask[tabindex], tr[data-row]").filter((each) => each.offsetParent !== null);
  if (!rows.length) return false;
  const at = rows.findIndex((each) => each.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  (next.matches("tr") ? $("a", next) : next)?.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

document.addEventListener("keydown", (event) => {
  if (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    typing(event.target) ||
    event.target.closest("dialog")
  )
    return;
  const key = event.key;
  // A link that is said to be a button answers to the space bar as buttons do.
  if (key === " " && event.target.matches("[role=button][href]")) {
    event.preventDefault();
    event.target.click();
    return;
  }
  if (going) {
    going = false;
    if (places[key]) location.assign(places[key]);
    return;
  }
  if (key === "g") going = true;
  else if (key === "?") $("#keys")?.showModal();
  else if (key === "/") {
    const search = $("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (key === "j" || key === "k") {
    if (step(key === "j" ? 1 : -1)) event.preventDefault();
  } else if (key === "x" && event.target.closest("tr[data-row]"))
    $("[data-choose]", event.target.closest("tr"))?.click();
  else {
    const card = event.target.closest("article.ask");
    const button = card && $(`[data-key="${CSS.escape(key)}"]`, card);
    if (button) {
      event.preventDefault();
      button.click();
    }
  }
});

// --- Forms --------------------------------------------------------------------------------------

// A GET form leaves out what says nothing, so that its address stays short.
document.addEventListener("formdata", (event) => {
  const form = event.target;
  if (!form.matches("[data-lean]")) return;
  const unchanged = new Set(
    all("[data-was]", form)
      .filter((each) => each.value === each.dataset.was)
      .map((each) => each.name),
  );
  const kept = [...event.formData.entries()].filter(([name, value]) => value !== "" && !unchanged.has(name));
  [...new Set(event.formData.keys())].forEach((name) => event.formData.delete(name));
  kept.forEach(([name, value]) => event.formData.append(name, value));
});
document.addEventListener("input", (event) => {
  const shown = event.target.dataset?.shows && document.getElementById(event.target.dataset.shows);
  if (shown)
    shown.textContent = `${event.target.dataset.unit}${Number(event.target.value)}${Number(event.target.value) === 1 ? " (default)" : ""}`;
});
document.addEventListener("submit", (event) => {
  const busy = event.target.dataset.busy;
  if (!busy) return;
  const button = event.submitter ?? $("button", event.target);
  setTimeout(() => {
    if (button) {
      button.setAttribute("aria-busy", "true");
      button.textContent = busy;
      button.disabled = true;
    }
  });
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-dismiss]")) event.target.closest(".notice").remove();
  if (event.target.closest("[data-close]")) {
    event.preventDefault();
    const form = event.target.closest("form");
    $("a", form.parentElement.previousElementSibling)?.focus();
    form.remove();
  }
  const shows = event.target.closest("[data-shows]");
  if (shows?.tagName === "A") {
    event.preventDefault();
    document.getElementById(shows.dataset.shows)?.showModal();
  }
  const copy = event.target.closest("[data-copy]");
  if (copy) copyFrom(copy);
  all("details.menu[open]")
    .filter((menu) => !menu.contains(event.target))
    .forEach((menu) => {
      menu.open = false;
    });
});

async function copyFrom(button) {
  const text = all("li", document.getElementById(button.dataset.copy))
    .map((each) => `- ${each.textContent.trim()}`)
    .join("\n");
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    // No clipboard where the page did not come over a safe connection: select the words instead.
    getSelection().selectAllChildren(document.getElementById(button.dataset.copy));
    button.textContent = "Selected: press Ctrl+C";
  }
}

// --- Files --------------------------------------------------------------------------------------

for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    const drop = event.target.closest?.("[data-drop]");
    // A file dropped beside the place for it would replace the page.
    event.preventDefault();
    if (!drop) return;
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop" && event.dataTransfer.files.length) {
      $("input[type=file]", drop).files = event.dataTransfer.files;
      $("input[type=file]", drop).dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-upload]");
  if (!form) return;
  event.preventDefault();
  const [bar, told, button] = [$("progress", form), $("[data-sent]", form), $("button", form)];
  const request = new XMLHttpRequest();
  const failed = (words) => {
    told.textContent = words;
    bar.hidden = true;
    button.disabled = false;
  };
  request.upload.onprogress = (sent) => {
    bar.hidden = false;
    bar.value = sent.lengthComputable ? (100 * sent.loaded) / sent.total : 0;
    told.textContent = sent.loaded < sent.total ? "Sending…" : "All sent; storing…";
  };
  request.onload = () => {
    const there = request.getResponseHeader("HX-Redirect");
    if (request.status < 300 && there) location.assign(there);
    else if (request.status === 401) location.assign("/sign-in");
    else {
      failed("");
      const notice = new DOMParser().parseFromString(request.responseText, "text/html").body
        .firstElementChild;
      $("#notices").replaceChildren(notice ?? "It could not be sent.");
    }
  };
  request.onerror = () => failed("The connection was lost; nothing was stored. Try again.");
  request.open("POST", form.action);
  request.setRequestHeader("HX-Request", "true");
  button.disabled = true;
  request.send(new FormData(form));
});

// --- Choosing whom to compare -------------------------------------------------------------------

const chosenAt = () => `chosen ${location.pathname}`;
const chosen = () => new Set(JSON.parse(sessionStorage.getItem(chosenAt()) ?? "[]"));

function showChosen() {
  const form = $("#compare");
  if (!form) return;
  const now = chosen();
  all("[data-choose]").forEach((box) => {
    box.checked = now.has(box.value);
  });
  const here = new Set(all("[data-choose]").map((box) => box.value));
  form.replaceChildren(
    ...[...now]
      .filter((id) => !here.has(id))
      .map((id) => {
        const hidden = Object.assign(document.createElement("input"), {
          type: "hidden",
          name: "c",
          value: id,
        });
        return hidden;
      }),
  );
  const button = $("[data-compare]");
  if (button) {
    button.disabled = now.size < 2 || now.size > 4;
    button.textContent = now.size ? `Compare the chosen (${now.size})` : "Choose two to four to compare";
  }
}
document.addEventListener(
  "change",
  (event) => {
    if (!event.target.matches("[data-choose]")) return;
    event.stopPropagation(); // It asks the server for nothing.
    const now = chosen();
    if (event.target.checked) now.add(event.target.value);
    else now.delete(event.target.value);
    sessionStorage.setItem(chosenAt(), JSON.stringify([...now]));
    showChosen();
  },
  true,
);

// --- After every swap ---------------------------------------------------------------------------

function arrived() {
  showChosen();
  const tour = $("[data-tour]");
  const at = tour && document.getElementById(tour.dataset.tour);
  if (at) at.classList.add("toured");
}
document.addEventListener("htmx:after:swap", arrived);
// On a phone the people come first; how the must-haves narrow them is one tap away.
if (matchMedia("(max-width: 640px)").matches && !$("[data-tour=funnel]"))
  $("#funnel")?.removeAttribute("open");
arrived();

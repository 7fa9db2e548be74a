// Click a value: its words light up. Click a mark: its value and rule. Without this script both
// are plain links. Nothing is written as HTML: only text nodes are made.
"use strict";
(() => {
  const text = document.getElementById("text");
  const told = document.getElementById("told");
  if (!text || !told) return;
  const pieces = [...text.querySelectorAll(".m[data-facts]")]; // all that can be lit
  const marks = pieces.filter((p) => p.matches("a")); // those with words of their own
  let from = null; // the value a reader came from

  const of = (mark) => mark.dataset.facts.split(" ");
  const value = (id) => document.getElementById("f-" + id);
  const piecesOf = (id) => pieces.filter((p) => of(p).includes(id));

  function clear() {
    document.querySelectorAll(".lit").forEach((e) => e.classList.remove("lit"));
  }
  function light(id) {
    clear();
    piecesOf(id).forEach((m) => m.classList.add("lit"));
    document.querySelectorAll(`[data-fact="${CSS.escape(id)}"]`).forEach((e) => e.classList.add("lit"));
  }
  function line(parent, words, name) {
    const p = document.createElement("p");
    if (name) p.className = name;
    p.textContent = words;
    parent.append(p);
    return p;
  }
  function tell(ids, back) {
    told.replaceChildren();
    const list = document.createElement("ul");
    for (const id of ids) {
      const shown = value(id);
      if (!shown) continue;
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = "#f-" + id;
      link.textContent = shown.textContent.trim().slice(0, 160);
      link.addEventListener("click", (event) => { event.preventDefault(); show(id); });
      const kind = document.createElement("strong");
      kind.textContent = shown.dataset.kind + ": ";
      item.append(kind, link);
      if (shown.dataset.rule) {
        const rule = document.createElement("small");
        rule.textContent = " rule " + shown.dataset.rule;
        item.append(rule);
      }
      list.append(item);
    }
    told.append(list);
    if (back) {
      const p = line(told, "", "back");
      const link = document.createElement("a");
      link.href = "#f-" + ids[0];
      link.textContent = "Back to the value";
      link.addEventListener("click", (event) => { event.preventDefault(); back.focus(); back.scrollIntoView({ block: "center" }); });
      p.append(link);
    }
    told.hidden = !list.children.length;
  }
  function show(id) { // the value of a mark
    const shown = value(id);
    if (!shown) return;
    light(id);
    const closed = shown.closest("details:not([open])");
    if (closed) closed.open = true;
    shown.scrollIntoView({ block: "center" });
    shown.focus({ preventScroll: true });
  }
  function reveal(id, back) { // the words of a value
    const found = piecesOf(id);
    if (!found.length) return;
    const first = found.find((p) => of(p)[0] === id && p.textContent.trim()) || found[0];
    light(id);
    rove(first);
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
    from = back;
    tell([id], back);
  }
  function rove(mark) {
    marks.forEach((m) => { m.tabIndex = m === mark ? 0 : -1; });
    if (!marks.includes(mark)) mark.tabIndex = -1; // so that it can be reached at all
  }

  document.addEventListener("click", (event) => {
    const put = event.target.closest("[data-fact]");
    if (put && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.replaceState(null, "", "#w-" + put.dataset.fact);
      reveal(put.dataset.fact, put);
      return;
    }
    const mark = event.target.closest(".m[data-facts]");
    if (mark && !getSelection().toString()) {
      event.preventDefault();
      const ids = of(mark);
      rove(mark);
      light(ids[0]);
      mark.focus({ preventScroll: true });
      tell(ids, null);
      const shown = value(ids[0]);
      if (shown && matchMedia("(min-width: 60rem)").matches) shown.scrollIntoView({ block: "center" });
    }
  });
  text.addEventListener("keydown", (event) => {
    const at = marks.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = marks[at < 0 ? 0 : Math.min(Math.max(at + step, 0), marks.length - 1)];
      if (!next) return;
      event.preventDefault();
      rove(next);
      next.focus();
      tell(of(next), null);
    } else if (event.key === "Escape" && from) {
      event.preventDefault();
      from.focus();
      from.scrollIntoView({ block: "center" });
    }
  });
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked.startsWith("w-")) reveal(asked.slice(2), value(asked.slice(2)));
  else if (asked.startsWith("f-")) light(asked.slice(2));
  else {
    const inside = text.querySelector(".inside, .m:not(.outside)");
    if (inside && text.scrollHeight > text.clientHeight) text.scrollTop = Math.max(0, inside.offsetTop - 60);
  }
})();

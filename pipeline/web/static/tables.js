// What Datasette's own pages lack for a reader who hears them: their language, and names of boxes.
const names = {
  _filter_column: "Column to filter by",
  _filter_op: "How to compare",
  _filter_value: "Value to compare with",
  _sort: "Column to sort by",
  _search: "Search this table",
};

function nameBoxes() {
  for (const box of document.querySelectorAll("input[type=text], input[type=search], select, textarea")) {
    const isNamed = (box.labels && box.labels.length) || box.getAttribute("aria-label");
    const key = Object.keys(names).find((name) => box.name && box.name.startsWith(name));
    if (!isNamed) box.setAttribute("aria-label", key ? names[key] : box.name || "SQL");
  }
}

document.documentElement.lang = "en-GB";
nameBoxes();
// The editor of SQL makes its box when the page has loaded.
addEventListener("load", () => setTimeout(nameBoxes));

(function () {
  "use strict";
  var box = document.getElementById("filter");
  if (!box) { return; }
  var input = box.querySelector("input[type=search]");
  var select = box.querySelector("select");
  var count = box.querySelector("output");
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-level]"));
  var texts = new Map();
  function text(row) {
    if (!texts.has(row)) { texts.set(row, row.textContent.toLowerCase()); }
    return texts.get(row);
  }
  function apply() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    var least = Number(select.value);
    var shown = 0;
    rows.forEach(function (row) {
      var fits = Number(row.dataset.level) >= least && words.every(function (word) { return text(row).indexOf(word) >= 0; });
      row.hidden = !fits;
      if (fits && row.tagName === "TR") { shown++; }
    });
    count.textContent = shown + " / " + rows.filter(function (row) { return row.tagName === "TR"; }).length;
  }
  var waiting = 0;
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  }
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
      if (at.hidden) { at.hidden = false; }
    }
    target.scrollIntoView();
  }
  var opener = box.querySelector("input[type=checkbox]");
  opener.addEventListener("change", function () {
    document.querySelectorAll("details").forEach(function (each) { each.open = opener.checked; });
  });
  input.addEventListener("input", soon);
  select.addEventListener("change", apply);
  window.addEventListener("hashchange", reveal);
  box.hidden = false;
  apply();
  reveal();
})();

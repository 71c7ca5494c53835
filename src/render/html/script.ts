import type { Language } from "../../model/language.ts";

const words = {
  zh: {
    sort: "排序：",
    find: "查找",
    placeholder: "名称、条款……",
    status: "状态",
    all: "全部",
    shown: "显示 {n} / {all} 行",
    open: "全部展开",
    close: "全部收起",
  },
  en: {
    sort: "Sort by ",
    find: "Find",
    placeholder: "name, clause …",
    status: "Status",
    all: "all",
    shown: "{n} of {all} rows shown",
    open: "Open all",
    close: "Close all",
  },
} satisfies Record<Language, Record<string, string>>;

/** Sorting, finding and folding: the page says all that it has to say without them. */
export function scriptOf(language: Language, statusNames: Readonly<Record<string, string>>): string {
  const said = JSON.stringify({ ...words[language], names: statusNames }).replace(/</g, "\\u003c");
  return `(function () {\n"use strict";\nconst words = ${said};\n${body}})();`;
}

const body = String.raw`const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
const make = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

// Sorting: a button in each heading; rows stay in their group, and rows without a value at its end.
const keyOf = (row, index) => {
  const cell = row.cells[index];
  const key = cell.dataset.key;
  return key === undefined ? cell.textContent.trim() : key;
};
const compare = (a, b) => {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? order.compare(a, b) : x - y;
};
const sortBy = (table, head, down) => {
  const index = head.cellIndex;
  for (const body of table.tBodies) {
    const rows = [...body.rows].filter((row) => !row.classList.contains("group"));
    const keyed = rows.map((row) => ({ row, key: keyOf(row, index) }));
    keyed.sort((a, b) => (a.key === "") - (b.key === "") || (down ? compare(b.key, a.key) : compare(a.key, b.key)));
    body.append(...keyed.map(({ row }) => row));
  }
  for (const other of all("th[data-sort]", table)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
};
for (const head of all("table.sorts thead th[data-sort]")) {
  const button = make("button", { type: "button", className: "sort", title: words.sort + head.textContent });
  button.append(...head.childNodes);
  button.append(make("span", { className: "arrow" }));
  button.lastChild.setAttribute("aria-hidden", "true");
  head.append(button);
  button.addEventListener("click", () => {
    const now = head.getAttribute("aria-sort");
    sortBy(head.closest("table"), head, now === null ? head.dataset.sort === "down" : now === "ascending");
  });
}

// Finding: words and status of a table's rows.
const plain = (text) => text.normalize("NFKC").toLowerCase();
for (const table of all("table.filters")) {
  const rows = all("tbody tr:not(.group)", table);
  const has = new Set(rows.flatMap((row) => (row.dataset.status || "").split(" ")));
  const statuses = Object.entries(words.names).filter(([status]) => has.has(status));
  const find = make("input", { type: "search", placeholder: words.placeholder, autocomplete: "off" });
  const choice = make("select", {}, new Option(words.all, ""), ...statuses.map(([status, name]) => new Option(name, status)));
  const count = make("output", { className: "count" });
  const apply = () => {
    const wanted = plain(find.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = plain(row.textContent);
      const fits = wanted.every((word) => text.includes(word));
      const is = choice.value === "" || (row.dataset.status || "").split(" ").includes(choice.value);
      row.hidden = !(fits && is);
      if (!row.hidden) shown += 1;
    }
    for (const body of table.tBodies) body.hidden = ![...body.rows].some((row) => !row.hidden && !row.classList.contains("group"));
    count.textContent = words.shown.replace("{n}", shown).replace("{all}", rows.length);
    fit();
  };
  find.addEventListener("input", apply);
  choice.addEventListener("change", apply);
  const tools = make("div", { className: "tools" }, make("label", {}, words.find + " ", find));
  if (statuses.length > 1) tools.append(make("label", {}, words.status + " ", choice));
  tools.append(count);
  table.closest(".scroll").before(tools);
  table.apply = apply;
}

// Folding: sections of many parts are shut, and open where a link leads into them.
const folds = all("details.fold");
for (const fold of folds) fold.open = false;
const reveal = (hash) => {
  let target = null;
  try { target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null; } catch {}
  for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
  return target;
};
for (const section of all("section")) {
  const own = all("details.fold", section);
  if (own.length < 2) continue;
  const button = make("button", { type: "button", className: "all", textContent: words.open });
  const say = () => {
    const open = own.every((fold) => fold.open);
    button.textContent = open ? words.close : words.open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    const open = !own.every((fold) => fold.open);
    for (const fold of own) fold.open = open;
    say();
  });
  for (const fold of own) fold.addEventListener("toggle", say);
  say();
  section.querySelector("h2").after(button);
}
for (const fold of folds) fold.addEventListener("toggle", () => fit(fold));
const arrive = () => { const target = reveal(location.hash); if (target) target.scrollIntoView(); };
addEventListener("hashchange", arrive);
document.addEventListener("click", (event) => {
  const link = event.target.closest ? event.target.closest('a[href^="#"]') : null;
  if (link) reveal(link.getAttribute("href"));
});

// Paper has no folds and no filters.
let before = null;
addEventListener("beforeprint", () => {
  before = before || folds.map((fold) => fold.open);
  for (const fold of folds) fold.open = true;
  for (const row of all("tr[hidden], tbody[hidden]")) row.hidden = false;
});
addEventListener("afterprint", () => {
  folds.forEach((fold, index) => { fold.open = before ? before[index] : fold.open; });
  before = null;
  for (const table of all("table.filters")) table.apply();
});

// Only boxes that do scroll are stops on the way of the Tab key.
const fit = (within) => {
  for (const box of all(".scroll", within)) {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
};
let resting = 0;
addEventListener("resize", () => { clearTimeout(resting); resting = setTimeout(() => fit(), 100); });
fit();
arrive();
`;

/**
 * What an interactive report can do, as the text of a function of a document: sort tables by their heads, show values at
 * the marks of charts by pointer and keys, turn to one language and to a theme. It asks for nothing, reads nothing but
 * the document, and writes no HTML. Kept as text because policies name its hash: not a character may depend on how the
 * app is built.
 */
export const reader = `(page) => {
const all = (selector, root = page) => [...root.querySelectorAll(selector)];
const make = (name, text) => { const made = page.createElement(name); made.textContent = text; return made; };
const root = page.documentElement, tools = page.getElementById('tools');
if (!tools) return;
tools.hidden = false;
for (const name of ['tongue', 'theme']) {
const buttons = all('button[data-' + name + ']', tools);
for (const button of buttons) button.addEventListener('click', () => {
const value = button.dataset[name];
if (value === '') delete root.dataset[name]; else root.dataset[name] = value;
if (name === 'tongue') root.lang = value || root.dataset.first;
for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
});
}
root.dataset.first = root.lang;
const valueOf = (row, at) => { const cell = row.cells[at]; const value = cell && cell.dataset.v; return value === undefined ? null : Number(value); };
for (const table of all('.wide > table:not(.triangle)')) {
const body = table.tBodies[0], heads = all('thead th', table), first = [...body.rows];
if (first.length < 2) continue;
for (const [at, head] of heads.entries()) {
const button = make('button', head.textContent);
button.type = 'button';
button.className = 'sort';
button.title = tools.dataset.sort;
head.replaceChildren(button);
button.addEventListener('click', () => {
const numeric = first.some((row) => valueOf(row, at) !== null);
const now = head.getAttribute('aria-sort');
const next = now === null ? (numeric ? 'descending' : 'ascending') : now === (numeric ? 'descending' : 'ascending') ? (numeric ? 'ascending' : 'descending') : null;
for (const other of heads) other.removeAttribute('aria-sort');
if (next !== null) head.setAttribute('aria-sort', next);
const sign = next === 'ascending' ? 1 : -1;
const order = next === null ? first : [...first].sort((a, b) => {
if (!numeric) return sign * a.cells[at].textContent.localeCompare(b.cells[at].textContent, root.lang, { numeric: true });
const x = valueOf(a, at), y = valueOf(b, at);
return x === null || y === null ? (x === null) - (y === null) : sign * (x - y);
});
body.append(...order);
});
}
}
const tip = make('div', '');
tip.className = 'tip';
tip.hidden = true;
page.body.append(tip);
const show = (mark) => {
tip.textContent = mark.getAttribute('aria-label');
tip.hidden = false;
const box = mark.getBoundingClientRect(), own = tip.getBoundingClientRect(), width = root.clientWidth;
tip.style.left = Math.max(4, Math.min(width - own.width - 4, box.left + box.width / 2 - own.width / 2)) + 'px';
tip.style.top = (box.top - own.height - 6 > 0 ? box.top - own.height - 6 : box.bottom + 6) + 'px';
};
const hide = () => { tip.hidden = true; };
for (const plot of all('svg.plot')) {
const marks = all('.point', plot);
if (marks.length === 0) continue;
plot.setAttribute('role', 'group');
for (const [at, mark] of marks.entries()) {
const title = mark.querySelector('title');
mark.setAttribute('aria-label', title.textContent);
title.remove();
mark.setAttribute('role', 'img');
mark.setAttribute('tabindex', at === 0 ? '0' : '-1');
mark.addEventListener('pointerenter', () => show(mark));
mark.addEventListener('pointerleave', hide);
mark.addEventListener('focus', () => show(mark));
mark.addEventListener('blur', hide);
mark.addEventListener('keydown', (event) => {
const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
const other = event.key === 'Home' ? marks[0] : event.key === 'End' ? marks[marks.length - 1] : marks[at + (step || 0)];
if (event.key === 'Escape') hide();
if (other === undefined || other === mark) return;
event.preventDefault();
mark.setAttribute('tabindex', '-1');
other.setAttribute('tabindex', '0');
other.focus();
});
}
}
page.addEventListener('scroll', hide, { passive: true });
}`;

/** The script of an open report. */
export function readerScript(): string {
	return `'use strict';\n(${reader})(document);\n`;
}

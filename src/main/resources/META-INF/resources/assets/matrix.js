// The table of a story: cells open their evidence in place, arrow keys go from cell to cell, the slider says where it stands.
const table = document.getElementById('matrix');
const dialog = document.getElementById('evidence');
const filters = document.getElementById('filters');

/** Shows the page that a cell leads to over the table; goes there if that cannot be read. */
async function open(link) {
  const address = new URL(link.href);
  address.searchParams.set('fragment', 'true');
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    dialog.lastElementChild.replaceChildren(...page.body.childNodes);
    dialog.showModal();
  } catch {
    location.assign(link.href);
  }
}

table?.addEventListener('click', event => {
  const link = event.target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link);
});

dialog?.addEventListener('click', event => {
  if (event.target === dialog) dialog.close();
});

// One stop for the Tab key; arrows, Home and End do the rest.
const links = () => [...table.querySelectorAll('tbody a')];
function stop(link) {
  links().forEach(other => { other.tabIndex = other === link ? 0 : -1; });
}
if (table) stop(table.querySelector('tbody a'));

const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** The next link from a cell in a direction, over cells without one. */
function next(cell, [down, right]) {
  let row = cell.parentElement;
  let column = cell.cellIndex;
  for (;;) {
    column += right;
    if (down) row = down > 0 ? row.nextElementSibling : row.previousElementSibling;
    const there = row?.cells[column];
    if (!there) return null;
    const link = there.querySelector('a');
    if (link) return link;
  }
}

table?.addEventListener('keydown', event => {
  const cell = event.target.closest('td,th');
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  let link = null;
  if (steps[event.key]) link = next(cell, steps[event.key]);
  else if (event.key === 'Home') link = cell.parentElement.querySelector('a');
  else if (event.key === 'End') link = [...cell.parentElement.querySelectorAll('a')].pop();
  else return;
  event.preventDefault();
  if (!link) return;
  table.querySelector('tbody a[tabindex="0"]')?.setAttribute('tabindex', '-1');
  link.tabIndex = 0;
  link.focus();
});

const slider = document.getElementById('step');
const times = [...document.querySelectorAll('#times li')].map(item => item.textContent);
slider?.addEventListener('input', () => { document.getElementById('time').value = times[slider.value - 1] ?? ''; });
// Who lets go of it has chosen; each arrow key is a change too, and "Show" is for those.
let dragged = false;
slider?.addEventListener('pointerdown', () => { dragged = true; });
slider?.addEventListener('keydown', () => { dragged = false; });
slider?.addEventListener('change', () => { if (dragged) filters.requestSubmit(); });

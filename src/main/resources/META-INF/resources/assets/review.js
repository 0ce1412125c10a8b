/**
 * Reviews the proposals of a source. Decisions are staged here, survive a reload, and are shown as what they would do to the
 * report before they are saved, all at once.
 */
import {call, Problem, requestKey} from './api.js';
import {openEditor} from './edit.js';
import {sentence, whileBusy} from './form.js';
import {element, english, verdict, word} from './words.js';

const desk = document.getElementById('desk');
const {api} = desk.dataset;
const text = desk.querySelector('.text');
const list = desk.querySelector('.proposals');
const status = document.getElementById('status');
const progress = document.getElementById('progress');
const outcome = document.getElementById('outcome');
const help = document.getElementById('help');
const shortcuts = document.getElementById('shortcuts');

const KEPT = `crosscheck-review ${location.pathname}`;
const SAVED = `crosscheck-saved ${location.pathname}`;

/** What is decided and not saved yet, by fact: its status, the revision that was seen, and what it is to say instead. */
let marks = new Map();
/** What marks were before each step that can be undone. */
let steps = [];
let current = null;
let request = {sent: null, key: null};

const cards = () => [...(list?.children ?? [])];
const cardOf = id => cards().find(card => card.dataset.id === id);
const factOf = card => JSON.parse(card.dataset.fact);
const say = message => status.replaceChildren(message);

// Decisions: staged, kept, undone

function keep() {
    sessionStorage.setItem(KEPT, JSON.stringify([...marks]));
}

/** Takes up what was decided before the page was loaded again, but for facts that others have changed meanwhile. */
function resume() {
    for (const [id, mark] of JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')) {
        const card = cardOf(id);
        if (card && factOf(card).revision === mark.revision) marks.set(id, mark);
        else if (card) complain(card, word('changed-meanwhile'));
    }
    keep();
}

/** Stages the same decision on some facts, in one step. */
function decide(chosen, change) {
    steps.push(chosen.map(card => [card.dataset.id, marks.get(card.dataset.id)]));
    for (const card of chosen) {
        marks.set(card.dataset.id, {revision: factOf(card).revision, ...change});
        card.querySelector('.complaint')?.remove();
    }
    keep();
    chosen.forEach(draw);
    drawProgress();
}

function decideCurrent(change) {
    if (!current) return;
    const card = current;
    decide([card], change);
    say(`${card.dataset.label}: ${staged(marks.get(card.dataset.id))}.`);
    next();
}

function undo() {
    const step = steps.pop();
    if (!step) return say(word('nothing-to-undo'));
    for (const [id, before] of step) {
        if (before) marks.set(id, before);
        else marks.delete(id);
    }
    keep();
    const undone = step.map(([id]) => cardOf(id)).filter(Boolean);
    undone.forEach(draw);
    drawProgress();
    if (undone[0]) go(undone[0]);
    say(word('undone'));
}

/** Accepts what nobody has decided on, if its rule is sure enough. */
function acceptFrom(least) {
    const chosen = cards().filter(card => !marks.has(card.dataset.id) && Number(card.dataset.confidence) >= least);
    if (chosen.length === 0) return say(word('none-of-these'));
    decide(chosen, {status: 'ACCEPTED'});
    say(word('accepted-many', {count: chosen.length}));
    next();
}

// What is shown of it

function staged(mark) {
    if (mark.replacement) return word('will-change');
    return word(mark.status === 'ACCEPTED' ? 'will-accept' : 'will-reject');
}

function draw(card) {
    const mark = marks.get(card.dataset.id);
    const line = card.querySelector('.staged');
    card.classList.toggle('decided', Boolean(mark));
    card.classList.toggle('rejected', mark?.status === 'REJECTED');
    line.hidden = !mark;
    line.textContent = mark ? [staged(mark), mark.summary].filter(Boolean).join(': ') : '';
    marksInText(card).forEach(place => place.classList.toggle('decided', isDecided(place)));
}

function isDecided(place) {
    return place.dataset.facts.split(' ').every(id => marks.has(id) || !cardOf(id));
}

function drawProgress() {
    const decided = [...marks.values()];
    progress.textContent = word('progress', {
        done: decided.length,
        all: cards().length,
        accepted: decided.filter(mark => mark.status === 'ACCEPTED' && !mark.replacement).length,
        changed: decided.filter(mark => mark.replacement).length,
        rejected: decided.filter(mark => mark.status === 'REJECTED').length,
    });
}

function complain(card, message, button) {
    card.querySelector('.complaint')?.remove();
    const complaint = element('p', 'complaint error', message, ' ', button ?? '');
    complaint.setAttribute('role', 'alert');
    card.querySelector('.staged').after(complaint);
}

// Going from one to the next

function marksInText(card) {
    return text ? [...text.querySelectorAll(`[data-facts~="${card.dataset.id}"]`)] : [];
}

function go(card, focus = true) {
    if (!card) return;
    if (current) {
        current.tabIndex = -1;
        current.removeAttribute('aria-current');
        marksInText(current).forEach(place => place.classList.remove('current'));
    }
    current = card;
    card.tabIndex = 0;
    card.setAttribute('aria-current', 'true');
    if (focus) {
        card.focus({preventScroll: true});
        card.scrollIntoView({block: 'nearest'});
    }
    const places = marksInText(card);
    places.forEach(place => place.classList.add('current'));
    if (places[0]) text.scrollTo({top: places[0].offsetTop - text.clientHeight / 3});
}

function step(by) {
    const all = cards();
    go(all[Math.min(all.length - 1, Math.max(0, all.indexOf(current) + by))]);
}

/** Goes to the next one that waits for a decision; after the last, to the first that does; and then to saving. */
function next() {
    const all = cards();
    const at = all.indexOf(current);
    const waiting = [...all.slice(at + 1), ...all.slice(0, at)].find(card => !marks.has(card.dataset.id));
    if (waiting) go(waiting);
    else document.getElementById('preview').focus();
}

// Changing what a fact says

function edit() {
    if (!current) return;
    const card = current;
    const fact = factOf(card);
    const mark = marks.get(card.dataset.id);
    openEditor(card, mark?.replacement ?? fact, async (replacement, summary) => {
        const change = {status: 'ACCEPTED', replacement};
        await call('POST', `${api}/facts/reviews/preview`, {body: {reviews: [review(fact, change)]}});
        decide([card], {...change, summary});
        go(card);
        next();
    }, () => go(card));
}

// Preview and saving

function review(fact, mark) {
    const said = {fact: fact.id, status: mark.status, revision: fact.revision};
    return mark.replacement ? {...said, replacement: mark.replacement} : said;
}

function reviews() {
    return {reviews: cards().filter(card => marks.has(card.dataset.id))
        .map(card => review(factOf(card), marks.get(card.dataset.id)))};
}

function preview() {
    if (marks.size === 0) return say(word('nothing-decided'));
    const body = reviews();
    return whileBusy(document.getElementById('preview'), () => telling(body, async () => {
        const {body: changes} = await call('POST', `${api}/facts/reviews/preview`, {body});
        showChanges(changes);
        outcome.showModal();
        document.getElementById('save').focus();
    }));
}

function save() {
    const body = reviews();
    const sent = JSON.stringify(body);
    if (request.sent !== sent) request = {sent, key: requestKey()};
    return whileBusy(document.getElementById('save'), () => telling(body, async () => {
        await call('POST', `${api}/facts/reviews`, {body, key: request.key});
        sessionStorage.removeItem(KEPT);
        sessionStorage.setItem(SAVED, body.reviews.length);
        history.scrollRestoration = 'manual';
        location.reload();
    }));
}

/** Does it, or shows each violation at its fact. */
async function telling({reviews: sent}, work) {
    try {
        await work();
    } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        outcome.close();
        let first = null;
        for (const {pointer, message} of problem.violations) {
            const [, index, rest] = /^\/reviews\/(\d+)\/?(.*)/.exec(pointer) ?? [];
            const card = index && cardOf(sent[index].fact);
            if (!card) continue;
            first ??= card;
            const stale = rest === 'revision' || rest === 'fact';
            complain(card, stale ? word('changed-meanwhile') : english(message), stale ? reloadButton(card) : null);
        }
        if (first) go(first);
        say(first ? word('at-fault') : sentence(problem));
    }
}

function reloadButton(card) {
    const button = element('button', '', word('load-again'));
    button.type = 'button';
    button.addEventListener('click', () => whileBusy(button, () => loadAgain(card)));
    return button;
}

/** Shows the fact as it is now; where it waits for no decision any more, it goes. Where it cannot be had, all stays. */
async function loadAgain(card) {
    let page;
    try {
        const answer = await fetch(location.href);
        if (answer.redirected || answer.status === 401) return say(word('signed-out'));
        if (!answer.ok) return say(word('unreachable'));
        page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
        return say(word('unreachable'));
    }
    const fresh = page.querySelector(`.proposals > [data-id="${card.dataset.id}"]`);
    marks.delete(card.dataset.id);
    keep();
    if (fresh) {
        card.replaceWith(fresh);
        draw(fresh);
        go(fresh);
        say(word('loaded-again'));
    } else {
        const neighbour = card.nextElementSibling ?? card.previousElementSibling;
        card.remove();
        go(neighbour);
        say(word('decided-by-others'));
    }
    steps = [];
    drawProgress();
}

/** Those with another verdict first. */
function showChanges({before, after, changes}) {
    const counts = outcome.querySelector('.counts');
    const items = outcome.querySelector('.changes');
    const flags = Object.keys({...before, ...after}).filter(flag => before[flag] !== after[flag]);
    counts.replaceChildren(...flags.map(flag =>
        element('li', '', verdict(flag), ` ${before[flag] ?? 0} → ${after[flag] ?? 0}`)));
    const turned = changes.filter(({from, to}) => from?.verdict !== to.verdict);
    items.replaceChildren(...turned.concat(changes.filter(each => !turned.includes(each))).map(changeItem));
    outcome.querySelector('.none').hidden = changes.length > 0;
}

function changeItem({label, from, to, explanation}) {
    const turn = element('p', 'turn');
    if (from && from.verdict !== to.verdict) turn.append(verdict(from.verdict), ' → ', verdict(to.verdict));
    else turn.append(verdict(to.verdict), from ? '' : ` ${word('new-question')}`);
    turn.append(element('span', 'quiet', ` ${word('support', {
        sources: amount(from?.support.sources, to.support.sources),
        lineages: amount(from?.support.lineages, to.support.lineages),
    })}`));
    return element('li', from?.verdict === to.verdict ? 'same' : '', element('h3', '', label), turn,
        element('p', '', english(explanation)));
}

function amount(from, to) {
    return from === undefined || from === to ? String(to) : `${from} → ${to}`;
}

// Keys, buttons, the text

const COMMANDS = {
    accept: () => decideCurrent({status: 'ACCEPTED'}),
    reject: () => decideCurrent({status: 'REJECTED'}),
    edit,
    undo,
    next: () => step(1),
    previous: () => step(-1),
    preview,
    save,
    help: () => help.showModal(),
    bulk: () => acceptFrom(Number(document.getElementById('least').value)),
};
const KEYS = {a: 'accept', r: 'reject', e: 'edit', u: 'undo', j: 'next', k: 'previous', s: 'preview', '?': 'help'};

document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || !shortcuts?.checked) return;
    if (event.target.closest('input, select, textarea, dialog, form')) return;
    const command = KEYS[event.key];
    if (!command || event.repeat && command !== 'next' && command !== 'previous') return;
    event.preventDefault();
    COMMANDS[command]();
});

document.addEventListener('click', event => {
    const card = event.target.closest('.proposal');
    if (card && card !== current) go(card, false);
    const button = event.target.closest('[data-command]');
    if (button) return COMMANDS[button.dataset.command]();
    const place = event.target.closest('[data-facts]');
    if (place) go(place.dataset.facts.split(' ').map(cardOf).find(Boolean));
});

list?.addEventListener('focusin', event => {
    const card = event.target.closest('.proposal');
    if (card && card !== current) go(card, false);
});

shortcuts?.addEventListener('change', () => localStorage.setItem('crosscheck-shortcuts', shortcuts.checked));

function tellSaved() {
    const saved = sessionStorage.getItem(SAVED);
    if (!saved) return;
    sessionStorage.removeItem(SAVED);
    const note = document.getElementById('saved');
    note.querySelector('span').textContent = word('saved', {count: saved});
    note.hidden = false;
    note.focus();
}

if (list) {
    shortcuts.checked = localStorage.getItem('crosscheck-shortcuts') !== 'false';
    resume();
    cards().forEach(draw);
    drawProgress();
    go(cards().find(card => !marks.has(card.dataset.id)) ?? cards()[0], false);
    if (!sessionStorage.getItem(SAVED)) current?.focus({preventScroll: true});
}
tellSaved();

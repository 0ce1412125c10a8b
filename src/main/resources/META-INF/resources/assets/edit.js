/** The form in which an editor changes what a fact says. */
import {Problem} from './api.js';
import {clear, show, whileBusy} from './form.js';
import {nameOf, offerNewParty, partyIn} from './party.js';
import {word} from './words.js';

const template = document.getElementById('edit');
/** What belongs to a stored fact and not to a statement. */
const STORED = ['id', 'source', 'status', 'reason', 'revision'];

/**
 * Opens the form in a card. What is entered goes to take, with a summary for people, and stays open where that throws a Problem; then,
 * or where the editor thinks better of it, the form closes.
 */
export function openEditor(card, fact, take, leave) {
    if (card.querySelector('form')) return;
    const form = template.content.firstElementChild.cloneNode(true);
    card.append(form);
    card.classList.add('editing');
    fill(form, fact);
    form.querySelectorAll('[data-party]').forEach(offerNewParty);
    const close = () => {
        form.remove();
        card.classList.remove('editing');
    };
    const cancel = () => {
        close();
        leave();
    };
    form.addEventListener('change', () => fitValue(form));
    form.querySelector('[value=cancel]').addEventListener('click', cancel);
    form.addEventListener('keydown', event => {
        if (event.key === 'Escape') cancel();
    });
    form.addEventListener('submit', event => {
        event.preventDefault();
        clear(form);
        whileBusy(form.querySelector('[type=submit]'), async () => {
            try {
                await take(statement(form, fact), summary(form));
                close();
            } catch (problem) {
                if (!(problem instanceof Problem)) throw problem;
                show(form, problem, '/reviews/0/replacement');
            }
        });
    });
    form.elements.attribute.focus();
    card.scrollIntoView({block: 'start'});
}

function fill(form, fact) {
    form.elements.attribute.value = fact.attribute;
    form.elements.claimant.value = nameOf(fact.claimant);
    form.elements.stance.value = fact.stance;
    form.elements.certainty.value = fact.certainty;
    form.elements.wording.value = fact.wording ?? '';
    fitValue(form);
    for (const [name, value] of Object.entries(fact.value ?? {})) {
        const field = form.querySelector(`[name="value/${name}"]:not(:disabled)`);
        if (field?.type === 'checkbox') field.checked = value;
        else if (field) field.value = value;
    }
}

function typeOf(form) {
    return form.elements.attribute.selectedOptions[0]?.dataset.type;
}

/** Shows the fields of values of the attribute's type, and none where nothing was said. */
function fitValue(form) {
    const silent = form.elements.stance.value === 'OMITS';
    for (const fields of form.querySelectorAll('fieldset[data-type]')) {
        fields.disabled = silent || fields.dataset.type !== typeOf(form);
        fields.hidden = fields.disabled;
    }
}

function statement(form, fact) {
    const said = {...fact};
    STORED.forEach(name => delete said[name]);
    delete said.value;
    said.attribute = form.elements.attribute.value;
    said.claimant = partyIn(form.elements.claimant);
    said.stance = form.elements.stance.value;
    said.certainty = form.elements.certainty.value;
    said.wording = form.elements.wording.value.trim() || undefined;
    if (said.stance !== 'OMITS') said.value = value(form);
    return said;
}

function value(form) {
    const type = typeOf(form);
    const stated = {type};
    for (const field of form.querySelectorAll('[name^="value/"]:not(:disabled)')) {
        const name = field.name.slice('value/'.length);
        const entered = field.value.trim();
        if (field.type === 'checkbox') {
            if (field.checked) stated[name] = true;
        } else if (entered) stated[name] = isNumber(type, name) && Number.isFinite(Number(entered)) ? Number(entered) : entered;
    }
    return stated;
}

function isNumber(type, name) {
    return name === 'number' || type === 'QUANTITY' && name !== 'unit';
}

/** What the form says, in a line. */
function summary(form) {
    const chosen = name => form.elements[name].selectedOptions[0].textContent.trim();
    const entered = [...form.querySelectorAll('[name^="value/"]:not(:disabled):not([type=checkbox])')]
        .map(field => field.value.trim()).filter(Boolean);
    const parts = [chosen('attribute'), form.elements.claimant.value.trim() || word('itself'), chosen('stance')];
    return `${parts.join(' · ')}${entered.length ? ` · ${[...new Set(entered)].join(' – ')}` : ''}`;
}

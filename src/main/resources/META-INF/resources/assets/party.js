/** Fields in which a party is chosen by its name, or added where there is none of that name. */
import {call} from './api.js';
import {sentence} from './form.js';
import {word} from './words.js';

const known = document.getElementById('parties');

/** The party that the field names: its id; where there is none yet, the id that it would get; undefined where nothing is written. */
export function partyIn(input) {
    const name = input.value.trim();
    return name ? option(name)?.dataset.id ?? slug(name) : undefined;
}

/** The name under which a party is chosen. */
export function nameOf(id) {
    return [...known.options].find(each => each.dataset.id === id)?.value ?? id ?? '';
}

function option(name) {
    const folded = name.toLowerCase();
    const all = [...known.options];
    return all.find(each => each.value.toLowerCase() === folded) ?? all.find(each => each.dataset.id === name);
}

/** Offers to add a party where the field names none. */
export function offerNewParty(field) {
    const input = field.querySelector('input');
    const offer = field.querySelector('.new-party');
    const told = offer.querySelector('p');
    const look = () => {
        const name = input.value.trim();
        offer.hidden = !name || Boolean(option(name));
        told.textContent = word('no-party', {name});
    };
    input.addEventListener('change', look);
    offer.querySelector('button').addEventListener('click', async () => {
        const name = input.value.trim();
        const kind = offer.querySelector('select').value;
        try {
            const {body} = await call('PUT', `/v1/parties/${slug(name)}`, {body: {name, kind}, fresh: true});
            const added = document.createElement('option');
            added.value = body.name;
            added.dataset.id = body.id;
            known.append(added);
            look();
            input.focus();
        } catch (problem) {
            told.replaceChildren(sentence(problem));
        }
    });
}

/** An id for a new name: "The Süddeutsche" is the-suddeutsche, or the-suddeutsche-2 where another party has that id. */
function slug(name) {
    const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
    const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'party';
    const taken = [...known.options].map(each => each.dataset.id);
    let free = id;
    for (let i = 2; taken.includes(free); i++) free = `${id}-${i}`;
    return free;
}

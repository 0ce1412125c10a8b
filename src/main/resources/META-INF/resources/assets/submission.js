/** Submits a text, and goes on to the review of what was read from it. */
import {call, Problem, requestKey} from './api.js';
import {clear, show, whileBusy} from './form.js';
import {offerNewParty, partyIn} from './party.js';

const form = document.getElementById('submission');
const request = {sent: null, key: null};

form.querySelectorAll('[data-party]').forEach(offerNewParty);

form.addEventListener('submit', event => {
    event.preventDefault();
    clear(form);
    whileBusy(form.querySelector('[type=submit]'), submit);
});

async function submit() {
    const body = source();
    const sent = JSON.stringify(body);
    if (request.sent !== sent) Object.assign(request, {sent, key: requestKey()});
    try {
        const {body: stored} = await call('POST', `${form.dataset.api}/sources`, {body, key: request.key});
        location.assign(`${form.dataset.pages}/sources/${encodeURIComponent(stored.id)}/review`);
    } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        show(form, problem);
    }
}

/** What the form says, without what is left empty. */
function source() {
    const body = {};
    for (const [name, value] of new FormData(form)) if (value.trim()) body[name] = value.trim();
    body.text = form.elements.text.value;
    body.publisher = partyIn(form.elements.publisher);
    if (body.publishedAt) body.publishedAt = new Date(body.publishedAt).toISOString();
    if (body.credits) body.credits = body.credits.split(',').map(each => each.trim()).filter(Boolean);
    return body;
}

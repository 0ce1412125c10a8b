/** Records or withdraws an editor's decision on a finding, at the revision that was seen. */
import {call, Problem} from './api.js';
import {clear, show, whileBusy} from './form.js';

const form = document.getElementById('decision');
const {api, revision} = form.dataset;
const cause = form.elements.cause;

function offerCause() {
    const explained = form.elements.outcome.value === 'EXPLAINED';
    cause.disabled = !explained;
    cause.closest('.field').hidden = !explained;
}

offerCause();
form.addEventListener('change', offerCause);

form.addEventListener('submit', event => {
    event.preventDefault();
    const button = event.submitter;
    if (button?.value === 'withdraw') send(button, 'DELETE');
    else send(button ?? form.querySelector('[type=submit]'), 'PUT', said());
});

function said() {
    const body = {outcome: form.elements.outcome.value};
    if (!cause.disabled) body.cause = cause.value;
    if (form.elements.note.value.trim()) body.note = form.elements.note.value.trim();
    return body;
}

function send(button, method, body) {
    clear(form);
    whileBusy(button, async () => {
        try {
            await call(method, api, {body, tag: revision && `"${revision}"`, fresh: !revision});
            location.reload();
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            show(form, problem);
        }
    });
}

/** Makes API keys, gives them new secrets, and revokes them. */
import {call, Problem} from './api.js';
import {clear, sentence, show, whileBusy} from './form.js';
import {element, word} from './words.js';

const form = document.getElementById('new-key');
const dialog = document.getElementById('secret');
const status = document.getElementById('status');

form.addEventListener('submit', event => {
    event.preventDefault();
    clear(form);
    whileBusy(form.querySelector('[type=submit]'), async () => {
        try {
            showSecret((await call('POST', '/v1/keys', {body: wanted()})).body);
        } catch (problem) {
            if (!(problem instanceof Problem)) throw problem;
            show(form, problem);
        }
    });
});

function wanted() {
    const body = {};
    for (const [name, value] of new FormData(form)) if (value.trim()) body[name] = value.trim();
    if (body.stories) body.stories = body.stories.split(',').map(each => each.trim()).filter(Boolean);
    if (body.expiresAt) body.expiresAt = new Date(body.expiresAt).toISOString();
    return body;
}

/** The only time that it can be seen. */
function showSecret({secret, key}) {
    dialog.querySelector('h2').textContent = word('secret-of', {key: key.id});
    dialog.querySelector('input').value = secret;
    dialog.showModal();
    dialog.querySelector('input').select();
}

dialog.querySelector('[value=copy]').addEventListener('click', async event => {
    const field = dialog.querySelector('input');
    field.select();
    try {
        await navigator.clipboard.writeText(field.value);
    } catch {
        // A page that came over plain http may not use the clipboard.
        document.execCommand('copy');
    }
    event.target.textContent = word('copied');
});
dialog.addEventListener('close', () => location.reload());

document.querySelectorAll('[data-key]').forEach(row => {
    const path = `/v1/keys/${encodeURIComponent(row.dataset.key)}`;
    const tag = `"${row.dataset.revision}"`;
    act(row, 'rotate', async () => showSecret((await call('POST', `${path}/secret`, {tag})).body));
    act(row, 'revoke', async () => {
        await call('DELETE', path, {tag});
        location.reload();
    });
    row.querySelector('details').addEventListener('toggle', event => {
        const history = event.target.querySelector('ol');
        if (event.target.open && !history.children.length) tell(async () => {
            const {body} = await call('GET', `${path}/history?limit=500`);
            history.replaceChildren(...body.items.map(entry));
        });
    });
});

/** Asks before it is done: neither can be undone. */
function act(row, name, work) {
    row.querySelector(`[value=${name}]`)?.addEventListener('click', event => {
        if (confirm(word(`sure-to-${name}`, {key: row.dataset.key}))) whileBusy(event.target, () => tell(work));
    });
}

async function tell(work) {
    try {
        await work();
    } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        status.replaceChildren(sentence(problem));
        status.className = 'error';
    }
}

function entry({change, by, at, differences = []}) {
    const time = element('time', '', new Date(at).toLocaleString(document.documentElement.lang));
    time.dateTime = at;
    const what = differences.map(each => each.pointer.slice(1)).join(', ');
    return element('li', '', time, ` · ${by} · ${word(change.toLowerCase())}${what ? `: ${what}` : ''}`);
}

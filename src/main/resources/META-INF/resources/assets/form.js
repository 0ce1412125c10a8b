/** Forms whose fields are named as the API points to them: "value/min" is /value/min of the body. */
import {element, english, word} from './words.js';

/** Takes away what was shown before. */
export function clear(form) {
    form.querySelectorAll('.error').forEach(error => error.remove());
    form.querySelectorAll('[aria-invalid]').forEach(field => {
        field.removeAttribute('aria-invalid');
        field.removeAttribute('aria-errormessage');
    });
}

/** Shows each violation at its field, all else above the form, and goes to the first. */
export function show(form, problem, prefix = '') {
    clear(form);
    const rest = [];
    for (const violation of problem.violations) {
        const field = fieldAt(form, violation.pointer.slice(prefix.length + 1));
        if (field) showAt(field, violation.message);
        else rest.push(english(violation.message), ' ');
    }
    if (problem.violations.length === 0) rest.push(sentence(problem));
    if (rest.length > 0) {
        const above = element('p', 'error', ...rest);
        above.setAttribute('role', 'alert');
        form.prepend(above);
    }
    (form.querySelector('[aria-invalid]') ?? form.querySelector('input, select, textarea, button')).focus();
}

/** What to tell of a problem that is nobody's field. */
export function sentence(problem) {
    if (problem.status === 0) return word('unreachable');
    if (problem.status === 401) return word('signed-out');
    return english(problem.message);
}

/** The field that the path names, or what it is inside of. */
function fieldAt(form, path) {
    for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
        const field = form.querySelector(`[name="${CSS.escape(at)}"]:not(:disabled)`);
        if (field) return field;
    }
    return null;
}

function showAt(field, message) {
    let error = document.getElementById(field.getAttribute('aria-errormessage'));
    if (!error) {
        error = element('p', 'error');
        error.id = `${field.id}-error`;
        error.lang = 'en';
        field.after(error);
        field.setAttribute('aria-invalid', 'true');
        field.setAttribute('aria-errormessage', error.id);
    }
    error.append(error.textContent ? ' ' : '', message);
}

/** Keeps a button from being pressed twice while something is done, and says so. */
export async function whileBusy(button, work) {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    button.classList.add('busy');
    try {
        await work();
    } finally {
        button.removeAttribute('aria-disabled');
        button.classList.remove('busy');
    }
}

/** Calls the API for whoever is signed in; the session's cookie goes along. */

/** What the API refuses, and what to do about it; the status is 0 where nothing answered. */
export class Problem extends Error {
    constructor(status, problem) {
        super(problem.detail ?? problem.title ?? `HTTP ${status}`);
        this.status = status;
        this.violations = problem.violations ?? [];
    }
}

/**
 * What the API answers: its JSON, and its entity tag. Throws a Problem.
 *
 * body: what to send; tag: the state that is changed, as If-Match; fresh: that nothing is there yet; key: an Idempotency-Key.
 */
export async function call(method, path, {body, tag, fresh, key} = {}) {
    const headers = {Accept: 'application/json'};
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (tag) headers['If-Match'] = tag;
    if (fresh) headers['If-None-Match'] = '*';
    if (key) headers['Idempotency-Key'] = key;
    let response;
    let answer;
    try {
        response = await fetch(path, {method, headers, body: body === undefined ? undefined : JSON.stringify(body)});
        answer = json(await response.text());
    } catch (failure) {
        throw new Problem(0, {detail: failure.message});
    }
    if (!response.ok) throw new Problem(response.status, answer ?? {});
    return {body: answer, tag: response.headers.get('ETag')};
}

function json(text) {
    try {
        return text ? JSON.parse(text) : null;
    } catch {
        return null;
    }
}

/** Names one request: sent again with it, the request is answered again and not done again. */
export function requestKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The words of the page's language, which the page brings along in its template "words". */

const words = document.getElementById('words').content;

/** The word, with [name] in it replaced by what values has under that name. */
export function word(name, values = {}) {
    let text = words.querySelector(`[data-word="${name}"]`).textContent;
    for (const [each, value] of Object.entries(values)) text = text.replaceAll(`[${each}]`, () => value);
    return text;
}

/** The symbol and name of a verdict, as the page shows them. */
export function verdict(flag) {
    return words.querySelector(`[data-verdict="${flag}"]`).firstElementChild.cloneNode(true);
}

/** A new element with these children: nodes or texts. */
export function element(name, classes, ...children) {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    made.append(...children);
    return made;
}

/** What the API says, which is English on each page. */
export function english(message) {
    const said = element('span', '', message);
    said.lang = 'en';
    return said;
}

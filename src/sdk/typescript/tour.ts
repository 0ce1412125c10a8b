/** The README's tour through the generated TypeScript client: `node tour.js <base URL> <admin's key>`. Ends with 1 where it differs. */
import {isDeepStrictEqual} from 'node:util';
import {
    ChangesApi,
    Configuration,
    DecisionsApi,
    DossiersApi,
    FactsApi,
    KeysApi,
    NormalizationApi,
    PartiesApi,
    ReportsApi,
    ResponseError,
    SourcesApi,
    ProblemFromJSON,
    type Finding,
    type Party,
    type Problem,
    type Value,
} from './client';

const story = 'trump-putin-call-2017-05-02';
const planet = 'planet-2017-05-03';
const summary = {CONTRADICTION: 4, OMISSION: 12, UNDETERMINED: 4, REFINEMENT: 13, AGREEMENT: 21, UNCORROBORATED: 31};
const [basePath, key] = process.argv.slice(2) as [string, string];
const nobody = new Configuration({basePath});
const admin = new Configuration({basePath, apiKey: key});
const dailyPlanet: Party = {name: 'Daily Planet', kind: 'OUTLET'};

function expect(what: string, expected: unknown, is: unknown): void {
    console.log(`  ${what}: ${typeof is === 'object' ? JSON.stringify(is).slice(0, 100) : is}`);
    if (!isDeepStrictEqual(expected, is)) throw new Error(`${what}: expected ${JSON.stringify(expected)}, but it is ${JSON.stringify(is)}`);
}

/** The problem with which a call is refused. */
async function problem(call: Promise<unknown>): Promise<Problem> {
    try {
        await call;
    } catch (error) {
        if (error instanceof ResponseError) return ProblemFromJSON(await error.response.json());
        throw error;
    }
    throw new Error('not refused');
}

async function status(call: Promise<unknown>): Promise<number> {
    return (await problem(call)).status;
}

/** The union of values is told apart by its type, without a cast. */
function shown(value: Value): string {
    switch (value.type) {
        case 'QUANTITY':
            return `${value.min ?? ''}..${value.max ?? ''} ${value.unit ?? ''}`;
        case 'ORDINAL':
            return `#${value.number}`;
        case 'TIME':
            return value.edtf;
        case 'DURATION':
            return `${value.min ?? ''}..${value.max ?? ''}`;
        case 'CONCEPT':
            return value.concept;
        case 'TEXT':
            return value.text;
        case 'TOPIC':
            return 'addressed';
    }
}

function firstValue(finding: Finding): string {
    const value = finding.positions[0]?.values?.[0]?.value;
    return value ? shown(value) : 'none';
}

async function reads(): Promise<void> {
    const reports = new ReportsApi(nobody);
    expect('summary', summary, (await reports.getReport({story})).summary);
    const zones = await reports.getFinding({story, attribute: 'safe-zones'});
    expect('safe-zones', 'OMISSION', zones.verdict);
    expect('its explanation', true, zones.explanation.startsWith('White House speaks of it, while Kremlin does not mention it'));
    const call = await reports.getFinding({story, attribute: 'call-number'});
    expect("call-number's lineages", 2, call.support.lineages);
    expect("call-number's value", '#3', firstValue(call));
    const {onlyRight} = await reports.compareVoices({story, left: 'white-house', right: 'kremlin'});
    expect('of which only the Kremlin speaks', 'ministers-dialogue', onlyRight[0]?.attribute);
}

async function refuses(): Promise<void> {
    const put = {party: 'daily-planet', body: dailyPlanet};
    expect('without a key', 401, await status(new PartiesApi(nobody).putParty(put)));
    expect('with a wrong key', 401, await status(new PartiesApi(new Configuration({basePath, apiKey: 'no-key'})).putParty(put)));
    const keys = new KeysApi(admin);
    expect('who I am', 'ADMIN', (await keys.getCaller()).role);
    const {secret} = await keys.createKey({apiKey: {id: 'typescript-reader', name: 'A reader', role: 'READER'}});
    const reader = new Configuration({basePath, apiKey: secret});
    expect('who the reader is', 'key:typescript-reader', (await new KeysApi(reader).getCaller()).name);
    expect('a reader who writes', 403, await status(new PartiesApi(reader).putParty(put)));
    await keys.revokeKey({key: 'typescript-reader'});
    expect('a revoked key', 401, await status(new KeysApi(reader).getCaller()));
}

async function submits(): Promise<void> {
    const before = (await new ReportsApi(nobody).getReport({story})).version;
    const party = await new PartiesApi(admin).putPartyRaw({party: 'daily-planet', body: dailyPlanet});
    expect('a party', 201, party.raw.status);
    const stored = await new SourcesApi(admin).submitSource({
        story,
        submittedSource: {
            id: planet,
            publisher: 'daily-planet',
            publishedAt: '2017-05-03T06:00:00Z',
            facts: [{id: 'planet-fourth', attribute: 'call-number', value: {type: 'ORDINAL', number: 4}, wording: 'their fourth call'}],
        },
    });
    expect('its fact', 'ACCEPTED', stored.facts?.[0]?.status);
    const reports = new ReportsApi(admin);
    expect('call-number now', 'CONTRADICTION', (await reports.getFinding({story, attribute: 'call-number'})).verdict);
    const [change] = (await new ChangesApi(nobody).listStoryChanges({story, since: before})).items;
    expect('what changed', ['call-number', 'AGREEMENT', 'CONTRADICTION'], [change?.attribute, change?.from?.verdict, change?.to?.verdict]);
    expect('by which fact', ['planet-fourth'], change?.cause.facts);
    const facts = new FactsApi(admin);
    const review = {story, fact: 'planet-fourth', review: {status: 'REJECTED', reason: 'a miscount'}} as const;
    expect('a review of I know not what', 428, await status(facts.reviewFact(review)));
    const ifMatch = (await facts.getFactRaw({story, fact: 'planet-fourth'})).raw.headers.get('ETag') ?? '';
    expect('the fact', 'REJECTED', (await facts.reviewFact({...review, ifMatch})).status);
    expect('call-number again', 'AGREEMENT', (await reports.getFinding({story, attribute: 'call-number'})).verdict);
}

async function tellsWhatIsAtFault(): Promise<void> {
    const fact = {attribute: 'missiles-launched', value: {type: 'QUANTITY', min: 60, max: 50}} as const;
    const told = await problem(new FactsApi(admin).addFact({story, source: planet, fact}));
    expect('the problem', 'urn:crosscheck:problem:validation', told.type);
    expect('where', '/value/min', told.violations?.[0]?.pointer);
}

async function readsTexts(): Promise<void> {
    await new SourcesApi(admin).putSource({
        story,
        source: planet,
        ifMatch: '*',
        body: {
            publisher: 'daily-planet',
            publishedAt: '2017-05-03T06:00:00Z',
            language: 'en',
            text: 'It was the third call since the inauguration. The Kremlin made no mention of safe zones.',
        },
    });
    const proposed = (await new FactsApi(admin).listFacts({story, source: planet, status: 'PROPOSED'})).items;
    expect('what is proposed', ['call-number', 'safe-zones'], proposed.map(fact => fact.attribute));
    expect('of the Kremlin', 'OMITS', proposed[1]?.stance);
    const {values} = await new NormalizationApi(nobody).normalize({
        normalizeRequest: {
            text: 'In July nearly 60 Tomahawk cruise missiles, worth US$90m, were fired.',
            referenceTime: '2017-05-02T22:00:00Z',
        },
    });
    expect('values', ['2017-07', '54..60 missile', '90000000..90000000 USD'], values.map(each => (each.value ? shown(each.value) : '')));
}

async function decides(): Promise<void> {
    const decisions = new DecisionsApi(admin);
    const on = {story, attribute: 'safe-zones'};
    const stored = await decisions.putDecision({...on, decision: {outcome: 'CONFIRMED', note: 'read twice'}});
    expect('on which verdict', 'OMISSION', stored.verdict);
    expect('what holds', false, (await decisions.getDecision(on)).lapsed);
    await decisions.deleteDecision(on);
    expect('no decision', 404, await status(decisions.getDecision(on)));
}

async function carriesDossiers(): Promise<void> {
    const dossiers = new DossiersApi(admin);
    const read = await dossiers.exportDossierRaw({story});
    const dossier = await read.value();
    const before = read.raw.headers.get('ETag') ?? '';
    expect('checked', summary, (await dossiers.checkDossier({dossier})).summary);
    const again = await dossiers.importDossierRaw({story, dossier, ifMatch: before});
    expect('put back as it was read', dossier, await again.value());
    expect('its state', before, again.raw.headers.get('ETag'));
}

async function losesNothing(): Promise<void> {
    const sources = new SourcesApi(admin);
    await sources.deleteSource({story, source: planet, crosscheckReason: 'withdrawn by the paper'});
    const {items} = await sources.listSourceHistory({story, source: planet});
    const last = items[items.length - 1];
    expect('what became of the source', ['DELETED', 'withdrawn by the paper'], [last?.change, last?.reason]);
    expect('it is back', 201, (await sources.restoreSourceRaw({story, source: planet})).raw.status);
}

async function tidiesUp(): Promise<void> {
    expect('the source is gone', 204, (await new SourcesApi(admin).deleteSourceRaw({story, source: planet})).raw.status);
    expect('the party is gone', 204, (await new PartiesApi(admin).deletePartyRaw({party: 'daily-planet'})).raw.status);
}

async function tour(): Promise<void> {
    for (const step of [reads, refuses, carriesDossiers, submits, tellsWhatIsAtFault, readsTexts, decides, losesNothing, tidiesUp]) await step();
    console.log('TypeScript: the tour is as the README says');
}

tour().catch(error => {
    console.error(error);
    process.exit(1);
});

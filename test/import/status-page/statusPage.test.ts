import { describe, expect, it } from '@jest/globals';
import type { Importer } from '../../../src/import/importer.ts';
import * as entry from '../../../src/import/public.ts';
import { localized } from '../../../src/primitives/text.ts';
import { claimsOf, minutes, ofType, page, readPage, updatesOf } from '../read.ts';

const { readAll, recogniseImporter, statusPage } = entry;

const error = async (text: string, options = {}): Promise<string | undefined> => {
  const { errors, documents } = await readPage(text, options);
  expect(documents).toEqual([]);
  return errors[0]?._tag;
};

describe('what is no page', () => {
  it('is refused with its reason', async () => {
    expect(await error('')).toBe('EmptyDocument');
    expect(await error('a\0b')).toBe('BinaryDocument');
    expect(await error('A letter.\nWith lines.')).toBe('NoUpdateFound');
    expect(await error('{"a": 1}')).toBe('NoUpdateFound');
    expect(await error('resolved Dec 17, 2024', { zone: 'Mars/Olympus' })).toBe('UnknownZone');
  });

  it('is not recognised', () => {
    expect(statusPage.recognise('{"incidents": []}')).toBe(0);
    expect(statusPage.recognise('a\0')).toBe(0);
    expect(statusPage.recognise('A letter.')).toBe(0);
    expect(statusPage.recognise('Acme had an incident on May 1, 2024.')).toBe(0.3);
  });
});

describe('recogniseImporter', () => {
  const other: Importer = { ...statusPage, name: 'other', recognise: () => 0.6 };

  it('picks the surest', () => {
    const head = 'resolved Dec 17, 2024, 10:12 UTC\nhello';
    expect(recogniseImporter([statusPage, other], head)?.name).toBe('other');
    const sure = `Acme had a minor incident on May 1, 2024.\n${head}`;
    expect(recogniseImporter([statusPage, other], sure)?.name).toBe('status-page');
    expect(recogniseImporter([statusPage], 'A letter.')).toBeNull();
  });
});

describe('readAll', () => {
  it('takes text in pieces', async () => {
    async function* pieces(): AsyncIterable<string> {
      yield 'resolved Dec 17, 20';
      yield '24, 10:12 UTC\nDone.';
    }
    const { documents } = await readAll(statusPage, pieces());
    expect(updatesOf(documents[0]?.claims ?? [])).toEqual(['resolved 2024-12-17T10:12']);
    const again = await readAll(statusPage, 'resolved Dec 17, 2024, 10:12 UTC\nDone.');
    expect(again.documents).toEqual(documents);
  });
});

describe('times that the page leaves open', () => {
  const updates = ['- investigating 10:12 PM', 'Hello', '- resolved 12:30 AM', 'Bye'];

  it('are kept as written without a day, and said so', async () => {
    const { documents, warnings } = await readPage(page('Acme Status', ...updates));
    const claims = documents[0]?.claims ?? [];
    expect(updatesOf(claims)).toEqual(['investigating 10:12 PM', 'resolved 12:30 AM']);
    expect(warnings[0]?.message).toContain('no day or year is known');
    expect(documents[0]?.incidentId).toBe('acme');
  });

  it('take the day from the name of the document, the zone from the options', async () => {
    const { documents, warnings } = await readPage(page('Acme Status', ...updates), {
      zone: 'Europe/Paris',
      documentName: 'pages/2024-12-17_outage.txt',
    });
    const claims = documents[0]?.claims ?? [];
    expect(updatesOf(claims)).toEqual([
      'investigating 2024-12-17T21:12',
      'resolved 2024-12-17T23:30',
    ]);
    expect(ofType(claims, 'StatusPublished')[0]?.occurredAt.basis).toBe('assumed');
    expect(warnings.map(({ message }) => message)).toEqual([
      'no zone is named for "10:12 PM" and the like; Europe/Paris is assumed',
      '"12:30 AM" is taken to be past midnight, on the next day',
    ]);
  });

  it('are UTC when nobody names a zone, and said so', async () => {
    const { documents, warnings } = await readPage('resolved Dec 17, 2024, 10:12', {
      documentName: 'globex.txt',
    });
    expect(updatesOf(documents[0]?.claims ?? [])).toEqual(['resolved 2024-12-17T10:12']);
    expect(documents[0]?.sourceKey).toBe('status-page:globex:globex-2024-12-17');
    expect(warnings[0]?.message).toContain('UTC is assumed');
  });

  it('are kept as written in a zone nobody knows', async () => {
    const { documents, warnings } = await readPage('resolved Dec 17, 2024, 10:12 XYZT\nDone.');
    expect(updatesOf(documents[0]?.claims ?? [])).toEqual(['resolved Dec 17, 2024, 10:12 XYZT']);
    expect(warnings[0]?.message).toContain('XYZT is no zone known');
  });

  it('in prose are in the zone of the options before that of the page', async () => {
    const text = page('- resolved Dec 17, 2024, 10:12 UTC', 'It was down between 10h02 and 10h10.');
    const local = await readPage(text, { zone: 'Europe/Paris' });
    const [started] = ofType(local.documents[0]?.claims ?? [], 'ImpactStarted');
    expect(started?.occurredAt).toMatchObject({
      earliest: '2024-12-17T09:02:00.000Z',
      basis: 'assumed',
    });
    const shown = await readPage(text);
    expect(shown.warnings[0]?.message).toContain('UTC is assumed');
  });

  it('go past midnight in prose', async () => {
    const claims = await claimsOf(
      page(
        '- resolved Dec 18, 2024, 01:00 UTC',
        'On December 17 from 23:40 UTC to 00:20 UTC it failed.',
      ),
    );
    expect(minutes(ofType(claims, 'ImpactEnded')[0]?.occurredAt ?? {})).toBe('2024-12-18T00:20');
  });

  it('are no claim in a promise or in a sentence on the recovery', async () => {
    const claims = await claimsOf(
      page(
        '- update Dec 18, 2024, 01:00 UTC',
        'We will stop it between 02:00 and 03:00 UTC.',
        'Service has been normal since 00:30 UTC.',
      ),
    );
    expect(ofType(claims, 'ImpactStarted')).toEqual([]);
    expect(ofType(claims, 'StatusPublished')[0]?.data.mentions).toBeUndefined();
  });

  it('warn where updates are out of order', async () => {
    const { warnings } = await readPage(
      page(
        '- investigating Dec 17, 2024, 10:12 UTC',
        'a',
        '- update Dec 17, 2024, 10:05 UTC',
        'b',
        '- update Dec 17, 2024, 10:30 UTC',
        'c',
        '- resolved Dec 17, 2024, 10:40 UTC',
      ),
    );
    expect(warnings).toEqual([
      {
        place: 'update 2',
        message: '"Dec 17, 2024, 10:05 UTC" is earlier than the update before it',
      },
    ]);
  });

  it('warn when an update has none', async () => {
    const { documents, warnings } = await readPage(
      page('Investigating', 'Hello', 'Dec 17, 2024 10:00 UTC', 'Resolved', 'Bye'),
    );
    expect(documents).toHaveLength(1);
    expect(warnings[0]).toEqual({
      place: 'update 2',
      message: 'no time stands with the update in line 4',
    });
  });
});

describe('what is not understood', () => {
  it('at the top is kept as a note, with its line', async () => {
    const { documents, warnings } = await readPage(
      page(
        'Acme Status',
        'Title',
        'Something nobody knows.',
        'Severity: purple',
        'Duration: long',
        'Reference: with spaces',
        'Scheduled for later',
        'Dec 17, 2024 was a Tuesday',
        '- resolved Dec 17, 2024, 10:12 UTC',
        'Done.',
      ),
    );
    const notes = ofType(documents[0]?.claims ?? [], 'NoteAdded');
    expect(
      notes.map(({ data, source }) => [source.locator, Object.values(localized(data.text))[0]]),
    ).toEqual([
      ['line 3', 'Something nobody knows.'],
      ['line 4', 'Severity: purple'],
      ['line 5', 'Duration: long'],
      ['line 6', 'Reference: with spaces'],
      ['line 7', 'Scheduled for later'],
      ['line 8', 'Dec 17, 2024 was a Tuesday'],
    ]);
    expect(warnings).toHaveLength(6);
  });

  it('in a reference header is kept as a note', async () => {
    const { documents, warnings } = await readPage(
      page(
        '- resolved Dec 17, 2024, 10:12 UTC',
        'TSR-9 - Start : soon - End : 10h05 - Severity : SEV2 - Priority : - Owner : X',
      ),
    );
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'NoteAdded')[0]?.data.text).toEqual({ und: 'Start: soon; Owner: X' });
    expect(ofType(claims, 'SeverityAssigned')[0]?.data).toEqual({
      dimension: 'severity',
      scale: 'sev',
      level: 'SEV2',
    });
    expect(warnings.map(({ message }) => message)).toContain(
      'no time could be read from "Start: soon"',
    );
  });

  it('of glued names is said', async () => {
    const { documents, warnings } = await readPage(
      page(
        'Acme Status',
        'Affected components',
        'APIDashboardCheckout',
        'Timeline',
        '- resolved Dec 17, 2024, 10:12 UTC',
      ),
    );
    expect(ofType(documents[0]?.claims ?? [], 'ImpactStarted')[0]?.data.component).toBe(
      'APIDashboardCheckout',
    );
    expect(warnings[0]?.message).toContain('may be several components');
  });

  it('of a page without status words is told by times', async () => {
    const { documents, warnings } = await readPage(
      page(
        'Incident réseau',
        '17/12/2024 10:12 : Nous constatons une panne.',
        '17/12/2024 11:02 : Rétabli.',
      ),
    );
    expect(updatesOf(documents[0]?.claims ?? [])).toEqual([
      'update 2024-12-17T10:12',
      'update 2024-12-17T11:02',
    ]);
    expect(warnings[0]?.message).toContain('no update names a status');
  });

  it('of a planned window that ends before it begins is said', async () => {
    const { warnings } = await readPage(
      page(
        'Scheduled for Mar 11, 2025 22:00 - Mar 10, 2025 01:00 UTC',
        '- scheduled Mar 5, 2025, 09:00 UTC',
        'x',
      ),
    );
    expect(warnings[0]?.message).toBe('the planned window could not be read');
  });
});

describe('the top of a page', () => {
  it.each([
    ['Acme Status - Login down', 'Acme', 'Login down'],
    ['Login down | Acme Status', 'Acme', 'Login down'],
    ['État des services Acme', 'Acme', undefined],
  ])('"%s" says whose it is', async (line, name, title) => {
    const { documents } = await readPage(page(line, '- resolved Dec 17, 2024, 10:12 UTC'));
    expect(documents[0]?.claims[0]?.source.name).toBe(name);
    expect(Object.values(documents[0]?.title ?? {})[0]).toBe(title);
  });

  it('says it in French', async () => {
    const claims = await claimsOf(
      page(
        'Acme a connu un incident majeur le 17 décembre 2024 affectant Paiement, Panier et Compte, pendant 1h30. Fin.',
        'Référence : ABC',
        'Statut : résolu',
        '- résolu 17 décembre 2024 10:12 CET',
        'Fin.',
      ),
    );
    expect(ofType(claims, 'SeverityAssigned')[0]?.data.level).toBe('major');
    expect(ofType(claims, 'ImpactMeasured')[0]?.data.durationMs).toBe(5_400_000);
    expect(ofType(claims, 'Declared')[0]?.data.reference).toBe('ABC');
    expect(
      ofType(claims, 'ImpactStarted').map(({ data, occurredAt }) => [
        data.component,
        occurredAt.earliest,
      ]),
    ).toEqual([
      ['Paiement', '2024-12-16T23:00:00.000Z'],
      ['Panier', '2024-12-16T23:00:00.000Z'],
      ['Compte', '2024-12-16T23:00:00.000Z'],
    ]);
  });
});

describe('what is part of the page itself', () => {
  it('is told by whole words', async () => {
    const claims = await claimsOf(
      page(
        'Acme incident',
        '- resolved Dec 17, 2024, 18:00 UTC',
        'Copyrighted images were not shown.',
        'Copyright Acme',
        'Get emails',
        'Nobody gets updates late.',
      ),
    );
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.text)).toEqual([
      { en: 'Copyrighted images were not shown.\nNobody gets updates late.' },
    ]);
  });
});

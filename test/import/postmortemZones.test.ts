// Small documents written by hand in the shapes of public post mortems; names, links and times are made up.
import { describe, expect, it } from '@jest/globals';
import type { Projection } from '../../src/index.ts';
import { createLedger, durations, memoryStore, orThrow, projectIncident } from '../../src/index.ts';
import type { ReadResult } from '../../src/import/readAll.ts';
import { instant } from '../../src/primitives/instant.ts';
import { claims as claimsProjection } from '../../src/projections/claims.ts';
import { page } from './read.ts';
import { claimsIn, readDocument, readingsOf, timesOf } from './readDocument.ts';

/** The seconds of an ObjectId, as a Gitter permalink has them. */
const objectId = (iso: string): string =>
  `${Math.floor(Date.parse(iso) / 1000).toString(16)}0011223344556677`;

/** A Slack permalink of an instant. */
const slack = (iso: string): string =>
  `https://acme.slack.com/archives/C01/p${Math.floor(Date.parse(iso) / 1000)}000100`;

const at = instant('2025-09-01T00:00:00.000Z');

/** What a projection makes of the one document that was read. */
const viewOf = async <S, V>(
  { documents }: ReadResult,
  projection: Projection<S, V>,
): Promise<V> => {
  const [read] = documents;
  if (!read) throw new Error('nothing read');
  const clock = (): typeof at => at;
  const store = memoryStore({ clock });
  await orThrow(createLedger({ store, clock }).record(read));
  return orThrow(projectIncident(store, read.incidentId, projection, { at }));
};

const zoned = (zone: string, link: string): string =>
  page(
    '# 2018-04-02, Launch failures',
    '',
    `[link to incident start](${link})`,
    '',
    '## Timeline',
    '',
    `All times in ${zone}`,
    '',
    '### 2018-04-02 15:47',
    '',
    'Problem is identified',
    '',
    '### 17:30',
    '',
    '- Launch rate goes back to 100%',
  );

describe('a stated zone that does not fit the season', () => {
  it('is decided by the epoch in a chat link, and the disagreement is told', async () => {
    const link = `https://gitter.im/acme/hub?at=${objectId('2018-04-02T22:47:31Z')}`;
    const { documents, warnings } = await readDocument(zoned('PST', link));
    const claims = documents[0]?.claims ?? [];
    expect(timesOf(claims)).toEqual(['Detected 2018-04-02T22:47', 'Restored 2018-04-03T00:30']);
    expect(claims[0]?.occurredAt).toMatchObject({ zone: 'America/Los_Angeles', basis: 'document' });
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('times are said to be in PST, but the Gitter permalink in line 3'),
    ]);
    const said = claims.find(({ type }) => type === 'StatusPublished');
    expect(said?.data).toMatchObject({
      audience: 'internal',
      mentions: [
        { about: 'Detected', moment: { earliest: '2018-04-02T23:47:00.000Z' } },
        { about: 'Detected', moment: { earliest: '2018-04-02T22:47:31.000Z' } },
      ],
    });
  });

  it('stays as stated when the link bears it out', async () => {
    const link = `https://gitter.im/acme/hub?at=${objectId('2018-04-02T23:47:31Z')}`;
    const { documents, warnings } = await readDocument(zoned('PST', link));
    expect(timesOf(documents[0]?.claims ?? [])[0]).toBe('Detected 2018-04-02T23:47');
    expect(warnings.filter(({ message }) => message.includes('permalink'))).toEqual([]);
  });

  it('stays open between what it says and what clocks there showed', async () => {
    const claims = await claimsIn(zoned('CET', 'https://example.org/x'));
    expect(readingsOf(claims[0]?.occurredAt ?? {})).toEqual([
      'CET 2018-04-02T14:47',
      'Europe/Paris 2018-04-02T13:47',
    ]);
    expect(claims[0]?.occurredAt.undecided?.group).toBe(claims[1]?.occurredAt.undecided?.group);
  });

  it('is open for UTC too where a chart of the incident fits that', async () => {
    const [from, to] = [Date.parse('2018-04-02T15:00:00Z'), Date.parse('2018-04-02T18:00:00Z')];
    const chart = `https://charts.example.org/d?orgId=1&from=${from}&to=${to}&panel=2`;
    const claims = await claimsIn(zoned('CET', chart));
    expect(readingsOf(claims[0]?.occurredAt ?? {}).at(-1)).toBe('UTC 2018-04-02T15:47');
  });

  it('is left open when a link bears out none of its meanings', async () => {
    const link = `https://gitter.im/acme/hub?at=${objectId('2018-04-02T12:47:31Z')}`;
    const { documents, warnings } = await readDocument(zoned('UTC', link));
    const [first] = documents[0]?.claims ?? [];
    expect(readingsOf(first?.occurredAt ?? {})).toEqual([
      'UTC 2018-04-02T15:47',
      '+03:00 2018-04-02T12:47',
    ]);
    expect(warnings.some(({ message }) => message.endsWith('which holds is undecided'))).toBe(true);
  });
});

describe('no stated zone', () => {
  const document = (link: string): string =>
    page(
      '---',
      'title: Incident on 2020-10-07 - Slow pages',
      '---',
      '',
      '# Incident on 2020-10-07 - Slow pages',
      '',
      '- **Key events**',
      '  - First detected 2020-10-07 08:33',
      '  - Incident declared 2020-10-07 09:07',
      '  - Repaired 2020-10-07 10:41',
      '  - Resolved 2020-10-07 17:19',
      '',
      '- **Time to repair**: 2h 8m',
      '',
      '- **Time to resolve**: 8h 46m',
      '',
      '- **Context**:',
      '  - 1.17 creates more rules',
      `  - Slack thread: [Slack thread](${link}) for the incident.`,
      '',
      '- **Resolution**:',
      '  - Move everything back',
    );

  it('is decided by a permalink that shows the minute of a key event', async () => {
    const { documents, warnings } = await readDocument(document(slack('2020-10-07T08:07:25Z')));
    expect(timesOf(documents[0]?.claims ?? [])).toEqual([
      'Detected 2020-10-07T07:33',
      'Declared 2020-10-07T08:07',
      'FixApplied 2020-10-07T09:41',
      'Resolved 2020-10-07T16:19',
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('so times are read in +01:00'),
    ]);
  });

  it('gives the durations that the document states', async () => {
    const read = await readDocument(document(slack('2020-10-07T08:07:25Z')));
    const view = await viewOf(read, durations);
    const byName = new Map(view.map(({ name, ms, basis }) => [name, [ms, basis]]));
    expect(byName.get('time-to-fix')).toEqual([128 * 60_000, 'detected']);
    expect(byName.get('time-to-resolve')).toEqual([526 * 60_000, 'detected']);
  });

  it('is UTC, with a warning, when nothing tells', async () => {
    const { documents, warnings } = await readDocument(document(slack('2020-10-07T12:49:56Z')));
    const [first] = documents[0]?.claims ?? [];
    expect(first?.occurredAt).toMatchObject({
      earliest: '2020-10-07T08:33:00.000Z',
      basis: 'assumed',
    });
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('UTC is assumed'),
    ]);
  });

  it('is what the reader was told, unless a link speaks against it', async () => {
    const told = await claimsIn(document('https://example.org'), { zone: 'Europe/Paris' });
    expect(timesOf(told)[0]).toBe('Detected 2020-10-07T06:33');
    const against = await claimsIn(document(slack('2020-10-07T08:07:25Z')), {
      zone: 'Europe/Paris',
    });
    expect(readingsOf(against[0]?.occurredAt ?? {})).toHaveLength(2);
  });

  it('is open between UTC and the clock at home in French and Italian', async () => {
    const claims = await claimsIn(
      page(
        '# Panne du 4 novembre 2022',
        '## Chronologie',
        '- 16h05 : début de la panne du service',
      ),
    );
    expect(readingsOf(claims[0]?.occurredAt ?? {})).toEqual([
      'UTC 2022-11-04T16:05',
      'Europe/Paris 2022-11-04T15:05',
    ]);
  });
});

describe('a document imported again', () => {
  const report = (resolved: string, more = ''): string =>
    page(
      '# Outage of 2024-02-10',
      '## Timeline (UTC)',
      '- 10:00 service down',
      `- ${resolved} incident resolved`,
      more,
    );

  it('is known; an edited time is a correction, a line more is new', async () => {
    const clock = (): typeof at => at;
    const ledger = createLedger({ store: memoryStore({ clock }), clock });
    const recorded = async (text: string): Promise<readonly number[]> => {
      const { documents } = await readDocument(text, { documentName: 'outage.md' });
      const [document] = documents;
      if (!document) throw new Error('nothing read');
      const { appended, corrected, retracted } = await orThrow(ledger.record(document));
      return [appended.length, corrected.length, retracted.length];
    };
    expect(await recorded(report('11:00'))).toEqual([2, 0, 0]);
    expect(await recorded(report('11:00'))).toEqual([0, 0, 0]);
    expect(await recorded(report('11:05'))).toEqual([0, 1, 0]);
    expect(await recorded(report('11:05', '- 12:00 retro'))).toEqual([1, 0, 0]);
  });
});

describe('a quoted alert', () => {
  const document = (zone: string): string =>
    page(
      '# Incident report August 14 2025 - hub outage',
      `## Timeline (times in ${zone})`,
      '### 5:00 PM',
      'Incident declared',
      '> Hey all. I broke it.',
      'More to come.',
      '### 5:32 PM',
      'Uptime check on the cluster fails',
      '> Violation started: Aug 14, 2025 at 4:32PM UTC (less than 1 sec ago)',
      '### 6:11 PM',
      'Incident resolved.',
      `## Follow-up timeline (times in ${zone})`,
      '### 8:16 PM',
      'A user reports trouble.',
      '## Action Items',
      '- [ ] Write it up',
      '- [x] Harden the shell — https://example.org/pull/1',
    );

  it('confirms the zone without a word', async () => {
    const { documents, warnings } = await readDocument(document('BST'));
    expect(warnings).toEqual([]);
    const claims = documents[0]?.claims ?? [];
    expect(timesOf(claims)).toEqual([
      'Declared 2025-08-14T16:00',
      'AlertRaised 2025-08-14T16:32',
      'Resolved 2025-08-14T17:11',
      'NoteAdded 2025-08-14T19:16',
    ]);
    expect(claims[3]?.source.locator).toBe('follow-up entry 1, line 13');
    expect(claims.map(({ type }) => type).filter((type) => type.startsWith('Action'))).toEqual([
      'ActionProposed',
      'ActionProposed',
      'ActionCompleted',
    ]);
    expect(claims[0]?.data).toMatchObject({
      text: { en: 'Incident declared\n> Hey all. I broke it.\n> More to come.' },
    });
  });

  it('contradicts a zone that it cannot be in, in the view of claims as well', async () => {
    const read = await readDocument(document('UTC'));
    expect(read.warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('undecided'),
      expect.stringContaining('times are said to be in UTC, but the quoted time in line 9'),
    ]);
    const { contradictions } = await viewOf(read, claimsProjection);
    expect(contradictions.map(({ about }) => about)).toEqual(['AlertRaised']);
  });
});

describe('the clock', () => {
  const told = (day: string, time: string): string =>
    page(`# Outage of ${day}`, '## Timeline (Paris time)', `- ${time} service down`);

  it('that skipped a time, or showed it twice, is told', async () => {
    const skipped = await readDocument(told('2024-03-31', '02:30'));
    expect(skipped.warnings.map(({ message }) => message).join()).toContain('does not exist');
    const doubled = await readDocument(told('2024-10-27', '02:30'));
    expect(doubled.warnings.map(({ message }) => message).join()).toContain('came twice');
  });

  it('of letters with several meanings is flagged', async () => {
    for (const zone of ['IST', 'CST', 'BST']) {
      const { warnings } = await readDocument(
        page('# Outage of 2024-01-15', `## Timeline (${zone})`, '- 10:00 service down'),
      );
      expect(warnings.map(({ message }) => message).join()).toContain('it can also mean');
    }
  });

  it('of somebody elsewhere is not that of the document', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-01-15',
        '## Timeline (UTC)',
        '- 10:00 service down',
        '## Lessons',
        'Ann was up at 11pm their time.',
      ),
    );
    const note = claims.find(({ source }) => source.locator?.startsWith('text'));
    expect(note?.occurredAt).toEqual({ written: '11pm' });
  });
});

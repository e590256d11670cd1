// Lines written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { timelineBlocks } from '../../../src/import/postmortem/gluedLines.ts';
import { page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

const linesOf = (text: string): readonly string[] =>
  timelineBlocks([{ kind: 'item', level: 1, line: 1, links: [], text }], {}).map(
    (block) => block.text,
  );

/** The times of the claims of a document about one outage. */
const timesBelow = async (...lines: readonly string[]) =>
  timesOf(await claimsIn(page('# Outage of 2024-05-06', '', ...lines)));

describe('lines of a timeline that stand glued together', () => {
  it('are cut where a time heads another clause', () => {
    expect(
      linesOf('10:50 AM: we looked. - 11:00 AM: traffic moved - 1:00 PM: all is well'),
    ).toEqual(['10:50 AM: we looked.', '11:00 AM: traffic moved', '1:00 PM: all is well']);
  });

  it.each(['10:00 - 11:00: errors', '10:00 AM - 11:00 AM: errors', '9:00 am - 10:30 am - errors'])(
    'stay one where the dash is that of a range: %s',
    (text) => {
      expect(linesOf(text)).toEqual([text]);
    },
  );

  it('give each its own time', async () => {
    const times = await timesBelow(
      '## Timeline',
      '',
      '- 12:30 PM: The root cause was identified. - 1:00 PM: The configuration was corrected.',
      '- 1:30 PM: Outage resolved',
    );
    expect(times).toEqual([
      'CauseIdentified 2024-05-06T12:30',
      'FixApplied 2024-05-06T13:00',
      'Resolved 2024-05-06T13:30',
    ]);
  });
});

describe('a timeline in code', () => {
  it('is read line by line where nothing else in it has times', async () => {
    const times = await timesBelow(
      '## Timeline',
      '',
      '```',
      '10:00 UTC - errors begin',
      '10:40 UTC - service restored',
      '```',
    );
    expect(times).toEqual(['ImpactStarted 2024-05-06T10:00', 'Restored 2024-05-06T10:40']);
  });

  it('stays a log below the line of a timeline', async () => {
    const times = await timesBelow(
      '## Timeline',
      '',
      '- 10:00 errors begin',
      '',
      '```',
      '10:00:01 error: refused',
      '10:00:02 error: refused',
      '```',
    );
    expect(times).toEqual(['ImpactStarted 2024-05-06T10:00']);
  });
});

describe('a line with several times', () => {
  it('tells at each what it says of it', async () => {
    const times = await timesBelow(
      '## Timeline (UTC)',
      '',
      '- 10:00 Alert fired, acknowledged at 10:05 by ann. Service restored at 10:40.',
    );
    expect(times).toEqual([
      'AlertRaised 2024-05-06T10:00',
      'Acknowledged 2024-05-06T10:05',
      'Restored 2024-05-06T10:40',
    ]);
  });

  it('tells nothing of what is only expected, or what another line tells', async () => {
    const times = await timesBelow(
      '## Timeline (UTC)',
      '',
      '- 10:00 Alert fired, full recovery is expected at 10:30',
      '- 10:20 First try. Service restored at 10:25, for a moment.',
      '- 10:40 Service restored',
    );
    expect(times).toEqual([
      'AlertRaised 2024-05-06T10:00',
      'NoteAdded 2024-05-06T10:20',
      'Restored 2024-05-06T10:40',
      'NoteAdded 2024-05-06T10:30',
      'NoteAdded 2024-05-06T10:25',
    ]);
  });

  it('has them all near its own day', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-05-06',
        '',
        '## Timeline (UTC)',
        '',
        '### 2024-05-06',
        '',
        '- 10:00 Errors begin',
        '',
        '### 2024-05-08',
        '',
        '- 23:50 Second fix deployed. Incident resolved at 00:10.',
      ),
    );
    expect(timesOf(claims)).toContain('Resolved 2024-05-09T00:10');
  });
});

describe('a labelled duration', () => {
  it('can tell its window behind the length', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of 2024-05-06',
        '',
        '**Duration: 30 mins** (13:20 ~ 13:50 EAT).',
        '',
        '## Root cause',
        '',
        'A key.',
      ),
    );
    expect(timesOf(claims).map((time) => time.replace(/^\w+ /, ''))).toContain('2024-05-06T10:20');
    expect(claims.map(({ type }) => type)).toContain('ImpactMeasured');
  });

  it('can be the window itself', async () => {
    const claims = await claimsIn(
      page(
        '# Outage',
        '',
        '**Duration:** March 2, 2025, 12:00 UTC — March 2, 2025, 14:15 UTC (2 hours 15 minutes)',
        '',
        '## Root cause',
        '',
        'A slow query.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2025-03-02T12:00',
      'ImpactEnded 2025-03-02T14:15',
    ]);
  });
});

// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { ofType, page } from '../read.ts';
import { claimsIn, timesOf } from '../readDocument.ts';

const table = (...rows: readonly string[]): string =>
  page('# Outage of 2024-07-14 (UTC)', '', '## Impact', '', ...rows);

describe('the one row of a table', () => {
  it('states values below their names', async () => {
    const claims = await claimsIn(
      table('| Customers | Tickets | Incident Duration |', '|:-:|:-:|:-:|', '| All | 3 | 3h 45m |'),
    );
    expect(ofType(claims, 'ImpactMeasured').map(({ data }) => data.durationMs)).toEqual([
      225 * 60_000,
    ]);
    expect(ofType(claims, 'NoteAdded').map(({ data }) => data.text)).toEqual([
      { en: 'Customers : All\nTickets : 3' },
    ]);
  });

  it('states times below what happened', async () => {
    const claims = await claimsIn(
      table('| Severity | Detected | Resolved |', '|---|---|---|', '| SEV-2 | 10:05 | 11:20 |'),
    );
    expect(timesOf(claims)).toEqual(['Detected 2024-07-14T10:05', 'Resolved 2024-07-14T11:20']);
    expect(ofType(claims, 'SeverityAssigned')).toHaveLength(1);
  });

  it('is a line of a timeline where its time begins one', async () => {
    const claims = await claimsIn(
      table('| Time | Event | By |', '|---|---|---|', '| 10:05 | alert fired | probe |'),
    );
    expect(timesOf(claims)).toEqual(['AlertRaised 2024-07-14T10:05']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readAll } from '../../src/import/readAll.ts';
import { recogniseImporter } from '../../src/import/recogniseImporter.ts';
import { upptime } from '../../src/import/upptime/upptime.ts';
import { listed, maintenance, outage, reopened } from './fixtures/upptime.ts';
import { importing, readValue } from './imported.ts';
import { ofType } from './read.ts';

const ID = 'upptime-acme/upptime/12';

describe('issues of Upptime', () => {
  it('last from their creation to their closing; what the comment says is a claim beside', async () => {
    const { take, see, impact, claims } = importing();
    await take(upptime, [outage]);
    expect((await see(ID)).durations).toEqual({
      'time-to-alert': 0,
      'time-to-detect': 0,
      'time-to-resolve': 784_000,
      'disclosure-lag': 0,
      'published-duration': 783_000,
    });
    const { components, downtimeMs } = await impact(ID);
    expect(downtimeMs).toBe(784_000);
    expect(components.map(({ component, intervals }) => [component, intervals[0]?.degree])).toEqual(
      [['Shop', 'full']],
    );
    const { periods } = await claims(ID);
    expect(periods.map(({ source, statedMs }) => [source.kind, statedMs])).toEqual([
      ['monitor', 780_000],
      ['status-page', null],
    ]);
  });

  it('of the API’s list have a number of comments; with the comments they say more, and once', async () => {
    const { take } = importing();
    const [added] = await take(upptime, [listed]);
    expect(added).toBe(8);
    // The closing was published by the comment then, not by the issue.
    expect(await take(upptime, [outage])).toEqual([3, 7, 0, 1, 0]);
    expect(await take(upptime, [outage])).toEqual([0, 10, 0, 0, 0]);
  });

  it('have comments that stand beside them in webhooks and lists, once', async () => {
    const { take } = importing();
    const [first, last] = outage.comments.map((comment) => ({
      ...comment,
      html_url: `${outage.html_url}#issuecomment-${comment.id}`,
      issue_url: 'https://api.github.com/repos/acme/upptime/issues/12',
    }));
    expect(await take(upptime, { action: 'created', issue: listed, comment: first })).toEqual([
      9, 0, 0, 0, 0,
    ]);
    expect(await take(upptime, [first, last])).toEqual([2, 1, 0, 0, 0]);
    const [added, , corrected] = await take(upptime, [outage]);
    expect([added, corrected]).toEqual([0, 0]);
    const text = JSON.stringify([last, first]);
    expect(recogniseImporter([upptime], text)).toBe(upptime);
    const done = { ...last, body: '**Completed:** The database is new.' };
    const { documents } = await readValue(upptime, done);
    expect(documents[0]?.claims.map(({ data }) => data)).toMatchObject([{ status: 'completed' }]);
  });

  it('keep comments and events that an answer of GitHub without them does not list', async () => {
    const { take } = importing();
    const course = { ...reopened, updated_at: '2024-02-03T06:00:00Z' };
    await take(upptime, [outage, course]);
    const { events: _, ...bare } = course;
    const later = { updated_at: '2024-02-04T00:00:00Z' };
    const [, , corrected, retracted] = await take(upptime, [
      { ...listed, ...later },
      { ...bare, ...later },
    ]);
    expect([corrected, retracted]).toEqual([0, 0]);
    const fewer = { ...outage, ...later, comments: outage.comments.slice(0, 1) };
    const [, , , withdrawn] = await take(upptime, [fewer]);
    expect(withdrawn).toBe(2);
  });

  it('that were opened again have two episodes', async () => {
    const { take, see, impact } = importing();
    await take(upptime, [reopened]);
    const { incident, durations } = await see('upptime-acme/upptime/13');
    expect(incident).toMatchObject({ status: 'resolved', episodes: 2, components: ['API'] });
    expect(durations['time-to-resolve']).toBe((60 + 54) * 60_000 + 54_000);
    // Degraded is not down.
    expect((await impact('upptime-acme/upptime/13')).downtimeMs).toBe(0);
  });

  it('withdraw the end when the issue is open again', async () => {
    const { take, see } = importing();
    await take(upptime, [listed]);
    const open = { ...listed, state: 'open', closed_at: null };
    expect((await take(upptime, [open])).slice(2)).toEqual([0, 3, 0]);
    expect((await see(ID)).incident.status).toBe('open');
  });

  it('plan maintenances in a comment that pages do not show', async () => {
    const { documents } = await readValue(upptime, maintenance);
    const claims = documents[0]?.claims ?? [];
    expect(ofType(claims, 'MaintenanceScheduled').map(({ data }) => data)).toEqual([
      {
        window: { from: '2024-02-11T01:00:00.000Z', to: '2024-02-11T02:00:00.000Z' },
        components: ['shop', 'api', 'blog'],
      },
    ]);
    expect(ofType(claims, 'StatusPublished').map(({ data }) => data.status)).toEqual([
      'scheduled',
      'completed',
    ]);
    expect(ofType(claims, 'ImpactStarted')).toEqual([]);
  });

  it('that are none of Upptime’s are left out by name', async () => {
    const { documents, leftOut } = await readValue(upptime, [
      { ...outage, labels: [{ name: 'bug' }] },
      { ...outage, pull_request: { url: 'x' } },
      { ...outage, number: 'twelve' },
    ]);
    expect(documents).toEqual([]);
    expect(leftOut.map(({ place }) => place)).toEqual(['[0]', '[1]', '[2]']);
  });

  it('warn of a planned window that ends before it starts', async () => {
    const body = '<!--\nstart: 2024-02-11T03:00:00.000Z\nend: 2024-02-11T02:00:00.000Z\n-->';
    const { documents, warnings } = await readValue(upptime, { ...maintenance, body });
    expect(warnings.map(({ place }) => place)).toEqual(['line 1, body']);
    expect(ofType(documents[0]?.claims ?? [], 'NoteAdded')).toHaveLength(1);
  });
});

describe('what an issue of Upptime does not say', () => {
  it('is said: comments that are only counted', async () => {
    const { leftOut } = await readValue(upptime, listed);
    expect(leftOut.map(({ place }) => place)).toEqual(['line 1, comments']);
  });

  it('is known from its state: it was closed by its last change', async () => {
    const { closed_at: _, comments: __, ...issue } = outage;
    const { documents } = await readValue(upptime, { ...issue, state: 'CLOSED' });
    const ends = documents[0]?.claims.filter(({ type }) => type === 'Resolved') ?? [];
    expect(ends.map(({ occurredAt }) => occurredAt)).toEqual([
      { latest: '2024-02-03T04:18:10.999Z' },
    ]);
    const { updated_at: ___, ...undated } = issue;
    const { warnings } = await readValue(upptime, { ...undated, state: 'CLOSED' });
    expect(warnings.map(({ place }) => place)).toEqual(['line 1, state']);
  });

  it('is nothing of an issue about something else', async () => {
    const { warnings, leftOut } = await readValue(upptime, [
      outage,
      { number: 3, title: 'Add docs', labels: [] },
    ]);
    expect(warnings).toEqual([]);
    expect(leftOut.map(({ place }) => place)).toEqual(['[1]']);
    expect(upptime.recognise('[{"number":3,"title":"Bug","labels":["bug"]}]')).toBe(0);
  });

  it('as why it was closed is kept', async () => {
    const { documents } = await readValue(upptime, { ...outage, state_reason: 'not_planned' });
    expect(JSON.stringify(documents[0]?.claims)).toContain('closed as: not_planned');
  });
});

describe('what else Upptime writes', () => {
  it.each([
    [
      'url: https://acme.example\nstatus: up\ngenerator: Upptime <https://github.com/upptime/upptime>\n',
      'present state',
    ],
    [
      '[{"name":"Acme","slug":"acme","uptimeDay":"99.00%","dailyMinutesDown":{"2024-05-01":12}}]',
      'minutes of each day',
    ],
  ])('tells of no incident, and says what does: %j', async (text, said) => {
    expect(recogniseImporter([upptime], text)).toBe(upptime);
    const { documents, errors } = await readAll(upptime, text);
    expect(documents).toEqual([]);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(said),
        expected: expect.stringContaining('gh issue list'),
      },
    ]);
  });
});

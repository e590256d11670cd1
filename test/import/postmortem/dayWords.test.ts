// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { page } from '../read.ts';
import { claimsIn, readDocument, timesOf } from '../readDocument.ts';

describe('a day of the week', () => {
  it('begins lines of a timeline, which goes forward', async () => {
    const { documents, warnings } = await readDocument(
      page(
        '# Outage of Saturday 12 October 2019',
        '## Timeline (UTC)',
        '- Saturday 08:50 errors begin',
        '- Saturday, 23:10: first alert',
        '- Sunday at 09:00 - fix deployed',
        '- Sunday 13th, 10:00: service restored',
        '- Wednesday 09:00: review',
      ),
    );
    expect(warnings).toEqual([]);
    expect(timesOf(documents[0]?.claims ?? [])).toEqual([
      'ImpactStarted 2019-10-12T08:50',
      'AlertRaised 2019-10-12T23:10',
      'FixApplied 2019-10-13T09:00',
      'Restored 2019-10-13T10:00',
      'NoteAdded 2019-10-16T09:00',
    ]);
  });

  it.each([
    ['**Samedi**', '**Dimanche**'],
    ['### Samedi', '### Dimanche'],
    ['Samedi :', 'Dimanche :'],
  ])('heads the lines of that day: %s', async (first, second) => {
    const claims = await claimsIn(
      page(
        '# Panne du stockage',
        '',
        'Date : 12 octobre 2019',
        '',
        '## Chronologie (UTC)',
        '',
        first,
        '',
        '- 10h50 : début de la panne',
        '',
        second,
        '',
        '- 9h00 : correctif déployé',
        '- 11h00 : retour à la normale',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2019-10-12T10:50',
      'FixApplied 2019-10-13T09:00',
      'Restored 2019-10-13T11:00',
    ]);
  });

  it('holds for the times of a running text until another day is named', async () => {
    const claims = await claimsIn(
      page(
        '# Link failure',
        '',
        'On Saturday 12 October 2019 at 10:50 UTC the primary link went down. On Sunday 13th, at 1:00 UTC,' +
          ' the provider fixed the cut. At 7:00 UTC traffic was back to normal.',
      ),
    );
    expect(timesOf(claims)).toEqual([
      expect.stringContaining('2019-10-12T10:50'),
      'FixApplied 2019-10-13T01:00',
      'Restored 2019-10-13T07:00',
    ]);
  });
});

describe('a day of the week behind a time', () => {
  it('is that of the time', async () => {
    const claims = await claimsIn(
      page(
        '# Reason for outage, 11 February 2022',
        '',
        'A fibre dropped at around 04:40 UTC on Friday morning. It was mended at 12:52 on Saturday afternoon.',
      ),
    );
    expect(timesOf(claims)).toEqual(['NoteAdded 2022-02-11T04:40', 'NoteAdded 2022-02-12T12:52']);
  });
});

describe('a word for the day of publication', () => {
  it('counts from one that is labelled', async () => {
    const claims = await claimsIn(
      page(
        '# Panne du réseau',
        '',
        'Publié le 28 août 2012',
        '',
        'À 13 heures UTC hier, le service était inaccessible. À 10 heures UTC aujourd’hui, retour à la normale.',
      ),
    );
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining(['ImpactStarted 2012-08-27T13:00', 'Restored 2012-08-28T10:00']),
    );
  });

  it('holds in running text', async () => {
    const claims = await claimsIn(
      page(
        '# Mail was down',
        '',
        'Published: 2012-10-29',
        '',
        'The site went down on Saturday at 9:00 UTC. Yesterday at 13:00 UTC we rented a server.',
        '',
        'Today at 17:00 UTC the service was restored.',
      ),
    );
    expect(timesOf(claims)).toEqual(
      expect.arrayContaining([
        'ImpactStarted 2012-10-27T09:00',
        'NoteAdded 2012-10-28T13:00',
        'Restored 2012-10-29T17:00',
      ]),
    );
  });
});

describe('a day said to be that of all lines', () => {
  it('holds for those that name none', async () => {
    const claims = await claimsIn(
      page(
        '# Outage of the documentation',
        '## Timeline',
        'Unless otherwise noted all events happened on 2019-10-21, and all times are in UTC.',
        '',
        '- 2019-10-20 00:55: builds begin to fail',
        '- 01:38: alerts fired',
        '- 02:06: service restored',
        '',
        '2019-10-22',
        '',
        '- 09:00: review',
      ),
    );
    expect(timesOf(claims)).toEqual([
      'ImpactStarted 2019-10-20T00:55',
      'AlertRaised 2019-10-21T01:38',
      'Restored 2019-10-21T02:06',
      'NoteAdded 2019-10-22T09:00',
    ]);
  });
});

// Small documents written by hand in the shapes of public post mortems; what they tell is made up.
import { describe, expect, it } from '@jest/globals';
import { ofType, page } from '../read.ts';
import { claimsIn, readDocument } from '../readDocument.ts';

const actionsOf = async (...lines: readonly string[]) => {
  const claims = await claimsIn(
    page('# Outage of 2024-11-20', '', 'All times UTC.', '', '## Action items', '', ...lines),
  );
  return {
    proposed: ofType(claims, 'ActionProposed').map(({ data: { text, owner, dueAt } }) => [
      Object.values(text ?? {}).join(),
      owner?.name,
      dueAt,
    ]),
    completed: ofType(claims, 'ActionCompleted').length,
  };
};

describe('actions of a table', () => {
  it('are told without the number of their row', async () => {
    const { proposed } = await actionsOf(
      '| # | Action | Owner |',
      '| --- | --- | --- |',
      '| 1 | Add an alert | ann |',
      '| 2 | Write a test | bob |',
    );
    expect(proposed.map(([text]) => text)).toEqual(['Add an alert', 'Write a test']);
  });

  it('have the day by which they are to be done, its end, in the zone of the document', async () => {
    const { proposed } = await actionsOf(
      '| Action | Owner | Due date | Status |',
      '| --- | --- | --- | --- |',
      '| Add an alert | ann | 2024-12-01 | done |',
      '| Write a test | bob | Jan 15 | open |',
      '| Change the quota | eve | next sprint | |',
    );
    expect(proposed).toEqual([
      ['Add an alert', 'ann', '2024-12-01T23:59:59.999Z'],
      ['Write a test', 'bob', '2025-01-15T23:59:59.999Z'],
      ['Change the quota | next sprint', 'eve', undefined],
    ]);
  });
});

describe('actions that are to be done within a time', () => {
  it.each([
    ['| Add a test | ann | 2 weeks |', '2024-12-05T23:59:59.999Z'],
    ['| Add a test | ann | sous 10 jours |', '2024-12-01T23:59:59.999Z'],
    ['| Add a test | ann | J+7 |', '2024-11-28T23:59:59.999Z'],
  ])('are due so long after the publication: %s', async (row, dueAt) => {
    const { documents, warnings } = await readDocument(
      page(
        '# Outage of 2024-11-20',
        '',
        'Published: 2024-11-21 (all times UTC)',
        '',
        '## Action items',
        '',
        '| Action | Owner | Due |',
        '|---|---|---|',
        row,
        '',
        '- Add an alert (due: 1 week)',
      ),
    );
    const proposed = ofType(documents[0]?.claims ?? [], 'ActionProposed');
    expect(proposed.map(({ data }) => data.dueAt)).toEqual([dueAt, '2024-11-28T23:59:59.999Z']);
    expect(Object.values(proposed[0]?.data.text ?? {}).join()).toContain('Add a test | ');
    expect(warnings.map(({ message }) => message).join()).toContain('counted from the publication');
  });

  it('are due at no time where nothing says what it counts from', async () => {
    const { proposed } = await actionsOf('- Add an alert (due: 2 weeks)');
    expect(proposed).toEqual([['Add an alert (due: 2 weeks)', undefined, undefined]]);
  });
});

describe('actions of a list', () => {
  it('are actions whatever word they begin with', async () => {
    const { proposed } = await actionsOf('- Fix the alert', '', 'Ann writes to the vendor.');
    expect(proposed.map(([text]) => text)).toEqual(['Fix the alert']);
  });

  it('take owner, day and state from what stands below them', async () => {
    const { proposed, completed } = await actionsOf(
      '1. Check the printers',
      '   - Owner: Desktop team',
      '   - Due: 2024-12-05',
      '   - Status: Done',
      '2. Write it down',
      '   - Responsable : Support IT',
      '   - Délai : 2 semaines',
    );
    expect(proposed).toEqual([
      ['Check the printers', 'Desktop team', '2024-12-05T23:59:59.999Z'],
      ['Write it down\nDélai : 2 semaines', 'Support IT', undefined],
    ]);
    expect(completed).toBe(1);
  });

  it('take them from their own line', async () => {
    const { proposed } = await actionsOf(
      '- Add an alert (owner: ann, due: 2024-12-01)',
      '- Add a canary — Owner: Bob — Due: Dec 5',
      '- Watch the locks (Eve, by 2024-12-20)',
      '- Passer en UTC — J. Dupont — avant le 15/12/2024',
      '- Monitor the entropy of the host',
      '- Restore by 10 May what was lost on 3 May',
    );
    expect(proposed).toEqual([
      ['Add an alert (owner: ann, due: 2024-12-01)', 'ann', '2024-12-01T23:59:59.999Z'],
      ['Add a canary — Owner: Bob — Due: Dec 5', 'Bob', '2024-12-05T23:59:59.999Z'],
      ['Watch the locks (Eve, by 2024-12-20)', undefined, '2024-12-20T23:59:59.999Z'],
      ['Passer en UTC — J. Dupont — avant le 15/12/2024', undefined, '2024-12-15T23:59:59.999Z'],
      ['Monitor the entropy of the host', undefined, undefined],
      ['Restore by 10 May what was lost on 3 May', undefined, undefined],
    ]);
  });
});

describe('an item that names who is to do it in French', () => {
  it('has that owner', async () => {
    const { proposed } = await actionsOf('- test mensuel des groupes, pilote : Karim');
    expect(proposed.map(([, owner]) => owner)).toEqual(['Karim']);
  });
});

describe('what stands below an action', () => {
  it('may be the time within which it is to be done', async () => {
    const { documents } = await readDocument(
      page(
        '# Panne du 2024-11-20',
        '',
        'Publié : 2024-11-21 (heures en UTC)',
        '',
        '## Actions correctives',
        '',
        '1. Vérifier les pilotes',
        '   - Responsable : équipe réseau',
        '   - Délai : 2 semaines',
      ),
    );
    const actions = ofType(documents[0]?.claims ?? [], 'ActionProposed').map(({ data }) => data);
    expect(actions).toEqual([expect.objectContaining({ dueAt: '2024-12-05T23:59:59.999Z' })]);
  });
});

describe('actions below a heading that says they are done', () => {
  it.each(['**Déjà fait :**', '### Completed', '- **Done**'])(
    'are completed: %s',
    async (heading) => {
      const { proposed, completed } = await actionsOf(
        '**À faire :**',
        '',
        '- Write a test',
        '',
        heading,
        '',
        '  - Add an alert',
        '  - Mend the probe',
      );
      expect([proposed.length, completed]).toEqual([3, 2]);
    },
  );
});

describe('corrective actions that are said to be done', () => {
  it('are completed', async () => {
    const claims = await claimsIn(
      page(
        '# Panne du 2024-11-20',
        '',
        '## Actions correctives réalisées',
        '',
        '- Pilote remplacé',
      ),
    );
    expect(claims.map(({ type }) => type)).toEqual(['ActionProposed', 'ActionCompleted']);
  });
});

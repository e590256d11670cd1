import { describe, expect, it } from '@jest/globals';
import { claimsOf, minutes, page } from '../read.ts';

/** What an update of 18:00 claims beside its publication. */
const said = async (text: string): Promise<string> =>
  (await claimsOf(page('Acme incident', '- update Dec 17, 2024, 18:00 UTC', text)))
    .filter(({ type }) => type !== 'StatusPublished' && type !== 'Declared')
    .map(({ type, occurredAt }) => `${type} ${minutes(occurredAt).replace('2024-12-17T', '')}`)
    .join(', ');

describe('the text of an update', () => {
  it.each([
    ['Service has been restored.', 'Restored ..18:00'],
    ['Le service est rétabli.', 'Restored ..18:00'],
    ['Le service est rétabli depuis 13h01.', 'Restored 13:01'],
    ['Il servizio è stato ripristinato alle 16.45.', 'Restored 16:45'],
    ['The service is operating normally.', 'Restored ..18:00'],
    ['La situation est revenue à la normale.', 'Restored ..18:00'],
    ['Service has been restored for most customers.', 'Mitigated ..18:00'],
    ['A mitigation is in place.', 'Mitigated ..18:00'],
    ['Une solution de contournement a été mise en place.', 'Mitigated ..18:00'],
    ['Reprise progressive du service.', 'Mitigated ..18:00'],
    ['A fix was applied at 16:45.', 'FixApplied 16:45'],
    ['We deployed a fix at 16:45 UTC and are watching.', 'FixApplied 16:45'],
    ['Un correctif a été appliqué à 16h45.', 'FixApplied 16:45'],
    ['A fix was deployed for the errors of 16:45.', 'FixApplied ..18:00'],
    ['We have rolled back the change and are seeing recovery.', 'FixApplied ..18:00'],
    ['We have rolled out a fix and are monitoring for full recovery.', 'FixApplied ..18:00'],
    ['A mitigation is in place and we are monitoring for recovery.', 'Mitigated ..18:00'],
    ['Nous avons procédé à un retour arrière.', 'FixApplied ..18:00'],
    ["L'origine du problème a été identifiée.", 'CauseIdentified ..18:00'],
    ['A fix was deployed. All services are restored.', 'FixApplied ..18:00, Restored ..18:00'],
  ])('"%s" claims %s', async (text, expected) => {
    expect(await said(text)).toBe(expected);
  });

  it.each([
    'Service will be restored shortly.',
    "Le service n'est pas encore rétabli.",
    'Service has not been restored yet.',
    'We are working to restore service.',
    'Nous travaillons au rétablissement du service.',
    'Un correctif sera déployé à 12h.',
    'Mitigation work is currently underway.',
    'We are implementing a mitigation.',
    'We are looking into mitigation options.',
    'We are rolling back the change.',
    'Un retour arrière est en cours.',
    'Once service is restored we will say so.',
    'Next update when service is restored.',
    "Un retour à la normale est attendu d'ici 15h.",
    'Other services are operating normally.',
    'We hope service is back to normal soon.',
    'Please roll back to the previous version.',
    'Il servizio sarà ripristinato a breve.',
    'Il servizio non è ancora ripristinato.',
    'The fix has been rolled back.',
    'We are monitoring for full recovery.',
    'We are continuing to monitor the full recovery.',
    'For longer outages we can failover to another provider.',
  ])('"%s" claims nothing', async (text) => {
    expect(await said(text)).toBe('');
  });

  it('of planned work claims no recovery', async () => {
    const claims = await claimsOf(
      page('Acme maintenance', '- completed Dec 17, 2024, 18:00 UTC', 'Service has been restored.'),
    );
    expect(claims.map(({ type }) => type)).toEqual(['Declared', 'StatusPublished']);
  });
});

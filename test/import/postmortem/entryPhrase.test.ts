import { describe, expect, it } from '@jest/globals';
import { entryPhrase } from '../../../src/import/postmortem/entryPhrase.ts';

describe('what a line of a timeline tells of', () => {
  it.each([
    ['Issue resolved by reconfiguring the firewall', 'Resolved'],
    ['Outage resolved', 'Resolved'],
    ['Root causes identified, the team works on both', 'CauseIdentified'],
    ['Security fixes implemented', 'FixApplied'],
    ['Admins close the incident', 'Closed'],
    ['The hosting provider restored the web server', 'Restored'],
    ['Monitoring tools detect the outage', 'Detected'],
    ['We deployed changes to the DNS zone', 'ChangeMade'],
    ['Site is hard down', 'ImpactStarted'],
    ['jane finds the cause and writes a patch', 'CauseIdentified'],
    ['tous les serveurs sont de nouveau joignables', 'Restored'],
    ["L'événement a débuté", 'ImpactStarted'],
    ["n'a pris fin qu'à 17 h 45", 'ImpactEnded'],
    ['Jane notices that the tree is red', 'Detected'],
    ['it was reported to us that checks were skipped', 'Detected'],
    ['network connectivity was re-established', 'Restored'],
    ["Zabbix : Alerte sur le taux d'erreur", 'AlertRaised'],
    ['Logins begin to fail', 'ImpactStarted'],
    ['pager fires', 'AlertRaised'],
    ['Internal alerts generated due to loss of traffic', 'AlertRaised'],
    ["l'astreinte est alertée par la supervision", 'AlertRaised'],
    ["tout est rentré dans l'ordre", 'Restored'],
    ['premières erreurs', 'ImpactStarted'],
    ['@ann Noticed the queue was backing up', 'Detected'],
    ['We noticed that uploads do not start anymore', 'Detected'],
    ['A user notified us that nothing was saved', 'Detected'],
    ['On call people detected exceptions piling up', 'Detected'],
    ['Students report that their kernels keep dying', 'Detected'],
    ["l'équipe constate une panne du stockage", 'Detected'],
    ['il team rileva il problema', 'Detected'],
    ['Started the deployment which was not successful', 'ChangeMade'],
    ['We ran a deployment', 'ChangeMade'],
    ['Shop is down', 'ImpactStarted'],
    ['Database cluster crashes', 'ImpactStarted'],
    ['perte de connectivité', 'ImpactStarted'],
    ['Il portale non è raggiungibile', 'ImpactStarted'],
    ['perdita di connettività sul ramo A', 'ImpactStarted'],
    ['Shop is back', 'Restored'],
    ['The service returned to a normal state', 'Restored'],
    ['the search is no longer down', 'Restored'],
    ['retour du service', 'Restored'],
    ['Il portale è nuovamente raggiungibile', 'Restored'],
    ['situazione tornata alla normalità', 'Restored'],
    ['connettività ripristinata', 'Restored'],
    ["Scatta l'allarme sul tasso di errore", 'AlertRaised'],
    ['Alert ricevuto dal monitoraggio', 'AlertRaised'],
    ['alerte Zabbix sur le stockage', 'AlertRaised'],
    ['Start analyzing the logs', 'Acknowledged'],
    ['Incident announced to the team', 'Declared'],
    ["Aperto l'incidente", 'Declared'],
    ['Individuata la causa: certificato scaduto', 'CauseIdentified'],
    ['Release 2024.11.5 goes out to 10% of hosts', 'ChangeMade'],
    ['v4.2 released', 'ChangeMade'],
    ['first errors', 'ImpactStarted'],
    ['Traffic rerouted to eu-west-1', 'Mitigated'],
    ['feature flag disabled', 'Mitigated'],
    ['certificate renewed', 'FixApplied'],
    ['Alert resolves', null],
    ['Restart the affected services', 'FixApplied'],
    ['AWS déclare la panne résolue', 'Resolved'],
    ['Atténuations initiales appliquées', 'Mitigated'],
    ['Le problème est identifié comme un échec DNS', 'CauseIdentified'],
    ['Incident closed', 'Closed'],
    ["Chiusura dell'incidente", 'Closed'],
    ['We communicated the incident as resolved', 'Resolved'],
  ] as const)('"%s" is %s', (line, type) => {
    expect(entryPhrase(line)).toBe(type);
  });

  it.each([
    'Helped until the DNS issue resolved itself',
    'The issue is not resolved',
    'Ask when the outage will be resolved',
  ])('"%s" is no resolution', (line) => {
    expect(entryPhrase(line)).not.toBe('Resolved');
  });

  it.each([
    ['checking the failover machine', 'Mitigated'],
    ['Rollback plan is released', 'FixApplied'],
    ['leading to the decision to roll back', 'FixApplied'],
    ['Restart of the web server failed due to a full disk', 'FixApplied'],
    ['Le redémarrage du nœud a échoué', 'FixApplied'],
    ['Admins close the incident channel', 'Closed'],
    ['The team is back up after some sleep', 'Restored'],
    ['Concluded that the errors came between the restarted servers', 'FixApplied'],
    ['The problem is back', 'Restored'],
    ['The engineer acknowledges that she would like to wait', 'Acknowledged'],
    ['No errors detected', 'Detected'],
  ] as const)('"%s" is not %s', (line, type) => {
    expect(entryPhrase(line)).not.toBe(type);
  });
});

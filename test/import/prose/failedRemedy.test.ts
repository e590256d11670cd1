import { describe, expect, it } from '@jest/globals';
import { classifyPhrase } from '../../../src/import/prose/classifyPhrase.ts';
import { isFailedRemedy } from '../../../src/import/prose/failedRemedy.ts';

describe('a remedy that failed', () => {
  it.each([
    'restart of the web server failed due to a problem of its host',
    'restart of shop.example.org server failed due to its host (no details)',
    'the rollback failed',
    'first rollback attempt of the schema fails because of a lock',
    "the patch didn't work, errors go on",
    'le redemarrage du noeud 2 a echoue',
    "le correctif n'a rien donne",
    'il riavvio del nodo non ha funzionato',
  ])('is told: %s', (clause) => {
    expect(isFailedRemedy(clause)).toBe(true);
  });

  it.each([
    'restarted the failed server',
    'restart of the service that failed at night',
    'fix deployed for the failed logins',
    'rolled back. the job had failed before',
    'hotfix is live',
  ])('is not told: %s', (clause) => {
    expect(isFailedRemedy(clause)).toBe(false);
  });

  it('is no remedy of an update either', () => {
    expect(classifyPhrase('The rollback failed')).toBeNull();
    expect(classifyPhrase('The rollback is done')).toBe('FixApplied');
  });
});

import type { IncidentLinked } from '../events/triage.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { CommandFor, CommandInput, CommandOf } from './command.ts';
import { asks, commandWith } from './command.ts';

/**
 * Asks to record that the source put the incident on a scale.
 *
 * @public
 */
export const assignSeverity: CommandFor<'SeverityAssigned'> = asks('SeverityAssigned');

/**
 * Asks to record that something was changed in the system: perhaps the cause, perhaps the fix.
 *
 * @public
 */
export const recordChange: CommandFor<'ChangeMade'> = asks('ChangeMade');

/**
 * Asks to record that the incident was classified under a regime.
 *
 * @public
 */
export const classify: CommandFor<'Classified'> = asks('Classified');

/**
 * Another incident, and what it is to this one.
 *
 * @public
 */
export interface IncidentLink extends Omit<IncidentLinked, 'incidentId'> {
  /** The other incident. */
  readonly other: IncidentId;
}

/**
 * Asks to record that another incident has to do with this one.
 *
 * @public
 */
export const linkIncident = (
  input: CommandInput & IncidentLink,
): CommandOf<'IncidentLinked', IncidentLinked> => {
  const { other, relation, text, ...given } = input;
  return commandWith('IncidentLinked', given, {
    incidentId: other,
    relation,
    ...(text && { text }),
  });
};

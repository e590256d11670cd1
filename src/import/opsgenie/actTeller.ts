import type { Teller, Told } from '../vendor/teller.ts';
import type { Localized } from '../../primitives/text.ts';
import type { Act } from './actOf.ts';

/** An act at a time, in words. */
export interface Done {
  /** What was done. */
  readonly act: Act | null;
  /** The words, if any. */
  readonly said: { readonly text?: Localized };
  /** Where and when. */
  readonly told: Told;
}

/**
 * Makes what tells the acts on an alert or an incident, in the order of their times. The first acknowledgement is the one
 * that a report gives the time of; those after it was given back are happenings of their own.
 */
export const actTeller = (
  id: string,
  kind: 'alert' | 'incident',
  { tell, leaveOut }: Teller,
): ((done: Done) => void) => {
  let acknowledged = 0;
  return ({ act, said, told }) => {
    if (act === 'acknowledged') {
      acknowledged += 1;
      const happening = acknowledged === 1 ? undefined : `Acknowledged#${id}/${told.item}`;
      tell(
        'Acknowledged',
        { ...(kind === 'alert' && { alertId: id }), ...said },
        { ...told, happening },
      );
    } else if (act === 'resolved' || (act === 'closed' && kind === 'alert'))
      tell('Resolved', said, told);
    else if (act === 'closed') tell('Closed', said, told);
    else if (act === 'reopened') tell('Reopened', said, told);
    else if (act === 'created' && kind === 'alert')
      tell('AlertRaised', { alertId: id, ...said }, told);
    else if (act === 'created') tell('Declared', { kind: 'incident', ...said }, told);
    else if (said.text) tell('NoteAdded', { text: said.text }, told);
    else leaveOut(told.place, 'it says nothing');
  };
};

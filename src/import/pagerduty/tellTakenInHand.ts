import { asWritten } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { actKey } from './actKey.ts';
import { referenced } from './referenced.ts';

/**
 * Tells who has taken an incident in hand and whom it is assigned to, which its record says only as long as it is open; what
 * was told stays told when the lists are empty afterwards.
 *
 * @remarks Source: PagerDuty’s REST API schema: the lists of acknowledgements and assignments of a resolved incident are empty.
 */
export const tellTakenInHand: Gathered['tell'] = (_, incidents, { time, tell }) => {
  for (const incident of incidents) {
    for (const acknowledgement of incident.objects('acknowledgements')) {
      const who = referenced(acknowledgement.object('acknowledger'));
      const told = asWritten(time, acknowledgement, 'at');
      const happening = actKey('Acknowledged', who, told.at);
      tell('Acknowledged', {}, { item: happening ?? acknowledgement.place, ...told, happening });
    }
    for (const assignment of incident.objects('assignments')) {
      const responder = referenced(assignment.object('assignee'));
      const told = asWritten(time, assignment, 'at');
      const happening = actKey('RoleAssigned', responder, told.at);
      if (!responder || happening === undefined) continue;
      tell(
        'RoleAssigned',
        { responder, role: 'assignee' },
        { item: happening, ...told, happening },
      );
    }
  }
};

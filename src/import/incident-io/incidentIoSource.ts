import type { Actor } from '../../primitives/actor.ts';
import type { Source } from '../../primitives/source.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { actorOf } from '../vendor/actorOf.ts';

/** incident.io as a source. */
export const incidentIoSource = (url?: string): Source => ({
  kind: 'ticket',
  name: 'incident.io',
  ...(url !== undefined && { url }),
});

/** Who is assigned: a user, else a team, by their ids. */
export const assigneeOf = (record: OutsideObject): Actor | undefined =>
  actorOf(record.object('assignee')?.id('id')) ??
  actorOf(record.object('assignee_team')?.id('id'), 'organisation');

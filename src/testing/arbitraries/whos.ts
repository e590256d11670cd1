import * as fc from 'fast-check';
import type { Actor } from '../../primitives/actor.ts';
import type { EventId, IncidentId } from '../../primitives/ids.ts';
import { derivedEventId, incidentId } from '../../primitives/ids.ts';
import type { Source } from '../../primitives/source.ts';
import { filled, name } from './texts.ts';

/** An event id. */
export const anyEventId: fc.Arbitrary<EventId> = fc
  .nat()
  .map((n) => derivedEventId('arbitrary', `${n}`));

/** An incident id. */
export const anyIncidentId: fc.Arbitrary<IncidentId> = fc
  .stringMatching(/^[A-Za-z0-9:/_-]{1,20}$/)
  .map(incidentId);

/** Somebody or something that acts. */
export const actor: fc.Arbitrary<Actor> = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9-]{1,12}$/),
    kind: fc.constantFrom('person', 'service', 'organisation'),
    name,
  },
  { requiredKeys: ['id'] },
);

/** A source, one of few. */
export const source: fc.Arbitrary<Source> = fc.record(
  {
    kind: fc.constantFrom('postmortem', 'ticket', 'responder', 'monitor', 'import', 'status-page'),
    name: fc.constantFrom('a', 'b'),
    url: fc.constant('https://status.example/1'),
    locator: filled,
  },
  { requiredKeys: ['kind'] },
);

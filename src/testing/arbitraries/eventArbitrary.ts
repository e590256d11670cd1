import * as fc from 'fast-check';
import type { CoreEvents } from '../../events/core.ts';
import type { IncidentEvent } from '../../events/event.ts';
import type { EventArbitraryOptions, Kind } from './kinds.ts';
import { kindsIn } from './kinds.ts';
import { momentArbitrary } from './momentArbitrary.ts';
import { filled } from './texts.ts';
import { actor, anyEventId, anyIncidentId, source } from './whos.ts';

const eventOf = ({ type, version, data }: Kind): fc.Arbitrary<unknown> =>
  fc.record(
    {
      eventId: anyEventId,
      incidentId: anyIncidentId,
      type: fc.constant(type),
      version: fc.constant(version),
      occurredAt: momentArbitrary,
      statedAt: momentArbitrary,
      actor,
      source,
      happening: filled,
      correlationId: filled,
      causationId: filled,
      origin: fc.record(
        { sourceKey: filled, item: filled, importer: filled, digest: filled },
        { requiredKeys: ['sourceKey', 'item', 'importer'] },
      ),
      data,
    },
    {
      requiredKeys: [
        'eventId',
        'incidentId',
        'type',
        'version',
        'occurredAt',
        'actor',
        'source',
        'data',
      ],
    },
  );

/**
 * Any valid event before it is stored, with any of the envelope's optional fields.
 *
 * @example
 * `fc.assert(fc.property(eventArbitrary({ vocabulary }), (event) => …));`
 * @public
 */
export const eventArbitrary = <D = CoreEvents>(
  options: EventArbitraryOptions<D> = {},
): fc.Arbitrary<IncidentEvent<D>> =>
  // Type and data are of one kind, which the record does not say.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  fc.oneof(...kindsIn(options).map(eventOf)) as fc.Arbitrary<IncidentEvent<D>>;

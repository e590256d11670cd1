import type { Declared } from '../events/awareness.ts';
import type { IncidentLinked } from '../events/triage.ts';
import type { Mutable } from '../history/mutable.ts';
import type { Projection } from '../history/projection.ts';
import { projection } from '../history/projection.ts';
import type { Actor } from '../primitives/actor.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { Localized } from '../primitives/text.ts';
import { localized } from '../primitives/text.ts';
import type { Keep } from './copyOf.ts';
import { keeping } from './keeping.ts';

/**
 * Somebody who took part in the response.
 *
 * @public
 */
export interface Responder {
  /** The person or team. */
  readonly responder: Actor;
  /** The roles taken, in the order of the story. */
  readonly roles: readonly string[];
  /** Whether they have not left since. */
  readonly isActive: boolean;
}

/**
 * Another incident that has to do with this one.
 *
 * @public
 */
export interface Link {
  /** The other incident. */
  readonly incidentId: IncidentId;
  /** What the other is to this one. */
  readonly relation: IncidentLinked['relation'];
}

/**
 * What was told of an incident as a whole.
 *
 * @public
 */
export interface IncidentRecord {
  /** The title of the first declaration that has one. */
  readonly title: Localized | null;
  /** What the first alert said, else what raised it. */
  readonly alert: Localized | null;
  /** The reference of the first declaration that has one. */
  readonly reference: string | null;
  /** What was declared first. */
  readonly kind: Declared['kind'] | null;
  /** The incident that it was merged into. */
  readonly mergedInto: IncidentId | null;
  /** The incidents linked. */
  readonly links: readonly Link[];
  /** Who took part. */
  readonly responders: readonly Responder[];
}

const responderOf = (
  draft: Pick<Mutable<IncidentRecord>, 'responders'>,
  actor: Actor,
  keep: Keep,
): Mutable<Responder> => {
  const known = draft.responders.find(({ responder }) => responder.id === actor.id);
  if (known) return known;
  const added = { responder: keep(actor), roles: [], isActive: true };
  draft.responders.push(added);
  return draft.responders.at(-1) ?? added;
};

/** Somebody is there, in that role. */
const join = (responder: Mutable<Responder>, role: string | undefined): undefined => {
  responder.isActive = true;
  if (role !== undefined && !responder.roles.includes(role)) responder.roles.push(role);
};

/** The fold of what was told of an incident as a whole. */
export const incidentRecord: Projection<IncidentRecord, IncidentRecord> = keeping((keep) =>
  projection({
    name: 'incident-record',
    version: 2,
    scope: 'incident',
    initial: (): IncidentRecord => ({
      title: null,
      alert: null,
      reference: null,
      kind: null,
      mergedInto: null,
      links: [],
      responders: [],
    }),
    on: {
      AlertRaised: (draft, { data }) => {
        const said = localized(data.text);
        if (draft.alert !== null) return;
        if (Object.keys(said).length > 0) draft.alert = keep(said);
        else if (data.monitor !== undefined) draft.alert = { und: data.monitor };
      },
      Declared: (draft, { data, others }) => {
        const said = [data, ...others.map((other) => other.data)];
        const title = said.find((each) => each.title !== undefined)?.title;
        if (title && draft.title === null) draft.title = keep(localized(title));
        draft.reference ??= said.find((each) => each.reference !== undefined)?.reference ?? null;
        draft.kind ??= data.kind;
      },
      Merged: (draft, { data }) => {
        draft.mergedInto = data.into;
      },
      IncidentLinked: (draft, { data: { incidentId, relation } }) => {
        draft.links.push({ incidentId, relation });
      },
      ResponderJoined: (draft, { data }) => {
        join(responderOf(draft, data.responder, keep), data.role);
      },
      RoleAssigned: (draft, { data }) => {
        join(responderOf(draft, data.responder, keep), data.role);
      },
      ResponderLeft: (draft, { data }) => {
        responderOf(draft, data.responder, keep).isActive = false;
      },
    },
    view: (state) => state,
  }),
);

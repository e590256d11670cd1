import type { Degree } from '../../events/impact.ts';
import type { Moment } from '../../primitives/moment.ts';
import { exactly } from '../../primitives/moment.ts';
import type { NamedComponent } from '../prose/componentNames.ts';
import type { PageImpact } from '../prose/impactIds.ts';
import { pageImpacts } from '../prose/impactIds.ts';
import { byThen, sinceThen } from '../time/momentsAround.ts';
import type { StatuspageUpdate } from './statuspageUpdates.ts';

/** A component in the list that stands with an incident. */
export interface ListedComponent {
  /** Its id. */
  readonly id: string;
  /** Its name and its present status. */
  readonly component: NamedComponent;
}

/** What a page says of an impact: a claim without who says so. */
export interface ImpactClaim {
  /** What happened to it. */
  readonly type: 'ImpactStarted' | 'ImpactChanged' | 'ImpactEnded';
  /** Which impact, what was hit, and how badly. */
  readonly data: {
    readonly impactId: string;
    readonly component: string;
    readonly degree?: Degree;
  };
  /** When. */
  readonly occurredAt: Moment;
  /** The item that says so: the update, or the list, and the component. */
  readonly item: string;
  /** The update that says so; absent for the list. */
  readonly update?: StatuspageUpdate;
}

/** A change of a component's status. */
interface Change {
  readonly code: string;
  readonly component: NamedComponent;
  readonly before?: NamedComponent;
  readonly at: Moment;
  readonly item: string;
  readonly update?: StatuspageUpdate;
}

const isHit = ({ degree }: NamedComponent): boolean => degree !== undefined && degree !== 'none';

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0;

const changesIn = (updates: readonly StatuspageUpdate[]): readonly Change[] =>
  updates.flatMap((update) =>
    update.components
      .flatMap(({ code, component, before }) =>
        code === undefined ? [] : [{ code, component, before }],
      )
      .toSorted(byCode)
      .map(({ code, component, before }) => ({
        code,
        component,
        ...(before && { before }),
        at: byThen(exactly(update.displayed)),
        item: `${update.item}, component ${code}`,
        update,
      })),
  );

/**
 * What the list with the incident tells beyond its updates: a status that has changed since the last update that names the
 * component, or a component that none names.
 */
const listedChanges = (
  listed: readonly ListedComponent[],
  told: readonly Change[],
  updates: readonly StatuspageUpdate[],
  isOver: boolean,
): readonly Change[] => {
  const newest = updates.at(-1);
  const lastOf = new Map(told.map((change) => [change.code, change]));
  return listed
    .map(({ id, component }) => ({ code: id, component }))
    .toSorted(byCode)
    .flatMap(({ code, component }): readonly Change[] => {
      const last = lastOf.get(code);
      const item = `component ${code}`;
      if (last) {
        const { update } = last;
        // Once it is over, the list shows how the component is today.
        if (isOver || !update || isHit(last.component) === isHit(component)) return [];
        return [{ code, component, at: sinceThen(exactly(update.displayed)), item }];
      }
      if (!newest) return [];
      const at = byThen(exactly(newest.displayed));
      const named: NamedComponent = { name: component.name, degree: 'unspecified' };
      if (isOver) return [{ code, component: named, at, item }];
      return [
        isHit(component)
          ? { code, component, at, item }
          : { code, component, before: named, at, item },
      ];
    });
};

/** Tells the claims of one component, as its status changes. */
const teller = (base: string) => {
  const claims: ImpactClaim[] = [];
  let times = 0;
  let degree: Degree | undefined;
  const claim = (
    type: ImpactClaim['type'],
    as: Degree | undefined,
    { component, at, item, update }: Change,
  ): void => {
    if (type === 'ImpactStarted') times += 1;
    degree = type === 'ImpactEnded' ? undefined : as;
    const data = {
      impactId: times < 2 ? base : `${base}, time ${times}`,
      component: component.name,
      ...(degree !== undefined && degree !== 'unspecified' && { degree }),
    };
    claims.push({ type, data, occurredAt: at, item, ...(update && { update }) });
  };
  return {
    claims,
    tell: (change: Change): void => {
      const { component, before } = change;
      const now = component.degree;
      if (isHit(component)) {
        if (degree === undefined) claim('ImpactStarted', now, change);
        else if (degree !== now) claim('ImpactChanged', now, change);
        return;
      }
      if (degree === undefined && before && isHit(before)) {
        claim('ImpactStarted', before.degree, change);
      }
      if (degree !== undefined && now === 'none') claim('ImpactEnded', undefined, change);
    },
  };
};

/**
 * What a page says of its components' impact, from the statuses that it publishes: hit by the time of the first update that
 * says so, no longer hit by that of the one that says it is operational. Nobody says since when: the page's own period
 * is none of it, and neither is planned maintenance.
 *
 * @param listed - The components that stand with the incident.
 * @param isOver - Whether the page says that it is over.
 * @returns The claims, and the impacts that times in its texts are of.
 */
export const statuspageImpacts = (
  updates: readonly StatuspageUpdate[],
  listed: readonly ListedComponent[],
  isOver: boolean,
): { readonly claims: readonly ImpactClaim[]; readonly impacts: readonly PageImpact[] } => {
  const published = changesIn(updates);
  const changes = [...published, ...listedChanges(listed, published, updates, isOver)];
  const hit = new Map<string, NamedComponent>();
  const byComponent = new Map<string, Change[]>();
  for (const change of changes) {
    const { code, component, before } = change;
    if (!hit.has(code) && (isHit(component) || (before && isHit(before)))) hit.set(code, component);
    const own = byComponent.get(code);
    if (own) own.push(change);
    else byComponent.set(code, [change]);
  }
  const impacts = pageImpacts([...hit.values()]);
  const claims = [...hit.keys()].flatMap((code, index) => {
    const { claims: told, tell } = teller(impacts[index]?.impactId ?? 'main');
    for (const change of byComponent.get(code) ?? []) tell(change);
    return told;
  });
  return { claims, impacts };
};

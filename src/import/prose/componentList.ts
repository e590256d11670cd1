import type { ComponentStatus } from '../../events/communication.ts';
import type { NamedComponent } from './componentNames.ts';
import { componentNames, isComponentStatus, namedComponent, withStatus } from './componentNames.ts';

const BULLET = /^[-*•·]\s/;

/** Whether a line can be a line of a list of components: short, and no sentence. */
export const isListed = (line: string): boolean => line.length <= 100 && !/[.!?:]$/.test(line);

/** The components of a list with one a line, the status of each behind it or in the line below. */
export const listedComponents = (lines: readonly string[]): readonly NamedComponent[] => {
  const named: NamedComponent[] = [];
  for (const line of lines) {
    const text = line.replace(BULLET, '').trim();
    const last = named.at(-1);
    if (!isComponentStatus(text)) named.push(namedComponent(text));
    else if (last && last.status === undefined)
      named[named.length - 1] = withStatus(last.name, text);
  }
  return named.filter(({ name }) => name !== '');
};

/** The components of a list in one line: `API (Partial Outage) and Dashboard (Degraded Performance).` */
export const inlineComponents = (
  list: string,
  whole: ReadonlySet<string>,
): readonly NamedComponent[] =>
  componentNames(list.replace(/\.$/, ''), whole)
    .map(namedComponent)
    .filter(({ name }) => name !== '');

/** Components as an update publishes them. */
export const publishedComponents = (
  components: readonly NamedComponent[],
): readonly ComponentStatus[] =>
  components.map(({ name, status }) => ({
    name,
    ...(status !== undefined && {
      status: /^[A-Za-z_ ]+$/.test(status) ? status.toLowerCase().replaceAll(' ', '_') : status,
    }),
  }));

const RANK: readonly unknown[] = [undefined, 'unspecified', 'degraded', 'partial', 'full'];

const isWorse = (a: NamedComponent, b: NamedComponent): boolean =>
  RANK.indexOf(a.degree) > RANK.indexOf(b.degree);

/** Each component once, as bad as it is said to have been anywhere; those never said to be hit are left out. */
export const mergedComponents = (
  components: readonly NamedComponent[],
): readonly NamedComponent[] => {
  const byName = new Map<string, NamedComponent>();
  for (const component of components) {
    const before = byName.get(component.name);
    if (!before || isWorse(component, before) || before.degree === 'none') {
      byName.set(component.name, component);
    }
  }
  return [...byName.values()].filter(({ degree }) => degree !== 'none');
};

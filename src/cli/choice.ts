import * as E from 'fp-ts/lib/Either.js';
import type { Policy, Vocabulary } from '../index.ts';
import { builtIn } from './builtIn.ts';
import { builtInNames, isBuiltIn } from './builtInNames.ts';
import type { Failure } from './failure.ts';
import { badInput } from './failure.ts';
import { loadModule } from './loadModule.ts';
import type { Offered, Thing } from './offered.ts';
import { builtInOnly, offeredBy } from './offered.ts';

/** A projection or a summary that was chosen, and what it is run with. */
export interface Choice {
  /** What to run. */
  readonly chosen: Thing;
  /** The vocabulary to read events with. */
  readonly vocabulary: Vocabulary<unknown>;
  /** How one claim is chosen among several. */
  readonly policy: Policy;
}

const labelOf = ([name, { name: own }]: readonly [string, Thing]): string =>
  name === own ? name : `${name} (${own})`;

/** What the module has, and what is built in, by name. */
const listed = ({ own }: Offered): string =>
  [
    ...(own.size > 0 ? [`${[...own].map(labelOf).join(', ')} of the module`] : []),
    `${builtInNames.join(', ')} built in`,
  ].join('; ');

/** The thing of that name: an export's before a projection's own, the module's before what is built in. */
const named = (offered: Offered, name: string): E.Either<Failure, Thing> => {
  const { own, extended } = offered;
  const exported = own.get(name);
  if (exported) return E.right(exported);
  const called = [...own].filter(([, thing]) => thing.name === name);
  if (called.length > 1) {
    const names = called.map(([export_]) => export_).join(', ');
    return E.left(
      badInput(`${offered.place}: expected the name of an export, since ${names} are all ${name}`),
    );
  }
  const standard = isBuiltIn(name) ? (extended[name] ?? builtIn[name]) : undefined;
  const found = called[0]?.[1] ?? standard;
  return found
    ? E.right(found)
    : E.left(badInput(`expected a projection (${listed(offered)}), got ${JSON.stringify(name)}`));
};

/** The one thing that a module is for. */
const only = (offered: Offered): E.Either<Failure, Thing> => {
  const { place, own, extended } = offered;
  const all = [...own.values()];
  const found = all[0] ?? extended['durations'];
  if (all.length > 1) {
    return E.left(
      badInput(`--projection: expected one of ${[...own].map(labelOf).join(', ')}, got none`),
    );
  }
  return found
    ? E.right(found)
    : E.left(
        badInput(
          `${place}: expected an export made by projection(…), summary(…), milestone(…) or duration(…), got none`,
        ),
      );
};

const chosenFrom = (offered: Offered, name: string | null): E.Either<Failure, Choice> => {
  const chosen = name === null ? only(offered) : named(offered, name);
  if (E.isLeft(chosen)) return chosen;
  const { vocabulary, policy } = offered;
  const { name: called, handles } = 'of' in chosen.right ? chosen.right.of : chosen.right;
  const unknown = handles.filter((type) => !Object.hasOwn(vocabulary.definitions, type));
  return unknown.length === 0
    ? E.right({ chosen: chosen.right, vocabulary, policy })
    : E.left(
        badInput(
          `${offered.place}: ${called} handles ${unknown.join(', ')}, which no vocabulary has; export one as \`vocabulary\`, made by extend(core, …)`,
        ),
      );
};

/** Chooses a projection or a summary, of a module or built in, by its name; without one, the module's only one. */
export const choose = async (
  module: string | null,
  name: string | null,
): Promise<E.Either<Failure, Choice>> => {
  if (module === null) {
    return name === null
      ? E.left(badInput('expected --module PATH or --projection NAME, got neither'))
      : chosenFrom(builtInOnly, name);
  }
  const loaded = await loadModule(module);
  if (E.isLeft(loaded)) return loaded;
  const offered = offeredBy(module, loaded.right);
  return E.isLeft(offered) ? offered : chosenFrom(offered.right, name);
};

import * as E from 'fp-ts/lib/Either.js';
import type { Vocabulary } from '../index.ts';
import { core, IncidentId, showFault } from '../index.ts';
import type { Importer } from '../import/public.ts';
import { isVocabulary } from './exportKinds.ts';
import type { Failure } from './failure.ts';
import { badInput, firstOf, messageOf } from './failure.ts';
import { CLOUD_EVENTS, CSV, formats, LOG } from './formats.ts';
import type { Io } from './io.ts';
import { loadModule } from './loadModule.ts';
import { ownImporter } from './ownImporter.ts';
import { reasonOf } from './reasonOf.ts';
import type { Reading } from './request.ts';

/** What files can be read with. */
export interface Readers {
  /** The user's own importers, then that of the mapping file: in the order in which equals are preferred, before all others. */
  readonly own: readonly Importer[];
  /** The one that is asked for; null to recognise it. */
  readonly asked: Importer | null;
  /** The one of the mapping file, which a file that is like nothing else is taken to be for; null without one. */
  readonly mapped: Importer | null;
  /** The event types there are. */
  readonly vocabulary: Vocabulary<unknown>;
}

type Own = Pick<Readers, 'own' | 'vocabulary'>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const FIELDS = { name: 'string', version: 'string', recognise: 'function', read: 'function' };

/** What keeps a value from being an importer: the fields that are not as they should be. */
const lackingIn = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(FIELDS)
    .filter(([field, type]) => typeof value[field] !== type)
    .map(([field, type]) => `${field}: expected a ${type}, got ${typeof value[field]}`);

/** What keeps importers from being told apart, by their names. */
const misnamed = (own: readonly Importer[]): readonly string[] => {
  const names = own.map(({ name }) => name);
  return [...new Set(names)].flatMap((name) => {
    if (!IncidentId.is(name)) {
      return [`expected an importer with a name without spaces, got ${JSON.stringify(name)}`];
    }
    if (formats.includes(name)) {
      return [
        `expected an importer with a name of its own, got ${name}, which is a format already`,
      ];
    }
    const count = names.filter((other) => other === name).length;
    return count > 1
      ? [`expected importers with different names, got ${count} called ${name}`]
      : [];
  });
};

const isImporter = (value: unknown): value is Importer =>
  isObject(value) && lackingIn(value).length === 0;

/** What the user's module adds. */
const ownOf = async (module: string | null): Promise<E.Either<Failure, Own>> => {
  if (module === null) return E.right({ own: [], vocabulary: core });
  const loaded = await loadModule(module);
  if (E.isLeft(loaded)) return loaded;
  const { vocabulary = core, ...others } = loaded.right;
  const place = `--module ${module}`;
  if (!isVocabulary(vocabulary)) {
    return E.left(
      badInput(`${place}: vocabulary: expected one made by extend(core, …), got something else`),
    );
  }
  const exported = Object.entries(others).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((each: unknown) => [name, each] as const)
      : [[name, value] as const],
  );
  const own = new Set(exported.flatMap(([, value]) => (isImporter(value) ? [value] : [])));
  const wrongNames = misnamed([...own]);
  if (wrongNames.length > 0) {
    return E.left(badInput(...wrongNames.map((wrong) => `${place}: ${wrong}`)));
  }
  if (own.size > 0) return E.right({ own: [...own].map(ownImporter), vocabulary });
  const nearly = exported.flatMap(([name, value]) =>
    isObject(value) && ('read' in value || 'recognise' in value)
      ? lackingIn(value).map((fault) => `${place}: ${name}.${fault}`)
      : [],
  );
  return E.left(
    nearly.length > 0
      ? badInput(...nearly)
      : badInput(
          `${place}: expected an importer, { name, version, recognise, read }, among its exports, got ${Object.keys(loaded.right).join(', ')}`,
        ),
  );
};

/** The importer of a mapping file. */
const mappedBy = async (
  path: string,
  io: Io,
  vocabulary: Vocabulary<unknown>,
): Promise<E.Either<Failure, Importer>> => {
  const refused = (...reasons: readonly string[]): E.Either<Failure, never> =>
    E.left(badInput(...firstOf(reasons).map((reason) => `--mapping ${path}: ${reason}`)));
  let text: string;
  try {
    text = new TextDecoder().decode(await io.read(path));
  } catch (cause) {
    return refused(reasonOf(cause));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return refused(`expected a mapping as JSON: ${messageOf(cause)}`);
  }
  const { csv, decodeCsvMapping } = await import('../import/public.ts');
  // A vocabulary's types are not looked at here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const known = vocabulary as Vocabulary<object>;
  const mapping = decodeCsvMapping(value, known);
  return E.isLeft(mapping)
    ? refused(...mapping.left.map(showFault))
    : E.right(csv(mapping.right, known));
};

/** The importers there are, of which event logs need none. */
const loadImporters = async (): Promise<readonly Importer[]> =>
  (await import('./importers.ts')).importers;

/** Finds what files are to be read with. */
export const readersFor = async (
  { format, importModule = null, mapping = null }: Omit<Reading, 'files'>,
  io: Io,
): Promise<E.Either<Failure, Readers>> => {
  const module = await ownOf(importModule);
  if (E.isLeft(module)) return module;
  const { vocabulary } = module.right;
  const mapped = mapping === null ? null : await mappedBy(mapping, io, vocabulary);
  if (mapped && E.isLeft(mapped)) return mapped;
  const own = [...module.right.own, ...(mapped ? [mapped.right] : [])];
  const readers = { own, asked: null, mapped: mapped?.right ?? null, vocabulary };
  if (format === null || format === LOG || format === CLOUD_EVENTS) return E.right(readers);
  if (format === CSV) {
    return mapped
      ? E.right({ ...readers, asked: mapped.right })
      : E.left(badInput('--as csv: expected --mapping FILE beside it, got none'));
  }
  const asked = [...own, ...(await loadImporters())].find(({ name }) => name === format);
  if (asked) return E.right({ ...readers, asked });
  const names = [...new Set([...formats, ...own.map(({ name }) => name)])];
  return E.left(
    badInput(`--as: expected one of ${names.join(', ')}, got ${JSON.stringify(format)}`),
  );
};

/** The importer of a document that begins so; what is known when none is. */
export const importerFor = async (
  { own, asked, mapped }: Readers,
  head: string,
): Promise<E.Either<readonly string[], Importer>> => {
  if (asked) return E.right(asked);
  const { recogniseImporter } = await import('../import/public.ts');
  const all = [...own, ...(await loadImporters())];
  // What keeps the mapping from reading it is told by reading it.
  const importer = recogniseImporter(all, head) ?? mapped;
  return importer ? E.right(importer) : E.left(all.map(({ name }) => name));
};

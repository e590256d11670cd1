import type { DurationDefinition, MilestoneDefinition, Policy, Vocabulary } from '../index.ts';
import type { AnyProjection, AnySummary } from './builtIn.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const areFunctions = (value: Fields, names: readonly string[]): boolean =>
  names.every((name) => typeof value[name] === 'function');

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Whether it has a name and a version, as everything here that is defined has. */
const isVersioned = (value: unknown): value is Fields =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['version'] === 'number';

/** Whether it is what `projection`, `combine` and the like give. */
export const isProjection = (value: unknown): value is AnyProjection =>
  isVersioned(value) &&
  areTexts(value['scopes']) &&
  areTexts(value['handles']) &&
  areFunctions(value, ['initial', 'apply', 'view']);

/** Whether it is what `summary` gives. */
export const isSummary = (value: unknown): value is AnySummary =>
  isVersioned(value) &&
  isProjection(value['of']) &&
  areFunctions(value, ['initial', 'add', 'merge', 'view']);

/** Whether it is what `duration` gives. */
export const isDuration = (value: unknown): value is DurationDefinition =>
  isVersioned(value) && typeof value['from'] === 'string' && typeof value['to'] === 'string';

/** Whether it is what `milestone` gives. */
export const isMilestone = (value: unknown): value is MilestoneDefinition =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  areTexts(value['claims']) &&
  (typeof value['pick'] === 'function' || value['pick'] === 'first' || value['pick'] === 'last');

/** Whether it is what `extend` gives. */
export const isVocabulary = (value: unknown): value is Vocabulary<unknown> =>
  isObject(value) &&
  isObject(value['definitions']) &&
  Object.values(value['definitions']).every(
    (definition) => isObject(definition) && 'happening' in definition && 'data' in definition,
  );

/** Whether it is a policy. */
export const isPolicy = (value: unknown): value is Policy =>
  isVersioned(value) && areTexts(value['rank']);

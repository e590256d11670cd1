import type { Fault } from '../primitives/fault.ts';
import { showValue } from '../primitives/fault.ts';
import { isObject } from '../primitives/isObject.ts';

const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** What the fields of a document have to be that are looked at before its claims are. */
const EXPECTED: readonly (readonly [
  path: readonly string[],
  expected: string,
  isRight: (value: unknown) => boolean,
])[] = [
  [['sourceKey'], 'text that is not empty', isFilled],
  [['importer', 'name'], 'text that is not empty', isFilled],
  [['importer', 'version'], 'text that is not empty', isFilled],
  [['complete'], 'true or false', (value) => typeof value === 'boolean'],
  [['claims'], 'a list of claims', Array.isArray],
];

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (isObject(at) ? Reflect.get(at, key) : undefined), value);

const claimFaults = (claims: readonly unknown[]): readonly Fault[] => {
  const faults: Fault[] = [];
  let index = 0;
  for (const claim of claims) {
    if (!isObject(claim) || Array.isArray(claim)) {
      faults.push({ path: `claims.${index}`, expected: 'a claim', actual: showValue(claim) });
    }
    index += 1;
  }
  return faults;
};

/** What keeps a value, which plain JavaScript may pass, from being a document; what its claims say is not looked at. */
export const documentFaults = (value: unknown): readonly Fault[] => {
  if (!isObject(value)) {
    return [{ path: '', expected: 'a document with claims', actual: showValue(value) }];
  }
  const faults = EXPECTED.flatMap(([path, expected, isRight]): readonly Fault[] => {
    const found = valueAt(value, path);
    return isRight(found) ? [] : [{ path: path.join('.'), expected, actual: showValue(found) }];
  });
  const claims = valueAt(value, ['claims']);
  return Array.isArray(claims) ? [...faults, ...claimFaults(claims)] : faults;
};

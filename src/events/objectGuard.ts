/** Whether a value is one that its codec gives back as it is. */
export type Guard = (value: unknown) => boolean;

/** A field of an object's codec. */
export interface Field {
  /** Whether its value is one that the field's codec gives back as it is. */
  readonly guard: Guard;
  /** Whether it must be there. */
  readonly isRequired: boolean;
}

/** Whether it is an object as a literal or JSON makes it; one of a class or of another realm is not. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Where one gets to in an object by its known fields in their order. */
interface Place {
  readonly key: string;
  readonly guard: Guard;
  /** How many required fields have not come yet. */
  readonly missing: number;
  /** The field that came next the first time. */
  first: Place | null;
  readonly others: Map<string, Place>;
}

/** Objects come in few orders of fields; one that takes more places than this is walked all the same. */
const MOST_PLACES = 1000;

const both =
  (a: Guard, b: Guard): Guard =>
  (value) =>
    a(value) && b(value);

const merged = (entries: readonly (readonly [string, Field])[]): ReadonlyMap<string, Field> => {
  const fields = new Map<string, Field>();
  for (const [key, { guard, isRequired }] of entries) {
    const known = fields.get(key);
    fields.set(
      key,
      known
        ? { guard: both(known.guard, guard), isRequired: known.isRequired || isRequired }
        : { guard, isRequired },
    );
  }
  return fields;
};

/**
 * The guard of an object with such fields; a field given twice must pass both. Fields that are not among them
 * are passed over.
 *
 * @remarks It goes through the object's own keys, which engines do at once, and remembers which field followed
 * which, so that an object in a known order costs one comparison a key.
 */
export const objectGuard = (entries: readonly (readonly [string, Field])[]): Guard => {
  const fields = merged(entries);
  const required = [...fields.values()].filter(({ isRequired }) => isRequired).length;
  const start: Place = {
    key: '',
    guard: () => true,
    missing: required,
    first: null,
    others: new Map(),
  };
  let places = 0;

  const placeAfter = (place: Place, key: string): Place | null => {
    const known = place.others.get(key);
    if (known) return known;
    const field = fields.get(key);
    if (!field) return null;
    const missing = place.missing - (field.isRequired ? 1 : 0);
    const next: Place = { key, guard: field.guard, missing, first: null, others: new Map() };
    if (places < MOST_PLACES) {
      places += 1;
      if (place.first) place.others.set(key, next);
      else place.first = next;
    }
    return next;
  };

  return (value) => {
    if (!isPlain(value)) return false;
    let place = start;
    // A plain object has no other keys than its own.
    // oxlint-disable-next-line guard-for-in
    for (const key in value) {
      const first = place.first;
      const next = first !== null && first.key === key ? first : placeAfter(place, key);
      if (next === null) continue;
      if (!next.guard(value[key])) return false;
      place = next;
    }
    return place.missing === 0;
  };
};

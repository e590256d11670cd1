import type { Vocabulary } from '../events/vocabulary.ts';
import { definitionOf, typesOf } from '../events/vocabulary.ts';
import type { Policy } from '../history/policy.ts';
import type { Json } from '../primitives/json.ts';

/** Under what saved states were made: kept beside them, since under another they would have come out otherwise. */
export interface SavedSetting {
  /** The policy, as `name@version`. */
  readonly policy: string;
  /** The types of the vocabulary in their order, each as `type@version` with how its claims find each other. */
  readonly types: readonly string[];
  /** The types that were met and not in it. */
  readonly unread: readonly string[];
}

/** The key that it is saved under; no incident's id has a space. */
export const SETTING_KEY = ' setting';

/** The setting of a projection that is about to be followed. */
export const settingOf = <D>(vocabulary: Vocabulary<D>, policy: Policy): SavedSetting => ({
  policy: `${policy.name}@${policy.version}`,
  types: typesOf(vocabulary).map((type) => {
    const { version, happening } = definitionOf(vocabulary, type) ?? {};
    return `${type}@${version} ${typeof happening === 'function' ? 'id' : happening}`;
  }),
  unread: [],
});

const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The setting that was saved; null when none was. */
export const settingIn = (value: Json): SavedSetting | null => {
  if (typeof value !== 'object' || value === null || !('policy' in value)) return null;
  const { policy, types, unread } = value;
  if (typeof policy !== 'string') return null;
  return { policy, types: textsIn(types), unread: textsIn(unread) };
};

/** The setting as JSON. */
export const settingToSave = ({ policy, types, unread }: SavedSetting): Json => ({
  policy,
  types,
  unread,
});

/**
 * Why states that were saved under a setting cannot be gone on with under another; null when they can: types of which
 * no event came may be added at the end.
 */
export const settingProblem = (saved: SavedSetting, now: SavedSetting): string | null => {
  if (saved.policy !== now.policy) {
    return `they were made under the policy ${saved.policy}, not ${now.policy}`;
  }
  const other = saved.types.findIndex((type, index) => type !== now.types[index]);
  if (other >= 0) {
    const [before, after] = [saved.types[other], now.types[other]];
    return `they were made with another vocabulary: it had ${before} where this one has ${after ?? 'nothing'}`;
  }
  const added = new Set(
    now.types.slice(saved.types.length).map((type) => type.replace(/@.*$/s, '')),
  );
  const met = saved.unread.find((type) => added.has(type));
  return met === undefined
    ? null
    : `they were made with a vocabulary without ${met}, of which the ledger has events`;
};

import { messageOf } from './failure.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'expected a file, got a folder',
  EACCES: 'not readable by this user',
};

/** Why a file could not be read, for people. */
export const reasonOf = (cause: unknown): string => {
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return REASONS[code] ?? messageOf(cause);
};

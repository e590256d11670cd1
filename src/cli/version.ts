import { readFileSync } from 'node:fs';

/** The version of this package. */
export const version = (): string => {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const stated =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? manifest.version
      : null;
  return typeof stated === 'string' ? stated : 'unknown';
};

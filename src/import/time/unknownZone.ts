import type { ImportError } from '../importer.ts';

/** What is said of a zone asked for that there is not. */
export const unknownZone = (zone: string): ImportError => ({
  _tag: 'UnknownZone',
  place: 'options.zone',
  message: `there is no zone "${zone}"`,
  expected: 'an IANA zone such as Europe/Paris, or an offset such as +01:00',
});

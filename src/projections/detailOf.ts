/** The fields that tell a happening from others of its type, where a text alone would not. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  AlertRaised: ['monitor'],
  Cancelled: ['outcome'],
  CauseIdentified: ['category', 'strength'],
  ChangeMade: ['kind'],
  Classified: ['regime', 'outcome'],
  Declared: ['kind', 'reference'],
  Detected: ['by'],
  ImpactChanged: ['component', 'degree'],
  ImpactEnded: ['component'],
  ImpactMeasured: ['written'],
  ImpactStarted: ['component', 'degree'],
  IncidentLinked: ['relation', 'incidentId'],
  Merged: ['into'],
  RegulatorNotified: ['regime', 'authority', 'stage'],
  ResponderJoined: ['role'],
  RoleAssigned: ['role'],
  SeverityAssigned: ['scale', 'level'],
  StatusPublished: ['status'],
};

/** What a payload says in a field; undefined when it has none. */
export const fieldOf = (data: unknown, field: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, field)
    ? Reflect.get(data, field)
    : undefined;

/** What a payload says in few words, as its source writes them; null when it says nothing more. */
export const detailOf = (type: string, data: unknown): string | null => {
  const fields = Object.hasOwn(TELLING, type) ? (TELLING[type] ?? []) : [];
  const words = fields
    .map((field) => fieldOf(data, field))
    .filter((value) => typeof value === 'string' && value !== '');
  return words.length === 0 ? null : words.join(' ');
};

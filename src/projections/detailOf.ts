/** The fields that tell a happening from others of its type, where a text alone would not. */
const TELLING: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
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
  }),
);

/** What a payload says in a field; undefined when it has none. */
export const fieldOf = (data: unknown, field: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, field)
    ? Reflect.get(data, field)
    : undefined;

/** The window of planned work as an ISO 8601 interval. */
const windowOf = (data: unknown): string | null => {
  const window = fieldOf(data, 'window');
  const [from, to] = [fieldOf(window, 'from'), fieldOf(window, 'to')];
  return typeof from === 'string' && typeof to === 'string' ? `${from}/${to}` : null;
};

/** What a payload says in few words, as its source writes them; null when it says nothing more. */
export const detailOf = (type: string, data: unknown): string | null => {
  if (type === 'MaintenanceScheduled') return windowOf(data);
  let detail: string | null = null;
  for (const field of TELLING.get(type) ?? []) {
    const word = fieldOf(data, field);
    if (typeof word === 'string' && word !== '') {
      detail = detail === null ? word : `${detail} ${word}`;
    }
  }
  return detail;
};

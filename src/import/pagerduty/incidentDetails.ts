import type { OutsideObject } from '../json/outsideJson.ts';

/** What a reference shows to people. */
export const summaryOf = (reference: OutsideObject | undefined): string | undefined =>
  reference?.text('summary') ?? reference?.text('name');

const listed = (incident: OutsideObject, key: string): readonly (string | undefined)[] | null =>
  incident.has(key) ? incident.objects(key).map(summaryOf) : null;

/** What an incident’s record says that no event says, as lines. */
export const incidentDetails = (
  incident: OutsideObject,
): readonly (readonly [string, unknown])[] => {
  const bridge = incident.object('conference_bridge');
  const fields = incident.has('custom_fields') ? incident.objects('custom_fields') : [];
  return [
    ['service', summaryOf(incident.object('service'))],
    ['impacted services', listed(incident, 'impacted_services')],
    ['escalation policy', summaryOf(incident.object('escalation_policy'))],
    ['teams', listed(incident, 'teams')],
    ['incident key', incident.id('incident_key')],
    ['incident type', summaryOf(incident.object('incident_type'))],
    ['conference', bridge?.text('conference_url')],
    ['conference number', bridge?.text('conference_number')],
    ...fields.map(
      (field) =>
        [field.text('display_name') ?? field.text('name') ?? 'field', field.raw('value')] as const,
    ),
  ];
};

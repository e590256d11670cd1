import { IncidentId } from '../../primitives/ids.ts';
import { exactly } from '../../primitives/moment.ts';
import { publishedComponents } from '../prose/componentList.ts';
import { withStatus } from '../prose/componentNames.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { newReading } from '../reading.ts';
import type { StatuspageIncident } from './statuspageIncident.ts';
import { statusWord } from '../prose/statusWords.ts';

/**
 * Reads the webhook that tells of a component's new status. It names no incident: what it publishes goes into a stream of the
 * component's own, unless it is recorded into an incident.
 */
export const componentUpdate = (
  webhook: OutsideObject,
  pageId: string | undefined,
  importer: { readonly name: string; readonly version: string },
): StatuspageIncident => {
  const reading = newReading();
  const { warnings } = reading;
  const [update, component] = [webhook.object('component_update'), webhook.object('component')];
  const id = update?.id('component_id') ?? component?.id('id');
  const [item, at] = [update?.id('id'), update?.instant('created_at')];
  const status = update?.text('new_status') ?? '';
  const key = [pageId, 'component', id].filter((part) => part !== undefined).join('-');
  if (
    id === undefined ||
    item === undefined ||
    at === undefined ||
    status === '' ||
    !IncidentId.is(key)
  ) {
    return { reason: 'the update of a component lacks an id, a time or a status', warnings };
  }
  const name = component?.text('name') ?? id;
  const moment = exactly(at);
  reading.add(
    'StatusPublished',
    {
      status: statusWord(status),
      audience: 'public',
      components: publishedComponents([withStatus(name === '' ? id : name, status)]),
    },
    {
      occurredAt: moment,
      statedAt: moment,
      source: { kind: 'status-page', name: pageId ?? 'status page', locator: `component ${id}` },
      item: `update ${item}`,
    },
  );
  return {
    document: {
      sourceKey: `statuspage-json:${key}`,
      incidentId: key,
      importer,
      statedAt: moment,
      complete: false,
      claims: reading.claims,
    },
    warnings,
  };
};

import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { pagedItems } from '../json/pagedItems.ts';
import { unknownZone } from '../time/unknownZone.ts';
import { zoneOf } from '../time/zone.ts';
import { statuspagePaths, statuspageReader } from './statuspageReader.ts';

const NAME = 'statuspage-json';
const VERSION = '1';
const HEAD = 65_536;

const recognise = (head: string): number => {
  const text = head.slice(0, HEAD);
  if (!/^\uFEFF?\s{0,20}[{[]/.test(text)) return 0;
  // incident.io lists updates under the same name.
  if (/"new_incident_status"\s{0,9}:/.test(text)) return 0;
  if (/"incident_updates"\s{0,9}:/.test(text)) return 0.95;
  if (/"component_update"\s{0,9}:/.test(text)) return 0.9;
  if (/"months"\s{0,9}:/.test(text) && /"code"\s{0,9}:/.test(text)) return 0.8;
  const isPage = /"page"\s{0,9}:\s{0,9}\{/.test(text);
  return isPage && /"(?:incidents?|scheduled_maintenances)"\s{0,9}:/.test(text) ? 0.8 : 0;
};

async function* read(
  text: AsyncIterable<string>,
  options: ReadOptions = {},
): AsyncIterable<ReadItem> {
  if (options.zone !== undefined && !zoneOf(options.zone)) {
    yield { _tag: 'Error', error: unknownZone(options.zone) };
    return;
  }
  const reader = statuspageReader(options, { name: NAME, version: VERSION });
  for await (const part of pagedItems(text, statuspagePaths)) {
    if (part._tag === 'Item') yield* reader.take(part.item);
    else yield part;
    if (part._tag === 'Error') return;
  }
  yield* reader.end();
}

/**
 * Reads the JSON of Atlassian Statuspage v2: `incidents.json`, `incidents/unresolved.json`, `scheduled-maintenances.json`,
 * `summary.json`, `history.json`, one incident, the body of a webhook, and any number of them one after the other; also versions of incidents, a
 * line `{ kind, seen, commit, doc }` each, or the incidents themselves one after the other, oldest first.
 *
 * @remarks
 * Shape: a document each incident and version. Keys are ids only, so that a later version of an incident corrects, withdraws
 * and adds, and `knownAt` gives back what the page said at any moment at which it was seen. The period of an
 * incident on the page claims nothing about impact; the statuses of components that its updates publish do, by the time
 * they were displayed.
 * Source: https://metastatuspage.com/api and the notifications sent to webhooks.
 * @public
 */
export const statuspageJson: Importer = { name: NAME, version: VERSION, recognise, read };

/**
 * Importers: documents from outside, read into sourced claims.
 *
 * @packageDocumentation
 */
export type {
  ImportedDocument,
  Importer,
  ImportError,
  ImportWarning,
  LeftOut,
  ReadItem,
  ReadOptions,
} from './importer.ts';
export type { CloudEvent } from './cloudevents/cloudEvent.ts';
export { cloudEventOf, storedEventOf } from './cloudevents/cloudEvent.ts';
export type { CsvCondition, CsvMapping, CsvNote, CsvRule, CsvTime } from './csv/csvMapping.ts';
export { bpiMapping } from './csv/bpiMapping.ts';
export { csv, decodeCsvMapping } from './csv/csv.ts';
export { serviceNowMapping } from './csv/serviceNowMapping.ts';
export { readCloudEvents } from './cloudevents/readCloudEvents.ts';
export type { ReadResult } from './readAll.ts';
export { postmortem } from './postmortem/postmortemDocument.ts';
export { readAll } from './readAll.ts';
export { recogniseImporter } from './recogniseImporter.ts';
export { statusPage } from './status-page/statusPage.ts';
export { statuspageJson } from './statuspage/statuspageJson.ts';
export { alertmanager } from './alertmanager/alertmanager.ts';
export { datadog } from './datadog/datadog.ts';
export { gcpStatus } from './gcp-status/gcpStatus.ts';
export { incidentIo } from './incident-io/incidentIo.ts';
export { opsgenie } from './opsgenie/opsgenie.ts';
export { pagerduty } from './pagerduty/pagerduty.ts';
export { upptime } from './upptime/upptime.ts';
export { githubStatus } from './github-status/githubStatus.ts';

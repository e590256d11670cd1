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
export type { CloudEvent } from './cloudEvent.ts';
export { cloudEventOf, storedEventOf } from './cloudEvent.ts';
export type { CsvCondition, CsvMapping, CsvNote, CsvRule, CsvTime } from './csvMapping.ts';
export { bpiMapping } from './bpiMapping.ts';
export { csv, decodeCsvMapping } from './csv.ts';
export { serviceNowMapping } from './serviceNowMapping.ts';
export { readCloudEvents } from './readCloudEvents.ts';
export type { ReadResult } from './readAll.ts';
export { postmortem } from './postmortemDocument.ts';
export { readAll } from './readAll.ts';
export { recogniseImporter } from './recogniseImporter.ts';
export { statusPage } from './statusPage.ts';
export { statuspageJson } from './statuspageJson.ts';
export { alertmanager } from './alertmanager/alertmanager.ts';
export { datadog } from './datadog/datadog.ts';
export { gcpStatus } from './gcp-status/gcpStatus.ts';
export { incidentIo } from './incident-io/incidentIo.ts';
export { opsgenie } from './opsgenie/opsgenie.ts';
export { pagerduty } from './pagerduty/pagerduty.ts';
export { upptime } from './upptime/upptime.ts';
export { githubStatus } from './githubStatus.ts';

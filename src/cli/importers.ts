import type { Importer } from '../import/public.ts';
import {
  alertmanager,
  bpiMapping,
  csv,
  datadog,
  gcpStatus,
  githubStatus,
  incidentIo,
  opsgenie,
  pagerduty,
  postmortem,
  serviceNowMapping,
  statusPage,
  statuspageJson,
  upptime,
} from '../import/public.ts';

/** The importers, in the order in which equals are preferred. */
export const importers: readonly Importer[] = [
  statusPage,
  postmortem,
  statuspageJson,
  githubStatus,
  pagerduty,
  incidentIo,
  opsgenie,
  alertmanager,
  upptime,
  gcpStatus,
  datadog,
  csv(serviceNowMapping),
  csv(bpiMapping),
];

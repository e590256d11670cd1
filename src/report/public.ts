/**
 * What people look at: the report of an incident, as data and as text.
 *
 * @packageDocumentation
 */
export { columns } from './columns.ts';
export type { Alignment, Layout } from './columns.ts';
export { durationText, differenceText } from './durationText.ts';
export type { IncidentReport, ReportedWarning } from './incidentReport.ts';
export { incidentReport, reportJson } from './incidentReport.ts';
export type { Paint, Style } from './paint.ts';
export { momentText } from './momentText.ts';
export { plain } from './plain.ts';
export type { ReportTextOptions } from './reportText.ts';
export { reportText } from './reportText.ts';
export type { ZonedClock } from './zonedClock.ts';
export { isZone, zonedClock } from './zonedClock.ts';

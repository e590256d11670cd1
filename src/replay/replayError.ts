import type { LoadError } from '../ledger/ledgerError.ts';
import { showLedgerError } from '../ledger/ledgerError.ts';
import type { IncidentId } from '../primitives/ids.ts';
import type { LogFault } from './logFault.ts';
import { showLogFault } from './logFault.ts';

/**
 * Some lines of a log cannot be read.
 *
 * @public
 */
export interface UnreadableLog {
  /** Always `UnreadableLog`. */
  readonly _tag: 'UnreadableLog';
  /** What is wrong, by line, up to where the replay ended. */
  readonly faults: readonly LogFault[];
  /** The first of it in a sentence. */
  readonly message: string;
}

/**
 * The lines of an incident do not stand together. A replay in flat memory needs them to; `incident-ledger sort`
 * brings them together.
 *
 * @public
 */
export interface NotGrouped {
  /** Always `NotGrouped`. */
  readonly _tag: 'NotGrouped';
  /** The line, from 1, at which the incident comes again. */
  readonly line: number;
  /** The incident. */
  readonly incidentId: string;
  /** The same in a sentence. */
  readonly message: string;
}

/**
 * The function that takes the views threw or rejected.
 *
 * @public
 */
export interface TakerFault {
  /** Always `TakerFault`. */
  readonly _tag: 'TakerFault';
  /** The incident whose view it was given. */
  readonly incidentId: IncidentId;
  /** What was thrown, as text. */
  readonly message: string;
  /** What was thrown. */
  readonly cause: unknown;
}

/**
 * Why a replay of a whole ledger did not come to its end.
 *
 * @public
 */
export type ReplayError = LoadError | UnreadableLog | NotGrouped | TakerFault;

/**
 * Says a {@link ReplayError} in a sentence.
 *
 * @public
 */
export const showReplayError = (error: ReplayError): string => {
  switch (error._tag) {
    case 'UnreadableLog':
      return error.faults.map(showLogFault).join('; ');
    case 'NotGrouped':
      return `line ${error.line}: incident ${error.incidentId} comes again after others; incident-ledger sort groups a log of any size`;
    case 'TakerFault':
      return `the view of incident ${error.incidentId} could not be taken: ${error.message}`;
    default:
      return showLedgerError(error);
  }
};

/** More faults than this are only counted in a sentence. */
const MOST_SAID = 3;

/** Some lines that cannot be read. */
export const unreadableLog = (faults: readonly LogFault[]): UnreadableLog => {
  const more = faults.length - MOST_SAID;
  const said = faults.slice(0, MOST_SAID).map(showLogFault);
  const message = [...said, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
  return { _tag: 'UnreadableLog', faults, message };
};

/** An incident that comes again at a line. */
export const notGrouped = (line: number, incidentId: string): NotGrouped => {
  const error: NotGrouped = { _tag: 'NotGrouped', line, incidentId, message: '' };
  return { ...error, message: showReplayError(error) };
};

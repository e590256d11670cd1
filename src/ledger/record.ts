import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { ClaimDocument } from '../events/claim.ts';
import type { Vocabulary } from '../events/vocabulary.ts';
import type { EventId, IncidentId } from '../primitives/ids.ts';
import { messageOf } from '../primitives/messageOf.ts';
import { measuredBatches } from './batches.ts';
import { commit } from './commit.ts';
import { documentFaults } from './documentFaults.ts';
import type { Imported } from './imported.ts';
import { imported } from './imported.ts';
import type { InvalidDocument, InvalidEvents, LedgerError } from './ledgerError.ts';
import { planDocument } from './planDocument.ts';
import type { Planned } from './recordPlan.ts';
import type { RecordOptions, RecordReport } from './recordReport.ts';
import { reportOf } from './recordReport.ts';
import type { Setting } from './setting.ts';

/** A document made ready, whatever was passed for it: what plain JavaScript passes may even throw when it is read. */
const readyDocument = <D>(
  document: ClaimDocument<D>,
  into: IncidentId | undefined,
  vocabulary: Vocabulary<D>,
): E.Either<InvalidDocument | InvalidEvents, Imported> => {
  try {
    const faults = documentFaults(document);
    return faults.length > 0
      ? E.left({ _tag: 'InvalidDocument', faults })
      : imported(document, into ?? document.incidentId, vocabulary);
  } catch (cause) {
    const actual = `an error: ${messageOf(cause)}`;
    return E.left({
      _tag: 'InvalidDocument',
      faults: [{ path: '', expected: 'a document that can be read', actual }],
    });
  }
};

/** Records what an importer read: see `Ledger.record`. */
export const record =
  <D>(
    setting: Setting<D>,
    document: ClaimDocument<D>,
    { into, signal }: RecordOptions = {},
  ): TaskEither<LedgerError, RecordReport<D>> =>
  async () => {
    const read = readyDocument(document, into, setting.vocabulary);
    if (E.isLeft(read)) return read;
    const { incidentId } = read.right;
    const now = setting.clock();
    const planned = new Map<string, Planned>();
    let outdated: readonly EventId[] = [];
    const written = await commit<LedgerError, D>(
      setting,
      incidentId,
      (history) => {
        const plan = planDocument(read.right, history, now);
        if (E.isLeft(plan)) return plan;
        for (const item of plan.right.planned) planned.set(item.event.eventId, item);
        ({ outdated } = plan.right);
        return E.right(plan.right.batches);
      },
      { signal, cut: measuredBatches },
    )();
    return E.isLeft(written)
      ? written
      : E.right(reportOf(incidentId, read.right.events, { planned, outdated }, written.right));
  };

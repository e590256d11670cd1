import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { ClaimDocument } from '../events/claim.ts';
import type { EventId } from '../primitives/ids.ts';
import { measuredBatches } from './batches.ts';
import { commit } from './commit.ts';
import { imported } from './imported.ts';
import type { LedgerError } from './ledgerError.ts';
import { planDocument } from './planDocument.ts';
import type { Planned } from './recordPlan.ts';
import type { RecordOptions, RecordReport } from './recordReport.ts';
import { reportOf } from './recordReport.ts';
import type { Setting } from './setting.ts';

/** Records what an importer read: see `Ledger.record`. */
export const record =
  <D>(
    setting: Setting<D>,
    document: ClaimDocument<D>,
    { into, signal }: RecordOptions = {},
  ): TaskEither<LedgerError, RecordReport<D>> =>
  async () => {
    const incidentId = into ?? document.incidentId;
    const read = imported(document, incidentId, setting.vocabulary);
    if (E.isLeft(read)) return read;
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

import * as E from 'fp-ts/lib/Either.js';
import { core, readLog, showLogFault, showStoreError } from '../index.ts';
import type { Failure } from './failure.ts';
import { badInput, storeFailed } from './failure.ts';
import type { Gathered } from './gathered.ts';
import type { InputText } from './inputText.ts';

/** More messages than this are only counted. */
const MOST_MESSAGES = 20;

/** Whether the text is one JSON value over several lines: some other document, not an event a line. */
const isOneValue = (text: string): boolean => {
  if (!text.trim().includes('\n')) return false;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
};

/** Puts the incidents of an event log into the store as they were recorded. */
export const takeLog = async (
  { name, text }: InputText,
  { store, sources, taken }: Gathered,
): Promise<Failure | null> => {
  const { incidents, faults } = readLog(text, core);
  if (faults.length > 0) {
    if (isOneValue(text)) {
      return badInput(
        `${name}: expected an event log, one event as JSON a line, got one JSON value over several lines`,
      );
    }
    const shown = faults.slice(0, MOST_MESSAGES).map((fault) => `${name}: ${showLogFault(fault)}`);
    const more = faults.length - shown.length;
    return badInput(...shown, ...(more > 0 ? [`${name}: and ${more} more`] : []));
  }
  for (const { incidentId, stored } of incidents) {
    const before = await store.read({ incidentId, limit: 1 })();
    if (E.isLeft(before)) return storeFailed(`${name}: ${showStoreError(before.left)}`);
    const restored = await store.restore(incidentId, stored)();
    if (E.isLeft(restored)) {
      return restored.left._tag === 'Conflict'
        ? badInput(
            `${name}: incident ${incidentId}: ${sources.get(incidentId) ?? 'the ledger'} has other events of it; give one log of an incident`,
          )
        : storeFailed(`${name}: ${showStoreError(restored.left)}`);
    }
    if (!sources.has(incidentId)) sources.set(incidentId, name);
    const isNew = before.right.events.length === 0;
    taken.push({
      file: name,
      incidentId,
      appended: isNew ? stored.length : 0,
      known: isNew ? 0 : stored.length,
      corrected: 0,
      retracted: 0,
    });
  }
  return null;
};

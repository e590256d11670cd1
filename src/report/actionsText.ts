import type { Action } from '../projections/actions.ts';
import { columns } from './columns.ts';
import { localizedLines } from './localizedLines.ts';
import { plain } from './plain.ts';
import type { ZonedClock } from './zonedClock.ts';
import { dated } from './zonedClock.ts';

const BOXES: Readonly<Record<Action['status'], string>> = {
  open: '[ ]',
  completed: '[x]',
  dropped: '[-]',
};

const textOf = (action: Action, clock: ZonedClock): string => {
  const { actionId, text, against = {}, owner, dueAt } = action;
  const reason = Object.values(against).map(plain).join(' / ');
  const said = localizedLines(text);
  return [
    ...(said.length === 0 ? [plain(actionId)] : said),
    ...(reason === '' ? [] : [`against: ${reason}`]),
    ...(owner === undefined ? [] : [`owner: ${plain(owner.id)}`]),
    ...(dueAt === undefined ? [] : [`due: ${dated(clock).timeOf(dueAt)}`]),
  ].join('\n');
};

/** What is to be done, with a box each: open, completed `x`, dropped `-`. */
export const actionsText = (
  actions: readonly Action[],
  { clock, width }: { clock: ZonedClock; width: number },
): readonly string[] =>
  columns(
    actions.map((action) => [BOXES[action.status], textOf(action, clock)]),
    { indent: '  ', width },
  );

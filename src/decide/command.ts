import type { CoreEvents } from '../events/core.ts';
import type { Actor } from '../primitives/actor.ts';
import type { IncidentId } from '../primitives/ids.ts';
import { derivedEventId } from '../primitives/ids.ts';
import { canonicalJson } from '../primitives/json.ts';
import type { Moment } from '../primitives/moment.ts';
import type { Source } from '../primitives/source.ts';
import type { Correction } from './recordKeeping.ts';

/**
 * What every command says beside its own fields.
 *
 * @public
 */
export interface CommandInput {
  /** The incident. */
  readonly incidentId: IncidentId;
  /** When it happened in the world. */
  readonly occurredAt: Moment;
  /** Who puts it into the ledger. */
  readonly actor: Actor;
  /** Who says so. */
  readonly source: Source;
  /** When the source said so; when absent, when it is recorded. */
  readonly statedAt?: Moment;
  /** Id of the command; when absent it is derived from what the command says, so that saying it again adds nothing. */
  readonly commandId?: string;
  /** Key of the happening that it is a claim about, where the type's own rule does not find it. */
  readonly happening?: string;
  /** Id that all events of one piece of work share. */
  readonly correlationId?: string;
  /** Id of the event or command that led to it. */
  readonly causationId?: string;
}

/**
 * The wish to record an event of one type. It is data: made by a pure function, decided by `decide`.
 *
 * @public
 */
export interface CommandOf<K, A> extends Omit<CommandInput, 'occurredAt' | 'commandId'> {
  /** Type of the event that it asks for. */
  readonly type: K;
  /** Id of the command: the event's id is derived from it. */
  readonly commandId: string;
  /** When it happened in the world; absent for a correction or retraction: then when it is decided. */
  readonly occurredAt?: Moment;
  /** What the event is to say. */
  readonly data: A;
}

/**
 * Any command of a vocabulary; `type` tells which.
 *
 * @public
 */
export type Command<D = CoreEvents> = {
  [K in keyof D]: CommandOf<K, K extends 'Corrected' ? Correction : D[K]>;
}[keyof D];

/** Any command, its type and data not looked at. */
export type AnyCommand = CommandOf<string, unknown>;

/**
 * Makes the command that asks for an event of that type: what every command says, and the event's own fields
 * beside it.
 *
 * @public
 */
export type CommandFor<K extends keyof CoreEvents> = (
  input: CommandInput & CoreEvents[K],
) => CommandOf<K, CoreEvents[K]>;

type Given = Omit<CommandInput, 'occurredAt'> & Partial<Pick<CommandInput, 'occurredAt'>>;

/** The command of that type with that data. */
export const commandWith = <K extends string, A>(
  type: K,
  given: Given,
  data: A,
): CommandOf<K, A> => {
  const { incidentId, occurredAt, source, happening } = given;
  const said = canonicalJson({ occurredAt, source, happening, data });
  return {
    type,
    commandId: given.commandId ?? derivedEventId('command', incidentId, type, said),
    incidentId,
    actor: given.actor,
    source,
    ...(occurredAt && { occurredAt }),
    ...(given.statedAt && { statedAt: given.statedAt }),
    ...(happening !== undefined && { happening }),
    ...(given.correlationId !== undefined && { correlationId: given.correlationId }),
    ...(given.causationId !== undefined && { causationId: given.causationId }),
    data,
  };
};

/** The maker of commands that ask for that type: what is no field of every command is the event's data. */
export function asks<K extends keyof CoreEvents>(type: K): CommandFor<K>;
export function asks(type: string): (input: CommandInput) => AnyCommand {
  return (input) => {
    const {
      incidentId: _incident,
      occurredAt: _occurred,
      actor: _actor,
      source: _source,
      statedAt: _stated,
      commandId: _command,
      happening: _happening,
      correlationId: _correlation,
      causationId: _causation,
      ...data
    } = input;
    return commandWith(type, input, data);
  };
}

import type { CommandInput, CommandOf } from './command.ts';
import { commandWith } from './command.ts';

/**
 * Asks to record an event of any type, your own included.
 *
 * @example
 * ```ts
 * report('acme.CallOpened', { ...by, occurredAt: exactly('2024-12-17T09:56:00Z'), data: { callId: 'c1' } });
 * ```
 * @public
 */
export const report = <K extends string, A>(
  type: K,
  input: CommandInput & { readonly data: A },
): CommandOf<K, A> => commandWith(type, input, input.data);

import type { Fault } from '../faults.ts';
import { notLeader, strange, unavailable, withStatus, type Failure } from './failures.ts';

/** What a call is to do after it met its fault, or none. */
export type Course =
  | { readonly _tag: 'work'; readonly reply: 'send' | 'cut' | 'keep-back' }
  | { readonly _tag: 'fail'; readonly failure: Failure; readonly strange?: true }
  | { readonly _tag: 'silence' };

/** Turns a fault into the course of a call, waiting first where the fault is a delay. */
export const meetFault = async (fault: Fault | undefined): Promise<Course> => {
  switch (fault?._tag) {
    case undefined:
      return { _tag: 'work', reply: 'send' };
    case 'refuse':
      return { _tag: 'fail', failure: unavailable() };
    case 'not-leader':
      return { _tag: 'fail', failure: notLeader(fault.leader) };
    case 'status':
      return { _tag: 'fail', failure: withStatus(fault.code, fault.details) };
    case 'strange':
      return { _tag: 'fail', failure: strange(), strange: true };
    case 'silence':
      return { _tag: 'silence' };
    case 'delay':
      await fault.until;
      return { _tag: 'work', reply: 'send' };
    case 'lose-reply':
      return { _tag: 'work', reply: fault.connection === 'cut' ? 'cut' : 'keep-back' };
  }
};

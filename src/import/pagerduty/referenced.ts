import type { Actor } from '../../primitives/actor.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { actorOf } from '../vendor/actorOf.ts';

const kindOf = (type: string): NonNullable<Actor['kind']> => {
  if (/^(?:service|bot)|integration/.test(type)) return 'service';
  return /^(?:team|escalation_policy|schedule)/.test(type) ? 'organisation' : 'person';
};

/** What PagerDuty refers to as `user_reference` and the like, without its name. */
export const referenced = (reference: OutsideObject | undefined): Actor | undefined => {
  const type = reference?.raw('type');
  return actorOf(reference?.id('id'), kindOf(typeof type === 'string' ? type : ''));
};

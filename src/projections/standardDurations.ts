import { duration } from './duration.ts';
import type { DurationDefinition } from './duration.ts';

/**
 * How long a change lay in wait before it hurt.
 *
 * @remarks Source: none of the systems read for this library measures it.
 */
const latentFault = duration({ name: 'latent-fault', from: 'changeMade', to: 'impactStarted' });

/**
 * How long until a monitor raised an alert.
 *
 * @remarks Source: part of what others call time to detect; here a customer's call may come first.
 */
const timeToAlert = duration({
  name: 'time-to-alert',
  from: 'impactStarted',
  to: 'alerted',
  fallback: 'detected',
});

/**
 * How long until anybody knew. It never falls back: without an impact start it is not known.
 *
 * @remarks Source: as Datadog's Time to Detect (earliest impact to detected). Keep measures from the first alert
 * to the creation of its record.
 */
const timeToDetect = duration({ name: 'time-to-detect', from: 'impactStarted', to: 'detected' });

/**
 * How long an alert waited for somebody to take it in hand.
 *
 * @remarks Source: PagerDuty's seconds_to_first_ack runs from the start of its incident, which the alert opens.
 * FireHydrant and Rootly measure acknowledgement from the start of impact.
 */
const alertToAcknowledge = duration({
  name: 'alert-to-acknowledge',
  from: 'alerted',
  to: 'acknowledged',
});

/**
 * How long from knowing until the crisis cell stood.
 *
 * @remarks Source: PagerDuty's seconds_to_mobilize runs from the trigger to the last responder to acknowledge.
 */
const detectToMobilise = duration({
  name: 'detect-to-mobilise',
  from: 'detected',
  to: 'cellCreated',
});

/**
 * How long until the crisis cell stood.
 *
 * @remarks Source: as `detect-to-mobilise`, from the start of impact.
 */
const timeToMobilise = duration({
  name: 'time-to-mobilise',
  from: 'impactStarted',
  to: 'cellCreated',
  fallback: 'detected',
});

/**
 * How long until the fix that held was applied.
 *
 * @remarks Source: the R of MTTR read as repair. Datadog's Time to Repair runs from detection to the end of impact.
 */
const timeToFix = duration({
  name: 'time-to-fix',
  from: 'impactStarted',
  to: 'fixApplied',
  fallback: 'detected',
});

/**
 * How long service took to come back once the fix was applied.
 *
 * @remarks Source: none of the systems read for this library measures it.
 */
const recoveryLag = duration({ name: 'recovery-lag', from: 'fixApplied', to: 'restored' });

/**
 * How long until service was back for those who use it.
 *
 * @remarks
 * Source: the downtime of Delegated Regulation (EU) 2024/1772 (DORA), article 3(2); DORA metrics' failed
 * deployment recovery time counts only failures by deployment, and Apache DevLake starts it at the deployment.
 */
const timeToRestore = duration({
  name: 'time-to-restore',
  from: 'impactStarted',
  to: 'restored',
  fallback: 'detected',
});

/**
 * How long until the incident was declared over.
 *
 * @remarks
 * Source: the duration of Delegated Regulation (EU) 2024/1772 (DORA), article 3(1), from occurrence, or from
 * detection where that is unknown. PagerDuty's seconds_to_resolve starts at the trigger, Datadog's Time to Resolve
 * at the declaration; FireHydrant and Rootly start at the start of impact.
 */
const timeToResolve = duration({
  name: 'time-to-resolve',
  from: 'impactStarted',
  to: 'resolved',
  fallback: 'detected',
});

/**
 * How long those who were hit waited for the first word in public.
 *
 * @remarks Source: Etsy's morgue keeps the time of the first status post; no other system read measures from it.
 */
const disclosureLag = duration({
  name: 'disclosure-lag',
  from: 'impactStarted',
  to: 'firstPublicNotice',
});

/**
 * How long after service was back the first word in public came; negative where it came before, which is usual
 * and good, and so no fault of the claims.
 *
 * @remarks Source: none of the systems read for this library measures it.
 */
const restoreToDisclosure = duration({
  name: 'restore-to-disclosure',
  from: 'restored',
  to: 'firstPublicNotice',
  signed: true,
});

/**
 * How long the incident was open in public.
 *
 * @remarks Source: what an Atlassian Statuspage calls the time an incident was lasting. It says nothing of impact.
 */
const publishedDuration = duration({
  name: 'published-duration',
  from: 'firstPublicNotice',
  to: 'publiclyResolved',
});

/**
 * How long the analysis took to be published.
 *
 * @remarks Source: OneUptime's anchor Postmortem Posted At, from resolution.
 */
const postmortemLag = duration({
  name: 'postmortem-lag',
  from: 'resolved',
  to: 'postmortemPublished',
});

/**
 * The durations that come with the library, in the order they are shown in.
 *
 * @remarks
 * Source: one incident has as many times to resolve as there are vendors; here each has a name, a version and the
 * two milestones it runs between. Sums are never made of them.
 * @public
 */
export const standardDurations: readonly DurationDefinition[] = [
  latentFault,
  timeToAlert,
  timeToDetect,
  alertToAcknowledge,
  detectToMobilise,
  timeToMobilise,
  timeToFix,
  recoveryLag,
  timeToRestore,
  timeToResolve,
  disclosureLag,
  restoreToDisclosure,
  publishedDuration,
  postmortemLag,
];

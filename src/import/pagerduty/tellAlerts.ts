import { tellDetails } from '../vendor/tellDetails.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { asWritten, textOf } from '../vendor/teller.ts';

/**
 * Tells the alerts of an incident. An alert goes by the log entry that it first triggered, so that the entry and the alert
 * are one happening.
 */
export const tellAlerts: Gathered['tell'] = (_, alerts, { time, tell, leaveOut }) => {
  for (const alert of alerts) {
    const id = alert.id('id');
    const created = asWritten(time, alert, 'created_at');
    if (id === undefined || !created.at) {
      leaveOut(alert.place, 'an alert needs an id and a time');
      continue;
    }
    const monitor = alert.object('integration')?.text('summary');
    const alertId = alert.object('first_trigger_log_entry')?.id('id') ?? id;
    const text = textOf(alert.text('summary'));
    tell(
      'AlertRaised',
      { alertId, ...(monitor !== undefined && { monitor }), ...text },
      { item: id, ...created },
    );
    const level = alert.text('severity');
    if (level !== undefined && level !== '') {
      const told = { item: id, ...created, place: alert.placeOf('severity') };
      tell(
        'SeverityAssigned',
        { dimension: 'severity', scale: 'pagerduty-alert-severity', level },
        told,
      );
    }
    const lines = [
      ['alert key', alert.id('alert_key')],
      ['status', alert.text('status')],
      ['details', alert.object('body')?.raw('details')],
    ] as const;
    tellDetails({ tell }, lines, { item: id, ...created, place: alert.place });
  }
};

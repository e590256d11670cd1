/** What `--help` prints. */
export const usage = `incident-ledger: what happened in an incident, who says so, and when they said it

Usage
  incident-ledger import FILE… [--as FORMAT] [--zone IANA]
      Reads documents and writes their claims to standard output as an event log:
      JSONL, one event a line.
  incident-ledger show FILE… [--as FORMAT] [--zone IANA] [--incident ID] [--json]
                  [--at T] [--known-at T] [--recorded-before T] [--occurred-before T]
      Shows the incidents in event logs and documents: timeline, durations, impact,
      what was claimed against what happened.
  incident-ledger --help | --version

FILE is an event log or a document; - is standard input. A document adds to what a
log has of its incident, whatever the order of the files.

Options
  --as FORMAT            read every FILE as FORMAT (jsonl, status-page) instead of
                         recognising it
  --zone IANA            show times in this zone, and read times that state no zone
                         in it; UTC when not given
  --incident ID          only this incident
  --json                 one JSON document instead of text
  --at T                 the present, for what still runs; now when not given
  --known-at T           only what someone had stated by T
  --recorded-before T    only what the ledger held before T
  --occurred-before T    only what had happened before T
T is an ISO 8601 time with an offset, such as 2024-12-17T10:13:00Z.

Exit status
  0 done   1 found what it was asked to look for   2 bad usage or input   3 store failure
`;

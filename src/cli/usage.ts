/** What `--help` prints. */
export const usage = `incident-ledger: what happened in an incident, who says so, and when they said it

Usage
  incident-ledger import FILE… [--as FORMAT] [--zone IANA]
      Reads documents and writes their claims as an event log (JSONL) to standard output.
  incident-ledger show FILE… [--incident ID] [--zone IANA] [--json] [--at T]
                             [--known-at T] [--recorded-before T] [--occurred-before T]
      Shows the incidents in event logs and documents: timeline, durations, impact, claims.
  incident-ledger --help | --version

FILE is an event log or a document; - is standard input.

Options
  --as FORMAT            read documents as FORMAT instead of recognising it (status-page)
  --zone IANA            show times in this zone, and read times that state no zone in it (default UTC)
  --incident ID          only this incident
  --json                 one JSON document instead of text
  --at T                 the present, for what still runs (default: now)
  --known-at T           what someone had stated by T
  --recorded-before T    what this ledger held before T
  --occurred-before T    what had happened before T
T is an ISO 8601 time with an offset, such as 2024-12-17T10:13:00Z.

Exit status
  0 done   1 found what it was asked to look for   2 bad usage or input   3 store failure
`;

/** What `--help` prints. */
export const usage = `incident-ledger: what happened in an incident, who says so, and when they said it

Usage
  incident-ledger import FILE… [--as FORMAT] [--zone IANA] [--ledger LEDGER [--json]]
      Reads documents and event logs. Without --ledger it writes them to standard output
      as an event log: JSONL, one event a line. With one it records what is new there,
      and says what that was.
  incident-ledger show [FILE… | --ledger LEDGER] [--as FORMAT] [--zone IANA]
                  [--incident ID] [--json] [--at T]
                  [--known-at T] [--recorded-before T] [--occurred-before T]
      Shows the incidents in event logs and documents, or in a ledger: timeline,
      durations, impact, what was claimed against what happened.
  incident-ledger list [--ledger LEDGER] [--json]
      Lists the incidents of a ledger.
  incident-ledger export [--ledger LEDGER] [--incident ID]
      Writes a ledger to standard output as an event log, grouped by incident.
  incident-ledger follow [--ledger LEDGER] [--from POSITION] [--json]
      Writes the events of a ledger as they are recorded, until it is stopped.
  incident-ledger sort FILE…
      Writes event logs of any size to standard output, grouped by incident, each by
      revision: what a replay in flat memory needs.
  incident-ledger --help | --version

FILE is an event log or a document; - is standard input. A document adds to what a
log has of its incident, whatever the order of the files.
LEDGER is a SQLite file, or a cluster as esdb://HOST:PORT?tls=false;
incidents.db in the working directory when not given.

Options
  --as FORMAT            read every FILE as FORMAT (jsonl, status-page) instead of
                         recognising it
  --zone IANA            show times in this zone, and read times that state no zone
                         in it; UTC when not given
  --incident ID          only this incident
  --json                 JSON instead of text
  --from POSITION        go on after this position
  --at T                 the present, for what still runs; when not given, the time
                         looked from, else now
  --known-at T           only what someone had stated by T
  --recorded-before T    only what the ledger held before T
  --occurred-before T    only what had happened before T
T is an ISO 8601 time with an offset, such as 2024-12-17T10:13:00Z.

Exit status
  0 done   1 found what it was asked to look for   2 bad usage or input   3 store failure
`;

import { incidentId as asIncidentId, IncidentId } from '../../primitives/ids.ts';
import { textDigest } from '../../primitives/uuid.ts';
import type { ImportedDocument, ReadItem, ReadOptions } from '../importer.ts';
import type { OutsideObject, Warn } from '../json/outsideJson.ts';
import { unreadFields } from '../json/unreadFields.ts';
import { newReading } from '../reading.ts';
import { warnOfEndsBefore } from './endsBefore.ts';
import type { OutsideTimes } from './momentReader.ts';
import { momentReader } from './momentReader.ts';
import type { Teller } from './teller.ts';
import { claimList } from './teller.ts';
import { statedBy } from './statedBy.ts';
import { twiceTold } from './twiceTold.ts';
import type { Intake, VendorDocument, VendorFormat } from './vendorFormat.ts';

/** The reading of one text of a vendor’s. */
export interface VendorReading {
  /** Takes what the records say. */
  readonly intake: Intake;
  /** One value of the text ends: what in it named no incident is of the only one that it tells of. */
  valueEnds(): void;
  /** Makes documents of the records that still wait. */
  end(): void;
  /** What there is to give, each once. */
  given(): readonly ReadItem[];
  /** Whether nothing at all was given. */
  isEmpty(): boolean;
}

/** More records than this do not wait for others. */
const MOST_WAITING = 20_000;

/** Warnings that are remembered, so as not to be given twice. */
const MOST_REMEMBERED = 10_000;

/** The id of an incident in the ledger: the vendor’s, behind the name of the format. */
export const vendorIncidentId = (format: string, id: string): IncidentId | null => {
  const text = `${format}-${id}`;
  return IncidentId.is(text) ? asIncidentId(text) : null;
};

/** Makes digests of what documents are read of; of each record once, since many documents can be read of one. */
const digester = (): ((document: Pick<VendorDocument, 'reads'>) => string) => {
  const known = new WeakMap<OutsideObject, string>();
  const digestOf = (record: OutsideObject): string => {
    const digest = known.get(record) ?? textDigest(JSON.stringify(record.value));
    known.set(record, digest);
    return digest;
  };
  return ({ reads }) => {
    const digests = reads.map(digestOf);
    return digests.length === 1 ? (digests[0] ?? '') : textDigest(digests.join(' '));
  };
};

/** Records of one kind and incident that wait for the others. */
interface Waiting {
  readonly kind: string;
  readonly incident: string;
  readonly records: readonly OutsideObject[];
}

/** Begins to read a text of a vendor’s. */
export const vendorReading = (
  format: VendorFormat,
  importer: ImportedDocument['importer'],
  times: OutsideTimes,
  { incident: into }: Pick<ReadOptions, 'incident'> = {},
): VendorReading => {
  const asked = into?.startsWith(`${format.name}-`) ? into.slice(format.name.length + 1) : into;
  let items: ReadItem[] = [];
  let [hasGiven, waiting] = [false, 0];
  const incidents = new Set<string>();
  // Of the value that is being read: its incidents, and how many records before it named none.
  const within = new Set<string>();
  let orphansBefore = 0;
  const groups = new Map<string, Waiting & { readonly records: OutsideObject[] }>();
  const related = new Map<string, string>();
  const orphans: { readonly kind: string; readonly record: OutsideObject }[] = [];
  const said = newReading();
  // A field is read wherever it is needed, and warned of once.
  const warned = new Set<string>();
  const warn: Warn = (place, message) => {
    said.warn(place, message);
  };
  const giveWarnings = (): void => {
    for (const warning of said.warnings.splice(0)) {
      const key = `${warning.place}\n${warning.message}`;
      if (warned.has(key)) continue;
      if (warned.size >= MOST_REMEMBERED) warned.clear();
      warned.add(key);
      items.push({ _tag: 'Warning', warning });
    }
  };
  // Several documents can be made of a record, and what is no fact is said once.
  const leftOut = new Map<string, string>();
  const leaveOut = (place: string, reason: string): void => {
    if (leftOut.get(place) === reason) return;
    leftOut.set(place, reason);
    items.push({ _tag: 'LeftOut', leftOut: { place, reason } });
  };
  const time = momentReader(times, said);
  const checkTwice = twiceTold(warn);
  const unread = unreadFields(format, leaveOut);
  const digestIn = digester();

  const document = (
    { incident, record, reads, source, title, statedAt }: VendorDocument,
    { complete, digest }: Pick<ImportedDocument, 'complete'> & { readonly digest: string },
    tell: (teller: Teller) => void,
  ): void => {
    const id =
      into !== undefined && incident === asked ? into : vendorIncidentId(format.name, incident);
    if (!id) {
      leaveOut(
        reads[0]?.place ?? '',
        `"${incident}" can be no incident’s id: it has spaces or is longer than 200 characters`,
      );
      return;
    }
    unread.told(reads);
    const list = claimList(source, warn);
    tell({ time, tell: list.add, warn, leaveOut });
    const claims = statedBy(list.claims(), statedAt);
    warnOfEndsBefore(claims, warn);
    giveWarnings();
    if (!complete && claims.length === 0) return;
    items.push({
      _tag: 'Document',
      document: {
        sourceKey: `${format.name}:${record}`,
        incidentId: id,
        importer,
        digest,
        complete,
        claims,
        ...(title && { title }),
        ...(statedAt && { statedAt }),
      },
    });
  };

  const tellGathered = ({ kind, incident, records }: Waiting): void => {
    const gathered = format.gathered[kind];
    if (!gathered) return;
    const { source, tell, versionAt } = gathered;
    if (!versionAt) {
      const about = { incident, record: `${kind}/${incident}`, reads: records, source };
      document(about, { complete: false, digest: digestIn(about) }, (teller) => {
        tell(incident, records, teller);
      });
      return;
    }
    for (const record of records) {
      const id = record.id('id');
      if (id === undefined) {
        leaveOut(record.place, `the ${kind} has no id`);
        continue;
      }
      const statedAt = versionAt(record, time);
      const about = { incident, record: `${kind}/${id}`, reads: [record], source };
      document({ ...about, statedAt }, { complete: true, digest: digestIn(about) }, (teller) => {
        tell(incident, [record], teller);
      });
    }
  };

  const flush = (): void => {
    for (const group of groups.values()) tellGathered(group);
    groups.clear();
    waiting = 0;
  };

  const gather: Intake['gather'] = (kind, incident, record) => {
    if (incident === undefined) {
      orphans.push({ kind, record });
      return;
    }
    incidents.add(incident);
    within.add(incident);
    const key = JSON.stringify([kind, incident]);
    const group = groups.get(key);
    if (group) group.records.push(record);
    else groups.set(key, { kind, incident, records: [record] });
    waiting += 1;
    if (waiting >= MOST_WAITING) flush();
  };

  const valueEnds = (): void => {
    const [only] = within;
    const own = within.size === 1 && only !== undefined ? orphans.splice(orphansBefore) : [];
    for (const { kind, record } of own) {
      gather(kind, related.get(record.id('id') ?? '') ?? only, record);
    }
    orphansBefore = orphans.length;
    within.clear();
  };

  const end = (): void => {
    const [only] = incidents.size === 1 ? incidents : [asked];
    for (const { kind, record } of orphans.splice(0)) {
      const own = related.get(record.id('id') ?? '') ?? only;
      if (own === undefined) {
        leaveOut(
          record.place,
          'it does not say which incident it belongs to: read it behind that incident, in one text, or say into which incident',
        );
      } else gather(kind, own, record);
    }
    flush();
    giveWarnings();
  };

  return {
    intake: {
      time,
      warn,
      leaveOut,
      gather,
      gathered: (kind, incident, records) => {
        if (records.length > 0) tellGathered({ kind, incident, records });
      },
      asked,
      knows: (incident) => incidents.has(incident),
      relate: (record, incident) => {
        related.set(record, incident);
      },
      whole: (about, tell) => {
        incidents.add(about.incident);
        within.add(about.incident);
        const digest = digestIn(about);
        checkTwice(about, digest);
        document(about, { complete: about.isPartial !== true, digest }, tell);
      },
    },
    valueEnds,
    end,
    given: () => {
      unread.say((place) => leftOut.has(place));
      giveWarnings();
      leftOut.clear();
      const given = items;
      items = [];
      hasGiven ||= given.length > 0;
      return given;
    },
    isEmpty: () => !hasGiven,
  };
};

import type { Importer, ReadItem, ReadOptions } from '../importer.ts';
import { pagedItems } from '../json/pagedItems.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { outsideObject } from '../json/outsideJson.ts';
import { unknownZone } from '../time/unknownZone.ts';
import { zoneOf } from '../time/zone.ts';
import type { Zone } from '../time/zone.ts';
import type { VendorFormat } from './vendorFormat.ts';
import type { VendorReading } from './vendorReading.ts';
import { vendorReading } from './vendorReading.ts';

const otherShape = (what: string): ReadItem => ({
  _tag: 'Error',
  error: {
    _tag: 'OtherShape',
    place: 'document',
    message: 'this is JSON, of another shape',
    expected: `${what} as JSON`,
  },
});

/** What programs put around an answer, or around what they log. */
const WRAPPERS = ['data', 'result', 'results', 'items', 'payload', 'body'];

/** Whether what a value is wrapped in holds something of the format. */
const isTakenWithin = (
  format: VendorFormat,
  reading: VendorReading,
  object: OutsideObject,
): boolean => {
  const found = WRAPPERS.flatMap((key) => {
    const within = object.raw(key);
    const elements: readonly unknown[] = Array.isArray(within) ? within : [within];
    return elements.flatMap((value, index) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
      const place = `${object.placeOf(key)}${elements === within ? `[${index}]` : ''}`;
      return [{ place, isOurs: isTaken(format, reading, value, place) }];
    });
  });
  if (!found.some(({ isOurs }) => isOurs)) return false;
  for (const { place, isOurs } of found) {
    if (!isOurs) reading.intake.leaveOut(place, `this is none of ${format.what}`);
  }
  return true;
};

/** Whether a value of the text was of the format: a record by itself, or an envelope of records. */
const isTaken = (
  format: VendorFormat,
  reading: VendorReading,
  value: unknown,
  place: string,
): boolean => {
  const { intake } = reading;
  const object = outsideObject(value, place, () => {});
  if (!object) return false;
  const warned = outsideObject(value, place, intake.warn) ?? object;
  if (format.bare(warned, intake)) return true;
  let isEnvelope = false;
  for (const [key, take] of Object.entries(format.lists)) {
    if (!Array.isArray(object.raw(key))) continue;
    isEnvelope = true;
    for (const element of warned.objects(key)) {
      if (!take(element, intake)) intake.leaveOut(element.place, `this is none of ${format.what}`);
    }
  }
  for (const [key, take] of Object.entries(format.singles)) {
    const single = object.object(key) && warned.object(key);
    if (single && take(single, intake)) isEnvelope = true;
  }
  if (isEnvelope) format.envelope?.(warned, intake);
  return isEnvelope || isTakenWithin(format, reading, warned);
};

async function* readVendor(
  format: VendorFormat,
  text: AsyncIterable<string>,
  options: ReadOptions,
  zone: Zone,
): AsyncIterable<ReadItem> {
  const { name, version, what } = format;
  const reading = vendorReading(
    format,
    { name, version },
    { zone, group: options.documentName ?? name },
    options,
  );
  const listPaths = Object.keys(format.lists).map((key) => `$.${key}.*`);
  let [count, taken] = [0, 0];
  for await (const part of pagedItems(text, listPaths)) {
    if (part._tag === 'Warning') yield part;
    else if (part._tag === 'Error') {
      reading.end();
      yield* reading.given();
      yield part;
      return;
    } else {
      const { at, value, place } = part.item;
      const key = /^\$\.(.+)\.\*$/.exec(at)?.[1];
      const take = key === undefined ? undefined : format.lists[key];
      const element = take && outsideObject(value, place, reading.intake.warn);
      const isOurs = take
        ? element !== undefined && take(element, reading.intake)
        : isTaken(format, reading, value, place);
      count += 1;
      if (isOurs) taken += 1;
      else reading.intake.leaveOut(place, `this is none of ${what}`);
      if (!take) reading.valueEnds();
      yield* reading.given();
    }
  }
  reading.end();
  yield* reading.given();
  if (count > 0 && taken === 0) yield otherShape(what);
  else if (reading.isEmpty()) {
    yield {
      _tag: 'Warning',
      warning: { place: 'document', message: 'there is no incident in it' },
    };
  }
}

/** The importer of a vendor’s JSON: one value, a list, an envelope of lists, or several of these one after the other. */
export const vendorImporter = (format: VendorFormat): Importer => ({
  name: format.name,
  version: format.version,
  recognise: (head) => format.recognise(head),
  read: async function* read(text, options = {}) {
    const zone = zoneOf(options.zone ?? 'UTC');
    if (zone) yield* readVendor(format, text, options, zone);
    else yield { _tag: 'Error', error: unknownZone(options.zone ?? '') };
  },
});

import type { OutsideObject } from '../json/outsideJson.ts';

const OFFSET = 14_695_981_039_346_656_037n;
const PRIME = 1_099_511_628_211n;
const SEPARATOR = new Uint8Array([255]);

const added = (sum: bigint, bytes: Uint8Array): bigint => {
  let hash = sum;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash;
};

const inByteOrder = (a: Uint8Array, b: Uint8Array): number => {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};

/**
 * The fingerprint that Alertmanager gives an alert with these labels; undefined when there are none, or one is no text. Those
 * before version 0.17 do not write it into notifications.
 *
 * @remarks Source: prometheus/common, model/signature.go and model/fnv.go: FNV-1a of 64 bits over the sorted labels.
 */
export const fingerprintOf = (labels: OutsideObject | undefined): string | undefined => {
  const encoder = new TextEncoder();
  const pairs = (labels?.keys() ?? []).map((name) => [name, labels?.raw(name)] as const);
  if (pairs.length === 0) return undefined;
  const encoded: (readonly [name: Uint8Array, value: Uint8Array])[] = [];
  for (const [name, value] of pairs) {
    if (typeof value !== 'string') return undefined;
    encoded.push([encoder.encode(name), encoder.encode(value)]);
  }
  const hash = encoded
    .toSorted(([a], [b]) => inByteOrder(a, b))
    .flatMap(([name, value]) => [name, SEPARATOR, value, SEPARATOR])
    .reduce(added, OFFSET);
  return hash.toString(16).padStart(16, '0');
};

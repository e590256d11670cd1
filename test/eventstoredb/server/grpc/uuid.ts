import shared from '@eventstore/db-client/generated/shared_pb.js';

const HIGH_DIGITS = 16;
const GROUPS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** Reads an id, whichever of the two forms it was sent in. */
export const uuidText = (uuid: shared.UUID | undefined): string => {
  if (!uuid) return '';
  const structured = uuid.getStructured();
  if (!structured) return uuid.getString();
  const digits = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(HIGH_DIGITS, '0'))
    .join('');
  return digits.replace(GROUPS, '$1-$2-$3-$4-$5');
};

const half = (hex: string): string => BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();

/** Writes an id in the form that was asked for. */
export const uuidMessage = (id: string, form: 'text' | 'structured' = 'text'): shared.UUID => {
  const uuid = new shared.UUID();
  if (form === 'text') return uuid.setString(id);
  const digits = id.replaceAll('-', '');
  return uuid.setStructured(
    new shared.UUID.Structured()
      .setMostSignificantBits(half(digits.slice(0, HIGH_DIGITS)))
      .setLeastSignificantBits(half(digits.slice(HIGH_DIGITS))),
  );
};

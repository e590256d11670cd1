import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from '../log/record.ts';
import { uuidMessage } from './uuid.ts';

const TICKS_A_MILLISECOND = 10_000n;

/** A stream's name as it goes over the wire. */
export const streamIdentifier = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream, 'utf8')));

/** The name inside it. */
export const streamName = (identifier: shared.StreamIdentifier | undefined): string =>
  identifier ? Buffer.from(identifier.getStreamName_asU8()).toString('utf8') : '';

type Ids = 'text' | 'structured';

const makeEventResponse = (record: LogRecord, ids: Ids): streams.ReadResp => {
  const position = record.position.toString();
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidMessage(record.id, ids))
    .setStreamIdentifier(streamIdentifier(record.stream))
    .setStreamRevision(record.revision.toString())
    .setPreparePosition(position)
    .setCommitPosition(position)
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  const created = BigInt(Math.trunc(record.createdMs)) * TICKS_A_MILLISECOND;
  recorded
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', created.toString());
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position),
  );
};

const made: Readonly<Record<Ids, WeakMap<LogRecord, streams.ReadResp>>> = {
  text: new WeakMap(),
  structured: new WeakMap(),
};

/** One event of a read; made into bytes once, so that what reads again and again waits for itself and not for this. */
export const eventResponse = (record: LogRecord, ids: Ids): streams.ReadResp => {
  const before = made[ids].get(record);
  if (before) return before;
  const response = makeEventResponse(record, ids);
  const bytes = response.serializeBinary();
  response.serializeBinary = () => bytes;
  made[ids].set(record, response);
  return response;
};

/** Says that a stream was not found, which is an answer and not a failure. */
export const notFoundResponse = (stream: string): streams.ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream)),
  );

/** Says that a subscription has begun. */
export const confirmationResponse = (id: string): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
  );

/** Says up to where a filtered subscription has looked. */
export const checkpointResponse = (position: bigint): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint()
      .setCommitPosition(position.toString())
      .setPreparePosition(position.toString()),
  );

/** Says that a subscription is at the end of the log. */
export const caughtUpResponse = (): streams.ReadResp =>
  new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

/** Says that a subscription reads from the log again. */
export const fellBehindResponse = (): streams.ReadResp =>
  new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind());

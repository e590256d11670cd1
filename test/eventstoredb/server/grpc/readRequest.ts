import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Filter } from '../log/filter.ts';
import type { Direction } from '../log/streamWindow.ts';
import { streamName } from './messages.ts';

/** What a client asks to read, or to be kept told of. */
export interface ReadRequest {
  /** One stream, or everything where absent. */
  readonly stream?: string;
  /** A revision of the stream, or a position in everything. */
  readonly from: 'start' | 'end' | bigint;
  readonly direction: Direction;
  readonly filter?: Filter;
  readonly ids: 'text' | 'structured';
  /** How many events; absent in a subscription. */
  readonly limit?: number;
}

const DEFAULT_SEARCH_WINDOW = 32;

const filterFrom = (options: streams.ReadReq.Options): Filter | undefined => {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType();
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_SEARCH_WINDOW;
  return {
    on: byStream ? 'stream' : 'type',
    regex: expression?.getRegex() ?? '',
    prefixes: expression?.getPrefixList() ?? [],
    checkpointEvery: window * Math.max(1, filter.getCheckpointintervalmultiplier()),
  };
};

const placeFrom = (options: streams.ReadReq.Options): ReadRequest['from'] => {
  const stream = options.getStream();
  if (stream?.hasRevision() === true) return BigInt(stream.getRevision());
  if (stream) return stream.hasEnd() ? 'end' : 'start';
  const all = options.getAll();
  const position = all?.getPosition();
  if (position) return BigInt(position.getCommitPosition());
  return all?.hasEnd() === true ? 'end' : 'start';
};

/** Reads the request of the one method that reads and subscribes. */
export const readRequest = (request: streams.ReadReq): ReadRequest => {
  const options = request.getOptions() ?? new streams.ReadReq.Options();
  const filter = filterFrom(options);
  const stream = options.getStream();
  return {
    ...(stream && { stream: streamName(stream.getStreamIdentifier()) }),
    ...(filter && { filter }),
    ...(!options.hasSubscription() && { limit: Number(options.getCount()) }),
    from: placeFrom(options),
    direction:
      options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS
        ? 'backwards'
        : 'forwards',
    ids: options.getUuidOption()?.hasStructured() === true ? 'structured' : 'text',
  };
};

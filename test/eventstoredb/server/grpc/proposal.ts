import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ProposedRecord } from '../log/record.ts';
import { uuidText } from './uuid.ts';

/** Reads one proposed event; what is missing is left empty, for the rules of the log to refuse. */
export const proposal = (
  message: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage,
): ProposedRecord => {
  const metadata = message.getMetadataMap();
  return {
    id: uuidText(message.getId()),
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
};

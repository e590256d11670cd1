import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { IServerFeaturesServer } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { Context } from './context.ts';
import { unary } from './unary.ts';

const SERVER_VERSION = '24.10.0';
const STREAMS = 'event_store.client.streams.streams';

const supported = (method: string): features.SupportedMethod =>
  new features.SupportedMethod().setServiceName(STREAMS).setMethodName(method);

/** Answers what the server can; a client that is not told of `batchappend` appends one by one. */
export const featuresService = (context: Context): IServerFeaturesServer => ({
  getSupportedMethods: unary(context, 'features', () => {
    const methods = ['read', 'append', 'delete', 'tombstone'];
    if (context.batchAppend) methods.push('batchappend');
    return {
      response: new features.SupportedMethods()
        .setEventStoreServerVersion(SERVER_VERSION)
        .setMethodsList(methods.map(supported)),
    };
  }),
});

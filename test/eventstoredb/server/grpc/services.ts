import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { Server } from '@grpc/grpc-js';
import type { Context } from './context.ts';
import { featuresService } from './features.ts';
import { gossipService } from './gossip.ts';
import { streamsService } from './streamsService.ts';

/** Gives a gRPC server all the services that there are here. */
export const addServices = (server: Server, context: Context): void => {
  server.addService(StreamsService, streamsService(context));
  server.addService(ServerFeaturesService, featuresService(context));
  server.addService(GossipService, gossipService(context));
};

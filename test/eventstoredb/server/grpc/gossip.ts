import { randomUUID } from 'node:crypto';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { IGossipServer } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type { Context } from './context.ts';
import { unary } from './unary.ts';
import { uuidMessage } from './uuid.ts';

/** Answers who is in the cluster: this server alone, as the leader. */
export const gossipService = (context: Context): IGossipServer => {
  const instanceId = randomUUID();
  return {
    read: unary(context, 'gossip', () => ({
      response: new gossip.ClusterInfo().setMembersList([
        new gossip.MemberInfo()
          .setInstanceId(uuidMessage(instanceId))
          .setTimeStamp(String(context.nowMs()))
          .setState(gossip.MemberInfo.VNodeState.LEADER)
          .setIsAlive(true)
          .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(context.port())),
      ]),
    })),
  };
};

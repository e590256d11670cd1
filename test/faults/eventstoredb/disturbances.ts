import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '../../../src/store/pause.ts';
import { startOwnProcess, type OwnProcess } from '../../eventstoredb/ownProcess.ts';
import { APPENDS } from '../../eventstoredb/server/faults.ts';
import { newLog } from '../../eventstoredb/server/log/newLog.ts';
import { startServer } from '../../eventstoredb/server/startServer.ts';
import { startWorkload, type Workload } from './workload.ts';

/** Makes things go wrong; gives the figures of how often. */
export type Disturbance = (isShared: boolean) => Promise<string>;

const KILLS = 8;
const LOST_REPLIES = 20;
const LEADERS = 10;
const BLACK_HOLES = 3;

const BETWEEN_MS = 300;
const BLACK_HOLE_MS = 2500;
const SKEW_MS = 15_000;
const SKEWED_MS = 3000;

const moment = async (): Promise<void> => pause({ ms: Math.random() * BETWEEN_MS });

/** A server in a process of its own that keeps its log in a file, and can be killed and started again. */
interface Mortal {
  readonly url: string;
  readonly now: () => OwnProcess;
  readonly killAndRestart: () => Promise<void>;
}

const onOwnProcess = async (
  isShared: boolean,
  disturb: (server: Mortal, work: Workload) => Promise<string>,
): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  const options = { logFile: join(folder, 'log.jsonl'), batchAppend: isShared };
  let server = await startOwnProcess(options);
  const mortal: Mortal = {
    url: server.url,
    now: () => server,
    killAndRestart: async () => {
      await server.kill();
      server = await startOwnProcess({ ...options, port: server.port });
    },
  };
  try {
    const work = startWorkload(server.url, isShared);
    await work.progress(1);
    const done = await disturb(mortal, work);
    await work.progress(1);
    return `${done}: ${await work.end()}`;
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true });
  }
};

/** The server's process is killed in the middle of things, and comes back. */
export const kills: Disturbance = async (isShared) =>
  onOwnProcess(isShared, async (server, work) => {
    for (let count = 0; count < KILLS; count += 1) {
      await moment();
      await server.killAndRestart();
      await work.progress(1);
    }
    return `${KILLS} kills with SIGKILL`;
  });

/** Appends are done, and the answer does not come: the connection is cut, or nothing more is said. */
export const lostReplies: Disturbance = async (isShared) =>
  onOwnProcess(isShared, async (server, work) => {
    for (let count = 0; count < LOST_REPLIES; count += 1) {
      const connection = count % 4 === 3 ? 'kept' : 'cut';
      const fault = { _tag: 'lose-reply', connection } as const;
      await server.now().order({ _tag: 'fault', methods: APPENDS, fault, times: 1 });
      await work.progress(10);
    }
    return `${LOST_REPLIES} replies lost after the commit`;
  });

/** Another node becomes the leader, again and again; the old one stays and says so. */
export const leaderChanges: Disturbance = async (isShared) => {
  const log = newLog(Date.now());
  const nodes = [
    await startServer({ log, batchAppend: isShared }),
    await startServer({ log, batchAppend: isShared }),
  ] as const;
  const [first] = nodes;
  const work = startWorkload(first.url, isShared);
  await work.progress(1);
  for (let count = 0; count < LEADERS; count += 1) {
    const [leader, other] = count % 2 === 0 ? [nodes[1], nodes[0]] : nodes;
    leader.faults.clear();
    other.faults.always(APPENDS, {
      _tag: 'not-leader',
      leader: { host: '127.0.0.1', port: leader.port },
    });
    await work.progress(20);
  }
  const figures = await work.end();
  for (const node of nodes) {
    node.faults.clear();
    await node.stop();
  }
  return `${LEADERS} leader changes: ${figures}`;
};

/** The server's clock is ahead by more than the client lets an append take, then behind, then right again. */
export const wrongClock: Disturbance = async (isShared) =>
  onOwnProcess(isShared, async (server, work) => {
    const acknowledged = (): number => work.books().acknowledged.size;
    const before = acknowledged();
    await server.now().order({ _tag: 'skew-clock', ms: SKEW_MS });
    await pause({ ms: SKEWED_MS });
    const ahead = acknowledged() - before;
    await server.now().order({ _tag: 'skew-clock', ms: -SKEW_MS });
    await work.progress(20);
    await server.now().order({ _tag: 'skew-clock', ms: 0 });
    return `a clock ${SKEW_MS} ms ahead for ${SKEWED_MS} ms (${ahead} acknowledged in it), then behind`;
  });

/** The server's process is stopped, so that connections stay and nothing comes; then it goes on. */
export const blackHoles: Disturbance = async (isShared) =>
  onOwnProcess(isShared, async (server, work) => {
    for (let count = 0; count < BLACK_HOLES; count += 1) {
      await moment();
      server.now().signal('SIGSTOP');
      await pause({ ms: BLACK_HOLE_MS });
      server.now().signal('SIGCONT');
      await work.progress(1);
    }
    return `${BLACK_HOLES} black holes of ${BLACK_HOLE_MS} ms`;
  });

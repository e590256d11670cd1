import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The stretch of wire before a server: a TCP relay that can be cut and frozen where a real network would be. */
export interface Wire {
  readonly port: number;
  /** How many connections there are. */
  readonly connections: () => number;
  /** Resets all connections, as the end of a process does; new ones are taken. */
  readonly cut: () => void;
  /** From now on connections are accepted, and no byte goes through any of them, either way. */
  readonly freeze: () => void;
  /** Lets everything through that was held back. */
  readonly thaw: () => void;
  /** Resets all connections and takes no new ones. @returns when the port is free. */
  readonly close: () => Promise<void>;
}

interface Pair {
  readonly outer: Socket;
  readonly inner: Socket;
}

const HOST = '127.0.0.1';

const relay = ({ outer, inner }: Pair): void => {
  outer.pipe(inner);
  inner.pipe(outer);
};

const hold = ({ outer, inner }: Pair): void => {
  outer.unpipe(inner);
  inner.unpipe(outer);
  outer.pause();
  inner.pause();
};

/**
 * Lays a wire on the loopback interface.
 *
 * @param port - The port to listen on; 0 for a free one.
 * @param innerPort - Where the server itself listens.
 */
export const layWire = async (port: number, innerPort: number): Promise<Wire> => {
  const pairs = new Set<Pair>();
  let frozen = false;

  const server = createServer((outer) => {
    const inner = connect(innerPort, HOST);
    const pair: Pair = { outer, inner };
    const end = (): void => {
      pairs.delete(pair);
      outer.destroy();
      inner.destroy();
    };
    pairs.add(pair);
    for (const socket of [outer, inner]) {
      socket.setNoDelay(true);
      socket.on('close', end);
      socket.on('error', end);
    }
    if (frozen) hold(pair);
    else relay(pair);
  });
  server.listen(port, HOST);
  await once(server, 'listening');

  const cut = (): void => {
    for (const { outer, inner } of pairs) {
      outer.resetAndDestroy();
      inner.resetAndDestroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => pairs.size,
    cut,
    freeze: () => {
      frozen = true;
      for (const pair of pairs) hold(pair);
    },
    thaw: () => {
      frozen = false;
      for (const pair of pairs) relay(pair);
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
};

import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

export interface SeenAnswer {
  path: string;
  status: number;
  bodyBytes: number;
}

/** The one address that a tablet knows, whatever server stands behind it today. It counts what it hands out. */
export interface Front {
  readonly url: string;
  /** Every answer since the last `forget`. */
  readonly seen: SeenAnswer[];
  /** From now on this server answers; undefined: none, as if the machine were switched off. */
  stand: (behind: { port: number } | undefined) => void;
  /** Answers one path with this text instead of the server's; undefined: the server's again. */
  replace: (path: string, text: string | undefined) => void;
  /** Breaks the connection for one path; undefined: for none. */
  fail: (path: string | undefined) => void;
  forget: () => void;
  close: () => Promise<void>;
}

/** Opens a front with nothing behind it. */
export async function openFront(): Promise<Front> {
  const seen: SeenAnswer[] = [];
  const replaced = new Map<string, string>();
  let port: number | undefined;
  let failing: string | undefined;
  const server = createServer((incoming, answer) => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/';
    const text = replaced.get(path);
    if (port === undefined || path === failing) incoming.socket.destroy();
    else if (text === undefined) pass({ incoming, answer, port, path, seen });
    else answer.setHeader('content-type', 'text/javascript').end(text);
  });
  const { port: own } = await new Promise<{ port: number }>((done) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') done(address);
    })
  );
  return {
    url: `http://localhost:${own}`,
    seen,
    stand: (behind) => (port = behind?.port),
    replace: (path, text) => void (text === undefined ? replaced.delete(path) : replaced.set(path, text)),
    fail: (path) => void (failing = path),
    forget: () => void (seen.length = 0),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      })
  };
}

interface Passing {
  incoming: IncomingMessage;
  answer: ServerResponse;
  port: number;
  path: string;
  seen: SeenAnswer[];
}

/** Hands a request on, and its answer back. Where a server breaks off in it, no browser waits for the rest. */
function pass({ incoming, answer, port, path, seen }: Passing): void {
  const onward = ask({ port, path: incoming.url, method: incoming.method, headers: incoming.headers }, (coming) => {
    const note: SeenAnswer = { path, status: coming.statusCode ?? 0, bodyBytes: 0 };
    seen.push(note);
    answer.writeHead(note.status, coming.headers);
    coming.on('data', (part: Buffer) => (note.bodyBytes += part.length));
    coming.once('close', () => void (coming.complete || incoming.socket.destroy()));
    coming.pipe(answer);
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}

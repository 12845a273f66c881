import { createServer } from 'node:http';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { answerOffWorker } from './worker-switch.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What every page carries. Prerendered ones have no hooks, so it is put on here, for all alike. */
const headers = {
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
};

/** On an insecure address browsers complain about this one and ignore it. */
const openerPolicy = 'cross-origin-opener-policy';
const safeHost = /^(localhost|127\.[\d.]+|\[::1\])(:|$)/;

/** Files that are named by the hash of their content never change. */
const immutable = /^\/content\/[^/]+\/lessons\//;
/** Parts of pages: what is said to a document means nothing to them, and a lesson has forty of them. */
const part = /^\/(_app|pictures|icons)\//;
/** Of a part whose name is its state, none of these is asked for again; of the others one is enough. */
const saysNothing = { named: ['Last-Modified', 'ETag'], other: ['Last-Modified'] };
/** Taken as they are by the browser's own update check, so never from its store. */
const fresh = /^\/(service-worker\.js|manifest-[\w-]+\.webmanifest)$/;

/**
 * Serves the built app. Prints the address; the app itself prints the one-time set-up link while no office exists.
 * @param {NodeJS.ProcessEnv} env PORT (3000), DATA_DIR (./data), ORIGIN, HOST, BUILD_DIR (./build)
 * @returns {Promise<import('node:http').Server>}
 * @throws Error with one line that names the variable and what to do
 */
export async function serve(env) {
  const { port, host, dataDir, origin } = settings(env);
  prepareDataDir(dataDir);
  const server = createServer();
  const answerWith = holdUntilReady(server);
  const address = await listen(server, port, host);
  process.env.DATA_DIR = dataDir;
  process.env.DIGITALTREFF_ADDRESS = origin ?? `http://localhost:${address.port}`;
  if (origin) process.env.ORIGIN = origin;
  else delete process.env.ORIGIN;
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  process.env.BODY_SIZE_LIMIT = '2M';
  const { handler } = await import(pathToFileURL(resolve(root, env.BUILD_DIR ?? 'build', 'handler.js')).href);
  answerWith((request, response) => {
    request.headers['x-forwarded-proto'] ??= 'http';
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    dress(path, request, response);
    response.once('finish', () => leaveRest(request, response));
    if (!answerOffWorker(path, dataDir, response)) handler(request, response);
  });
  closeOn(server, 'SIGINT', 'SIGTERM');
  outlastErrors();
  console.log(`Digitaltreff is ready: ${process.env.DIGITALTREFF_ADDRESS}/`);
  warnAboutInsecureAddresses(host, origin, address.port);
  return server;
}

/**
 * The address is taken before the app is loaded, which may last seconds. What is asked meanwhile waits, and is answered
 * then: a request that nobody listens for would hang for ever, and its browser with it.
 * @param {import('node:http').Server} server
 * @returns {(answer: import('node:http').RequestListener) => void} to be called once, when the app is there
 */
function holdUntilReady(server) {
  /** @type {Parameters<import('node:http').RequestListener>[]} */
  const early = [];
  /** @type {import('node:http').RequestListener} */
  const hold = (...exchange) => void early.push(exchange);
  server.on('request', hold);
  return (answer) => {
    server.off('request', hold).on('request', answer);
    // Who has left meanwhile needs no answer.
    for (const [request, response] of early) if (!response.destroyed) answer(request, response);
  };
}

/** Puts on what this address's answer carries. @param {string} path @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
function dress(path, request, response) {
  response.setHeader('x-content-type-options', 'nosniff');
  if (immutable.test(path)) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  else if (fresh.test(path)) response.setHeader('cache-control', 'no-cache');
  if (part.test(path)) return leaveOut(response, saysNothing[path.startsWith('/_app/immutable/') ? 'named' : 'other']);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.headers['x-forwarded-proto'] === 'https' || safeHost.test(request.headers.host ?? ''))
    response.setHeader(openerPolicy, 'same-origin');
}

/**
 * On a slow network the headers of forty small files weigh as much as a page of text.
 * @param {import('node:http').ServerResponse} response @param {string[]} names as who answers writes them
 */
function leaveOut(response, names) {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (/** @type {number} */ status, /** @type {any} */ all = {}) =>
    writeHead(status, Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))));
}

/**
 * Who sends more than is taken has the answer before all is sent. The rest is not read: ten megabytes that nobody wants
 * would hold up a whole room. The sender gets a moment to see the answer.
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 */
function leaveRest({ complete, socket }, { statusCode }) {
  if (statusCode !== 413 || complete) return;
  // Behind Node's own reading on, which the end of an answer sets off.
  setImmediate(() => socket.pause());
  setTimeout(() => socket.destroy(), 500).unref();
}

/** @param {NodeJS.ProcessEnv} env */
function settings(env) {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${env.PORT}". It must be a whole number from 0 to 65535.`);
  let origin;
  if (env.ORIGIN) {
    try {
      origin = new URL(env.ORIGIN).origin;
    } catch {
      throw new Error(`ORIGIN is "${env.ORIGIN}". It must be an address such as https://lernen.example.`);
    }
  }
  return { port, host: env.HOST ?? '0.0.0.0', dataDir: resolve(env.DATA_DIR ?? join(root, 'data')), origin };
}

/** @param {string} dataDir */
function prepareDataDir(dataDir) {
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(`DATA_DIR is "${dataDir}". That folder can't be written to. Nothing was changed.`);
  }
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host @returns {Promise<import('node:net').AddressInfo>} */
function listen(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(`PORT ${port} is taken by another program. Stop that, or choose another: PORT=3001 npm start`)
          : error.code === 'EACCES'
            ? new Error(`PORT ${port} is not allowed for this user. Choose one above 1023: PORT=3000 npm start`)
            : error
      )
    );
    server.listen(port, host, () => {
      const address = server.address();
      if (address && typeof address === 'object') done(address);
    });
  });
}

/**
 * A failure that nobody in the app has heard would end the process, and with it the evening of a whole room. What is
 * written is written in transactions, so going on is safe; the operator sees what it was.
 */
function outlastErrors() {
  process.on('unhandledRejection', (error) => console.error('Unexpected error, the server goes on:', error));
}

/**
 * Ends in order: answers that are under way are finished, but nobody is waited for who holds a connection open.
 * @param {import('node:http').Server} server @param {NodeJS.Signals[]} signals
 */
function closeOn(server, ...signals) {
  for (const signal of signals)
    process.once(signal, () => {
      server.close(() => process.exit(0));
      // The app ends its live connections, which would stay open for ever (named as Kit's own server names it).
      /** @type {NodeJS.EventEmitter} */ (process).emit('sveltekit:shutdown', signal);
      server.closeIdleConnections();
      setInterval(() => server.closeIdleConnections(), 50).unref();
      setTimeout(() => server.closeAllConnections(), 2000).unref();
    });
}

/**
 * Tablets reach this machine by its address in the room, and there service workers need https. Say so at the start.
 * @param {string} host @param {string | undefined} origin @param {number} port
 */
function warnAboutInsecureAddresses(host, origin, port) {
  if (origin?.startsWith('https:') || host === '127.0.0.1' || host === 'localhost') return;
  const inRoom = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((one) => one.family === 'IPv4' && !one.internal);
  if (!inRoom) return;
  console.log(
    `Tablets in the room would come by http://${inRoom.address}:${port}/. Without https they can't keep lessons for offline use.\n` +
      'How to get a certificate: docs/operate.md. With one, set ORIGIN=https://…'
  );
}

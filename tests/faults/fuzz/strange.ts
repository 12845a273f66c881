import type { Chance } from '../chance';
import { stolenCookie, type Attack, type Identities } from './attack';
import { aName, badValue } from './bad-values';

const doors = [
  'sync',
  'live',
  'grant',
  'health',
  'operator',
  'operator/logo',
  'barrier-report',
  'lesson-report',
  'parcel',
  'nothing'
];
const methods = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'POST', 'PROPFIND'];
const ends = [
  '',
  '/',
  '?v=%00',
  '?v=../../x',
  '/%2e%2e/%2e%2e',
  '/%00',
  '/%ff',
  `?${'x'.repeat(5000)}`,
  '?__proto__=1'
];

/** Another address of the interface, by any method, with whatever body. */
export function aStrangePath(chance: Chance, facts: Identities): Omit<Attack, 'kind'> {
  const method = chance.of(methods);
  const cookie = chance.of(['', ...wrongCookies(chance, facts), stolenCookie(chance, facts)]);
  const last = badValue(chance)
    .slice(0, 200)
    .replace(/[^ -~]/g, '');
  const headers = { 'content-type': 'application/json', 'last-event-id': last, ...(cookie === '' ? {} : { cookie }) };
  const asked = { method, path: `/api/${chance.of(doors)}${chance.of(ends)}`, headers };
  return method === 'GET' || method === 'HEAD' ? asked : { ...asked, body: Buffer.from(badValue(chance)) };
}

/** Cookies that nobody was given. */
export function wrongCookies(chance: Chance, { tablets }: Identities): string[] {
  const [id = ''] = chance.of(tablets).split('.');
  return [
    `device=${id}.${'A'.repeat(43)}`,
    `device=${id}.`,
    'device=.',
    'device=%00%ff.%F0%9F',
    `device=${'x'.repeat(6000)}`,
    `session=${chance.bytes(32).toString('base64url')}`,
    `session=${aName(chance)}; device=${aName(chance)}`,
    '=; ;;; session',
    Array.from({ length: 300 }, (_, index) => `c${index}=${index}`).join('; ')
  ];
}

/** Bytes on a connection that are hardly HTTP, or begin as if they were. */
export function aRawConnection(chance: Chance, facts: Identities): Omit<Attack, 'kind'> {
  const cookie = `cookie: ${stolenCookie(chance, facts)}\r\n`;
  const head = `POST /api/sync HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${cookie}`;
  const raw = chance.of([
    chance.bytes(500),
    Buffer.from('GET / HTTP/9.9\r\n\r\n'),
    Buffer.from(`${head}content-length: 5\r\ncontent-length: 7\r\n\r\n{}`),
    Buffer.from(`${head}content-length: -1\r\n\r\n{}`),
    Buffer.from(`${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}`),
    Buffer.from(`${head}transfer-encoding: chunked\r\n\r\nffffffff\r\n{}`),
    Buffer.from(`${head}content-length: 900000\r\n\r\n{"protocol":`),
    Buffer.from(`${head}content-length: 999999999999999999999\r\n\r\n{}`),
    Buffer.from(`${head}x: ${'y'.repeat(40_000)}\r\n\r\n`),
    Buffer.from(`${head}expect: 100-continue\r\ncontent-length: 2\r\n\r\n{}`),
    Buffer.from(`${head}upgrade: websocket\r\nconnection: upgrade\r\ncontent-length: 2\r\n\r\n{}`)
  ]);
  return { method: 'RAW', path: '', headers: {}, raw };
}

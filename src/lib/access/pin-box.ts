/**
 * The staff key of one person on one device, wrapped by their PIN (docs/decisions/0014). What is kept for evenings
 * without a network is sealed to its public half, which needs no PIN; only the PIN opens the other half, and so that.
 * All by WebCrypto: throws where there is none (an insecure address). Binary texts are base64.
 */
export interface Locked {
  readonly iv: string;
  readonly data: string;
}

export interface Sealed extends Locked {
  /** the public half of a key made for this one text */
  readonly from: string;
}

export interface StaffKey {
  readonly salt: string;
  readonly rounds: number;
  readonly publicKey: string;
  /** the private half, under the key that is derived from the PIN */
  readonly privateKey: Locked;
}

/** Rounds of PBKDF2 with SHA-256: what OWASP asks for (2023). */
export const pinRounds = 600_000;

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const info = new TextEncoder().encode('digitaltreff staff key');

/** Makes a new key for a new PIN. */
export async function makeStaffKey(pin: string, rounds = pinRounds): Promise<StaffKey> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const [open, closed] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey)
  ]);
  const wrapped = await lock(await pinKey(pin, { salt, rounds }), closed);
  return { salt: textOf(salt), rounds, publicKey: textOf(open), privateKey: wrapped };
}

/** The private half; nothing if the PIN is another one. Takes up to a second on old tablets. */
export async function openStaffKey(
  { salt, rounds, privateKey }: StaffKey,
  pin: string
): Promise<CryptoKey | undefined> {
  const key = await pinKey(pin, { salt: bytesOf(salt), rounds });
  const opened = await unlock(key, privateKey);
  return opened && crypto.subtle.importKey('pkcs8', opened, curve, false, ['deriveBits']);
}

/** Seals what JSON can say, so that only the private half opens it. */
export async function seal({ publicKey }: StaffKey, value: unknown): Promise<Sealed> {
  const own = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const from = textOf(await crypto.subtle.exportKey('raw', own.publicKey));
  const key = await sharedKey(own.privateKey, { other: publicKey, from });
  return { from, ...(await lock(key, new TextEncoder().encode(JSON.stringify(value)))) };
}

/** What was sealed; nothing if it was sealed to another key, or changed since. */
export async function unseal(privateKey: CryptoKey, { from, ...locked }: Sealed): Promise<unknown> {
  const opened = await unlock(await sharedKey(privateKey, { other: from, from }), locked);
  return opened && JSON.parse(new TextDecoder().decode(opened));
}

type Bytes = Uint8Array<ArrayBuffer>;

async function pinKey(pin: string, { salt, rounds }: { salt: Bytes; rounds: number }): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(way, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function sharedKey(own: CryptoKey, { other, from }: { other: string; from: string }): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('raw', bytesOf(other), curve, false, []);
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const raw = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const way = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(from), info };
  return crypto.subtle.deriveKey(way, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function lock(key: CryptoKey, data: BufferSource): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv: textOf(iv), data: textOf(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, data)) };
}

/** AES-GCM notices another key and any change: both throw, and mean the same here. */
async function unlock(key: CryptoKey, { iv, data }: Locked): Promise<ArrayBuffer | undefined> {
  try {
    return await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(data));
  } catch {
    return undefined;
  }
}

function textOf(bytes: ArrayBuffer | Bytes): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

function bytesOf(text: string): Bytes {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

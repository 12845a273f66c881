import { addressTextOf, bytesOf, textOf, utf8, type Bytes } from './bytes';
import { decrypted, encrypted, type Box } from './sealing';

/** A device's key pair on P-256, in base64: the public half as its point, the private one as PKCS #8. */
export interface DeviceKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Makes a device's key pair. */
export async function makeDeviceKey(): Promise<DeviceKey> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const [open, closed] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey)
  ]);
  return { publicKey: textOf(open), privateKey: textOf(closed) };
}

/**
 * What a device is called among the others: the first 128 bits of its public key's hash. So nobody can put a key of
 * their own under another device's name.
 */
export async function memberOf(publicKey: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytesOf(publicKey));
  return addressTextOf(hash.slice(0, 16));
}

/** A secret that is handed to some devices: each finds its own box. */
export interface Handed {
  /** the public half of a key pair that was made for this and thrown away */
  readonly from: string;
  /** by member */
  readonly boxes: Readonly<Record<string, Box>>;
}

interface HandingPlace {
  /** the stream that it happens in, and the one that the secret is for: a box fits nowhere else */
  readonly streams: readonly [string, string];
}

/** Hands a secret to the devices with these public keys, and to nobody else. */
export async function hand(
  secret: string,
  { publicKeys, streams }: HandingPlace & { readonly publicKeys: readonly string[] }
): Promise<Handed> {
  const own = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const from = textOf(await crypto.subtle.exportKey('raw', own.publicKey));
  const boxes = await Promise.all(
    publicKeys.map(async (publicKey) => {
      const member = await memberOf(publicKey);
      const key = await sharedKey(own.privateKey, { other: publicKey, from });
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      return [member, await encrypted(key, { nonce, bound: boundTo(streams, member), plain: utf8(secret) })] as const;
    })
  );
  return { from, boxes: Object.fromEntries(boxes) };
}

/** The secret that was handed to this device; nothing, where none was, or where it was changed. */
export async function taken(
  { from, boxes }: Handed,
  { device, streams }: HandingPlace & { readonly device: DeviceKey }
): Promise<string | undefined> {
  const member = await memberOf(device.publicKey);
  const box = boxes[member];
  if (box === undefined) return undefined;
  try {
    const own = await crypto.subtle.importKey('pkcs8', bytesOf(device.privateKey), curve, false, ['deriveBits']);
    const key = await sharedKey(own, { other: from, from });
    const secret = await decrypted(key, box, boundTo(streams, member));
    return secret && new TextDecoder().decode(secret);
  } catch {
    // A point that lies on no curve was made up.
    return undefined;
  }
}

const boundTo = (streams: HandingPlace['streams'], member: string): Bytes => utf8([...streams, member].join('\n'));

async function sharedKey(own: CryptoKey, { other, from }: { other: string; from: string }): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('raw', bytesOf(other), curve, false, []);
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256);
  const raw = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const way = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(from), info: utf8('digitaltreff family handing') };
  return crypto.subtle.deriveKey(way, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

import * as v from 'valibot';
import type { EventType } from '$lib/sync/event';

/** An id of a family, as in its stream's name. */
const familyId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/));
/** 256 bits in signs that addresses take. */
const secretText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const base64 = (longest: number) => v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/), v.maxLength(longest));

const sealedData = v.object({ nonce: v.pipe(base64(16), v.length(16)), box: base64(4050) });
const boxSchema = v.object({ nonce: base64(16), box: base64(100) });

/** A point on P-256, uncompressed: 65 bytes. */
const publicKey = v.pipe(base64(88), v.length(88));

/** Anything that a family says, for its own devices alone. The server sees who, when and how much (docs/decisions/0039). */
export const familySealed: EventType<v.InferOutput<typeof sealedData>> = {
  type: 'family.sealed',
  streams: ['family'],
  schema: sealedData
};

/** The family goes on in another stream, under another key. What is sealed says where; the server sees that this is the end. */
export const familyMoved: EventType<v.InferOutput<typeof sealedData>> = {
  type: 'family.moved',
  streams: ['family'],
  schema: sealedData,
  endsStream: true
};

const joinedData = v.object({
  family: familyId,
  secret: secretText,
  device: v.object({ publicKey, privateKey: base64(300) }),
  /** how this device is called in the family */
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))
});

/**
 * Why a device is no part of a family any more: the others removed it, it removed itself, its link fitted no family, no
 * device was there for years; or its family goes on elsewhere, and so does it.
 */
const ends = ['removed', 'left', 'unknown', 'unused', 'moved'] as const;
export type End = (typeof ends)[number];

const leftData = v.object({ family: familyId, why: v.picklist(ends) });

const here = { streams: ['family'], neverSent: true } as const;

/** This device belongs to a family: the family's secret, and the device's own key in it. */
export const familyJoined: EventType<v.InferOutput<typeof joinedData>> = {
  type: 'family.joined',
  ...here,
  schema: joinedData
};

export const familyLeft: EventType<v.InferOutput<typeof leftData>> = {
  type: 'family.left',
  ...here,
  schema: leftData
};

export const longestDeviceName = 40;

/** Devices of a family at most, those that came first: so many boxes fit into a move. */
export const mostDevices = 12;

/** What a device says of itself, sealed: its public key and how it is called; or that it has left. */
export const toldType = 'device.told';
export const toldSchema = v.object({
  publicKey,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestDeviceName)),
  on: v.boolean()
});

/** What a move holds, sealed: where the family goes on, and its new secret for each device that goes along. */
export const movedSchema = v.object({
  to: familyId,
  from: publicKey,
  boxes: v.record(v.pipe(v.string(), v.length(22)), boxSchema)
});

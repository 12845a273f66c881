import { expect } from 'vitest';
import { agreementOf } from '$lib/family/agreement';
import { FamilyDevices } from '$lib/family/devices.browser';
import type { Deed } from '$lib/family/events';
import { readInvitation } from '$lib/family/invitation';
import { aWay, anEngine, engineStart, type EngineTest, type TestWay } from './engine';
import { aWorld } from './events';
import { aFamilyServer, type FamilyServer } from './family-server';

/** A phone with an engine of its own. */
export interface Phone extends EngineTest {
  readonly devices: FamilyDevices;
  /** exchanges and does what has become possible, until nothing changes */
  sync(): Promise<void>;
  names(): Promise<string[]>;
  words(): Promise<string[]>;
}

let seeds = 10;

/** Takes one out of its box. */
export async function aPhone(way: TestWay): Promise<Phone> {
  const test = await anEngine({ way, seed: ++seeds });
  let turn: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const { world } = test;
  const devices = new FamilyDevices({ engine: test.engine, world, alone });
  const look = () => devices.look();
  return {
    ...test,
    devices,
    async sync() {
      for (let round = 0; round < 4; round++) {
        world.pass(1000);
        await test.engine.exchange();
        await devices.settle();
      }
    },
    names: async () => (await look()).current?.members.map(({ name }) => name) ?? [],
    words: async () => agreementOf((await look()).row).rules.map(({ rule, words }) => words ?? rule)
  };
}

/** A rule in the family's own words. */
export const rule = (name: string, words: string): Deed => ({
  type: 'rule.written',
  data: { agreement: 'one', rule: name, by: 'all', words, on: true }
});
export const begun: Deed = { type: 'agreement.begun', data: { agreement: 'one' } };
export const named = (text: string): Deed => ({
  type: 'detail.written',
  data: { agreement: 'one', what: 'child', text }
});

/** A server, and ways to it. */
export function aHouse(): { server: FamilyServer; ways: () => TestWay } {
  const server = aFamilyServer({ world: aWorld(engineStart + 60_000, 7) });
  return { server, ways: () => aWay(server.transport) };
}

/** One phone comes to the family of another by its link. */
export async function joins(phone: Phone, by: Phone, name: string): Promise<void> {
  const invited = await by.devices.invite();
  const read = await readInvitation(`#${invited?.text ?? ''}`, phone.world.now());
  if (!read.ok) throw new Error(read.error);
  await phone.sync();
  expect(await phone.devices.join(read.value, name)).toBe('joined');
  await phone.sync();
}

export async function aFamily() {
  const { server, ways } = aHouse();
  const [one, two, three] = [await aPhone(ways()), await aPhone(ways()), await aPhone(ways())];
  await one.devices.write([begun, named('Mia-Sophie')]);
  await one.devices.write([rule('own', 'Kein Handy beim Pfannkuchen.')]);
  await one.devices.connect('Mamas Handy');
  await one.sync();
  await joins(two, one, 'Papas Handy');
  await joins(three, one, 'Omas Tablet');
  await one.sync();
  return { server, one, two, three };
}

/** How the device of this name is called among the others. */
export const memberNamed = async (phone: Phone, name: string) => {
  const { current } = await phone.devices.look();
  const found = current?.members.find((one) => one.name === name);
  if (!found) throw new Error(`Nobody is called ${name}`);
  return found.member;
};

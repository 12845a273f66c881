import type { Chance } from '../chance';

/** A JSON text that stands for another in a template. */
export type JsonText = string;

const numbers = ['-1', '0', '0.5', '1e308', '-1e308', '9007199254740993', '1e-7', '-0', '2147483648'];
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length'];
const texts = [
  '""',
  '" "',
  String.raw`"\u0000"`,
  String.raw`"\ud800"`,
  String.raw`"\udfff\ud800"`,
  String.raw`"progress/\u0000"`,
  '"progress/../../etc"',
  `"'; DROP TABLE events; --"`,
  '"%00%ff"',
  String.raw`"\u202e\ufeff\u2028"`,
  '"null"'
];

/** A name that every object answers to. */
export const aName = (chance: Chance): string => chance.of(names);

/** Brackets within brackets. */
export const nested = (levels: number): JsonText => '['.repeat(levels) + ']'.repeat(levels);

const nestedObjects = (levels: number): JsonText => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

const counted = <T>(limit: number, make: (index: number) => T): T[] =>
  Array.from({ length: limit }, (_, at) => make(at));

const makers: readonly ((chance: Chance) => JsonText)[] = [
  (chance) => chance.of(numbers),
  (chance) => chance.of(texts),
  (chance) => JSON.stringify(aName(chance)),
  (chance) => chance.of(['null', 'true', 'false', '[]', '{}', '[[]]', '[null]']),
  (chance) => `{${JSON.stringify(aName(chance))}:${chance.of(numbers)}}`,
  (chance) => nested(chance.of([10, 1000, 20_000])),
  (chance) => nestedObjects(chance.of([10, 1000, 20_000])),
  (chance) => JSON.stringify('x'.repeat(chance.of([100, 5000, 50_000]))),
  (chance) => JSON.stringify('ä'.repeat(chance.of([1400, 2100, 4096]))),
  (chance) => JSON.stringify(counted(chance.below(2000), (index) => index)),
  (chance) => JSON.stringify(Object.fromEntries(counted(chance.below(500), (index) => [`k${index}`, index])))
];

/** Any JSON value that nobody asked for. */
export const badValue = (chance: Chance): JsonText => chance.of(makers)(chance);

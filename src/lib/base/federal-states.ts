/** The federal states of Germany by their codes (ISO 3166-2:DE, without "DE-"), in the order of their German names. */
export const stateCodes = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH'
] as const;
export type StateCode = (typeof stateCodes)[number];

/** Guide values by age, by who gives them. They stand in the lesson `plan-time` as facts, with the same day of looking up. */
export const guidance = [
  { what: 'sleep', values: ['sleep-6', 'sleep-13'], source: 'jcsm.aasm.org', checked: '2026-11-28' },
  {
    what: 'doctors',
    values: ['doctors-6', 'doctors-9', 'doctors-12', 'doctors-16'],
    source: 'www.stern.de',
    checked: '2026-11-27'
  },
  { what: 'educators', values: ['educators-7', 'educators-10'], source: 'www.schau-hin.info', checked: '2026-11-27' }
] as const;

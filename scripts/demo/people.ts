import type { MemberPicture } from '../../src/lib/ui/pictures';

/** The people of the demo club. Nobody of them exists. */
interface DemoGroup {
  readonly name: string;
  /** which of the venues, from 0 */
  readonly venue: number;
  readonly trainer: 'luise' | 'martin';
  readonly start: string;
  readonly end: string;
  /** how many days ago its latest past meeting was; it meets every seventh day, and today if that fits */
  readonly lastDaysAgo: number;
  readonly pastMeetings: number;
  readonly members: readonly (readonly [firstName: string, initial: string, picture: MemberPicture])[];
}

export const venues = [
  { name: 'Stadtbücherei Auenfurt', address: 'Am Markt 1' },
  { name: 'Gemeindehaus Sankt Lukas', address: 'Lindenweg 14' }
] as const;

/** Two venues, four groups, 30 members, ten past meetings. */
export const groups: readonly DemoGroup[] = [
  {
    name: 'Tablet-Runde am Vormittag',
    venue: 0,
    trainer: 'luise',
    start: '10:00',
    end: '11:30',
    lastDaysAgo: 7,
    pastMeetings: 4,
    members: [
      ['Anna', 'B', 'tulip'],
      ['Bernd', 'K', 'hedgehog'],
      ['Christa', 'M', 'teapot'],
      ['Dieter', 'W', 'locomotive'],
      ['Erika', 'S', 'bicycle'],
      ['Fatma', 'Y', 'rose'],
      ['Gerhard', 'L', 'owl'],
      ['Hannelore', 'P', 'sunflower']
    ]
  },
  {
    name: 'IT-Café',
    venue: 0,
    trainer: 'martin',
    start: '14:00',
    end: '16:00',
    lastDaysAgo: 2,
    pastMeetings: 3,
    members: [
      ['Ingrid', 'A', 'violin'],
      ['Jürgen', 'H', 'sailboat'],
      ['Karin', 'T', 'cherries'],
      ['Luigi', 'R', 'bread'],
      ['Maria', 'W', 'key'],
      ['Nikolaus', 'D', 'anchor'],
      ['Olga', 'I', 'snail'],
      ['Peter', 'F', 'dog-face']
    ]
  },
  {
    name: 'Digital am Nachmittag',
    venue: 1,
    trainer: 'luise',
    start: '14:30',
    end: '16:00',
    lastDaysAgo: 7,
    pastMeetings: 2,
    members: [
      ['Renate', 'G', 'butterfly'],
      ['Siegfried', 'N', 'rooster'],
      ['Therese', 'O', 'lemon'],
      ['Ursula', 'E', 'cat-face'],
      ['Viktor', 'S', 'evergreen-tree'],
      ['Waltraud', 'Z', 'umbrella'],
      ['Maria-Magdalena', 'Q', 'swan']
    ]
  },
  {
    name: 'Neu am Tablet',
    venue: 1,
    trainer: 'martin',
    start: '09:30',
    end: '11:00',
    lastDaysAgo: 4,
    pastMeetings: 1,
    members: [
      ['Yusuf', 'C', 'kite'],
      ['Zofia', 'J', 'strawberry'],
      ['Agnes', 'V', 'honeybee'],
      ['Anna', 'U', 'elephant'],
      ['Bruno', 'X', 'pretzel'],
      ['Cäcilie', 'R', 'accordion'],
      ['Edeltraud', 'H', 'star']
    ]
  }
];

/** Accounts for looking around. The passwords are printed at each start, so never use them for anything else. */
export const accounts = [
  { username: 'verwaltung', name: 'Vera Waltner', role: 'office', password: 'sieben bunte drachen' },
  { username: 'luise', name: 'Luise Lotse', role: 'trainer', password: 'blaue blume am see' },
  { username: 'martin', name: 'Martin Lotse', role: 'trainer', password: 'warmer tee im winter' }
] as const;

export const operator = {
  name: 'Stadt Auenfurt',
  line: 'Digital dabei in Auenfurt',
  helpTelephone: '09 11 12 34 56',
  imprint: 'Stadt Auenfurt (eine erdachte Stadt)\nAm Markt 1\n\nVertreten durch die Bürgermeisterin.',
  privacyContact: 'Die Beauftragte für den Datenschutz\nAm Markt 1, Auenfurt'
};

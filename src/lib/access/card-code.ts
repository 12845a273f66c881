import type { World } from '$lib/base/world';
import { drawSigns, readSigns } from './enrolment-code';

/** Nine signs of 23: 1.8 million millions. How that is enough stands in docs/decisions/0025. */
const length = 9;

export const newCardCode = (world: Pick<World, 'random'>): string => drawSigns(world, length);

/** The code that somebody meant, typed or scanned. Nothing if it can be none. */
export const readCardCode = (typed: string): string | undefined => readSigns(typed, length);

/** In three parts, as it stands on the card: "ACD 346 WXY". */
export const showCardCode = (code: string): string => code.match(/.{1,3}/g)?.join(' ') ?? code;

/** Where the card's QR code leads. The code stands behind the #: no browser sends that part, so no log has it. */
export const cardAddress = ({ origin, locale, code }: { origin: string; locale: string; code: string }): string =>
  `${origin}/${locale}/card#${code}`;

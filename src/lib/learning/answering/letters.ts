/** How a partner is called on the screen and on paper: A, B, C … in every language. @param place from 0, to 25 */
export const letterOf = (place: number): string => String.fromCodePoint(65 + place);

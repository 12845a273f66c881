// A word: letters with their marks, and digits, joined by inner hyphens or apostrophes; "1.900" and "10:30" are one word each.
const wordPattern = /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:[-‑'’][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text, in order. A hyphenated word ("Übungs-Handy") is one. */
export const wordsOf = (text: string): string[] => text.match(wordPattern) ?? [];

/** How many letters and digits a word has, its hyphens left out. */
export const letterCount = (word: string): number => word.replace(/[^\p{L}\p{N}]/gu, '').length;

/** The longest stretch of a word without a hyphen, in letters. */
export const longestPart = (word: string): number => Math.max(...word.split(/[-‑]/u).map(letterCount));

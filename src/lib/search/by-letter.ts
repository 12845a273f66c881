import type { WordEntry } from '../content/glossary';

export interface LetterGroup {
  letter: string;
  words: WordEntry[];
}

/** Words that come in the order of the alphabet, by their first letter; "Ä" stands with "A". */
export function byLetter(words: readonly WordEntry[]): LetterGroup[] {
  const groups: LetterGroup[] = [];
  for (const word of words) {
    const letter = word.word.normalize('NFD').charAt(0).toUpperCase();
    const last = groups.at(-1);
    if (last?.letter === letter) last.words.push(word);
    else groups.push({ letter, words: [word] });
  }
  return groups;
}

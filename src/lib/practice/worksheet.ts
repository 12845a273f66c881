/** A practice on paper: the task, and lines to tick off. */
export interface WorksheetWords {
  task: string;
  lines: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The sheet in the params of any kind of practice; undefined where there is none. Small on purpose: it comes with the lesson's
 * first page, long before a practice and its schema.
 */
export function worksheetOf(params: unknown): WorksheetWords | undefined {
  const texts = isRecord(params) ? params.texts : undefined;
  if (!isRecord(texts) || !isText(texts.task) || !Array.isArray(texts.worksheet)) return undefined;
  return { task: texts.task, lines: texts.worksheet.filter(isText) };
}

import { letterDoor } from '$lib/access/letter-door.server';
import { world } from '$lib/base/world';
import { lessonReportSchema } from '$lib/learning/lesson-reports/report';
import { keepUnclear } from '$lib/learning/lesson-reports/unclear.server';
import { getStore } from '$lib/store/open.server';

/** Takes the word that a step is not understood, and writes down which practice broke. */
export const POST = letterDoor(lessonReportSchema, async (told) => {
  if (told.what === 'unclear') await keepUnclear({ store: getStore(), world }, told);
  else console.error(`A practice broke: ${told.kind}/${told.scene} (${told.locale}): ${told.error}`);
});

import { browser } from '$app/environment';
import { headingAddress, type MeetingHeading } from '$lib/club/meeting-heading';
import { houseLocaleAt } from '$lib/i18n/house-pages';
import { loadMessages } from '$lib/i18n/messages';
import { loadGroupCourse } from '$lib/learning/load';
import type { PageLoad } from './$types';

// The frame and the heading are drawn on the server, so that they are there before any script. The list is the device's.
export const ssr = true;

export const load: PageLoad = async ({ params, fetch, setHeaders, parent, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const heading = await writtenHeading(fetch, headingAddress(params.meeting));
  // The server passes over the layout's words, for the other pages of the room are not drawn there.
  const { locale } = await parent();
  await loadMessages(houseLocaleAt(locale, url), ['club', 'device']);
  return {
    meeting: params.meeting,
    heading,
    courseOf: (course: string) => loadGroupCourse(fetch, params.locale, course)
  };
};

/** The heading with which the server has drawn this page. In the browser nobody asks for it: the device knows it, or hears of it with all else. */
async function writtenHeading(load: typeof fetch, address: string): Promise<MeetingHeading | undefined> {
  if (browser && !document.querySelector(`script[data-sveltekit-fetched][data-url="${address}"]`)) return undefined;
  const answer = await load(address);
  return answer.ok ? answer.json() : undefined;
}

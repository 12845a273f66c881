/** One thing of each kind that the office has a page for, and a year in which there was most. */
interface Shown {
  readonly group: string;
  readonly meeting: string;
  readonly member: string;
  readonly loan: string;
  readonly year: number;
}

/**
 * Every page of the office by its folder of routes, and an address at which it has much to show. Not here: the preview of
 * an import, which is there only while a file waits. office-plans.test.ts holds that none is missing.
 */
export const officeAddresses = ({ group, meeting, member, loan, year }: Shown): Readonly<Record<string, string>> => ({
  '': '',
  barriers: '/barriers',
  groups: '/groups',
  'groups/[group]': `/groups/${group}`,
  'groups/term': '/groups/term',
  guests: '/guests',
  guides: '/guides',
  held: '/held',
  meetings: `/meetings?from=${year}-01-01`,
  'meetings/[meeting]': `/meetings/${meeting}`,
  'meetings/calendar': '/meetings/calendar',
  'meetings/poster': `/meetings/poster?of=group/${group}`,
  'meetings/series': `/meetings/series?group=${group}`,
  members: '/members?name=anna+1',
  'members/[member]': `/members/${member}`,
  'members/[member]/merge': `/members/${member}/merge`,
  'members/[member]/portrait': `/members/${member}/portrait`,
  'members/import': '/members/import',
  'members/words': '/members/words',
  privacy: '/privacy',
  'privacy/sealed': '/privacy/sealed',
  'privacy/trail': '/privacy/trail?name=anna',
  reports: `/reports?year=${year}`,
  'reports/[group]': `/reports/${group}?year=${year}`,
  'reports/[group]/certificates': `/reports/${group}/certificates?year=${year}`,
  'reports/meetings': `/reports/meetings?year=${year}`,
  settings: '/settings',
  staff: '/staff',
  tablets: '/tablets',
  'tablets/loans': '/tablets/loans',
  'tablets/loans/[loan]': `/tablets/loans/${loan}`,
  'tablets/stickers': '/tablets/stickers',
  venues: '/venues'
});

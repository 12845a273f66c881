/** Names stay in sight on a device for 30 days without contact (SYNC.md, "Rights"). */
export const rosterLifeMs = 30 * 24 * 60 * 60 * 1000;

/**
 * Whether a device has had no contact for so long that it shows nobody's name any more: it may lie in a drawer, or in
 * hands that the club does not know. Nothing is deleted; the next contact brings the names back.
 * @param lastExchangeAt UTC milliseconds by the device's clock
 */
export function isRosterOld({ lastExchangeAt, now }: { lastExchangeAt: number | undefined; now: number }): boolean {
  return lastExchangeAt === undefined || now - lastExchangeAt > rosterLifeMs;
}

/**
 * Calls when the browser has painted what stands in the page now: for work that nobody looks at, so that a tap is
 * answered first. A hidden page paints nothing, and is not waited for.
 */
export function afterNextPaint(call: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(call);
  else requestAnimationFrame(() => setTimeout(call));
}

/** In the page: notes when the player takes over, which is when the lesson can be used. */
export function noteWhenUsable() {
  new MutationObserver((_, watch) => {
    if (!document.querySelector('.player.live')) return;
    Reflect.set(window, 'usableAt', performance.now());
    watch.disconnect();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
}

/** In the page: compressed bytes of the scripts that had arrived by then. */
export function scriptsUntilUsable() {
  const usableAt = Number(Reflect.get(window, 'usableAt'));
  return performance
    .getEntriesByType('resource')
    .flatMap((entry) => (entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js') ? [entry] : []))
    .filter(({ responseEnd }) => responseEnd <= usableAt)
    .reduce((all, { encodedBodySize }) => all + encodedBodySize, 0);
}

(function (root) {
  /** @type {{ theme?: unknown, text?: unknown, calm?: unknown }} */
  var settings = {};
  try {
    settings = JSON.parse(localStorage.getItem('digitaltreff.settings') || '{}') || {};
  } catch {
    /* no storage: the defaults hold */
  }
  var theme = String(settings.theme);
  if (['light', 'dark', 'contrast'].indexOf(theme) < 0)
    theme = matchMedia('(prefers-contrast: more)').matches
      ? 'contrast'
      : matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light';
  root.dataset.theme = theme;
  if ([125, 150, 200].indexOf(Number(settings.text)) >= 0) root.dataset.text = String(settings.text);
  if (settings.calm) root.dataset.calm = '';
  root.dataset.script = '';
  // A lesson's address names its step: the first paint shows that one.
  if (/^#\d+$/.test(location.hash)) root.dataset.step = '';
})(document.documentElement);

const script = /\s*<link href="[^"]+" rel="modulepreload">/g;

/**
 * A page's head with what it is drawn by in front: its scripts are asked for behind its style sheets, and with less
 * weight. On a slow network they would take the wires first, and the page would be painted when they are there.
 * @param html a page, or the part of it that has the head
 */
export function scriptsLast(html: string): string {
  const scripts = html.match(script);
  if (scripts === null || !html.includes('</head>')) return html;
  const light = scripts.join('').replaceAll('rel="modulepreload"', 'rel="modulepreload" fetchpriority="low"');
  return html.replace(script, '').replace(/\s*<\/head>/, (end) => light + end);
}

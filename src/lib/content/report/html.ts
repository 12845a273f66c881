/** Markup whose texts are escaped already. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const markupOf = (part: Part): string => {
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
  return String(part).replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign);
};

/** A template whose texts come out as they are, whatever signs they hold. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: pieces.map((piece, index) => piece + markupOf(parts[index] ?? '')).join('')
});

/** Nothing, where there is nothing to say. */
export const nothing = html``;

/** A table with its caption and its rows, each a `<tr>`. @param sort a class of its own, for the looks */
export const table = (caption: string, heads: readonly string[], rows: readonly Html[], sort = ''): Html =>
  html`<table class="${sort}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;

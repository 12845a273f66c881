import { expect, it } from 'vitest';
import { wholePageCode } from '../../scripts/page-code.js';

const manifest = {
  page: { file: 'page.js', css: ['page.css'], imports: ['form'] },
  form: { file: 'form.js', css: ['form.css'], imports: ['key', 'page'] },
  key: { file: 'key.js' },
  other: { file: 'other.js', css: ['other.css'] }
};

it('names what stands behind the imports of a page, and its styles, once', () => {
  expect(wholePageCode(manifest, { imports: ['page.js'], stylesheets: ['page.css', 'late.css'] })).toEqual({
    imports: ['page.js', 'form.js', 'key.js'],
    stylesheets: ['page.css', 'late.css', 'form.css']
  });
});

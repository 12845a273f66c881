import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { chosenOf, freeText, neededLine, readForm } from './form';

const schema = v.object({
  name: neededLine(5),
  note: freeText(5),
  venue: chosenOf(['a', 'b']),
  tags: v.array(v.string())
});

function written(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
}

const read = (fields: Record<string, string | string[]>) =>
  readForm(schema, written(fields), { form: 'add', lists: ['tags'] });

describe('a form', () => {
  it('is read without the blanks around, with all ticked boxes', () => {
    expect(read({ name: ' Anna ', venue: 'a', tags: ['x', 'y'] })).toEqual({
      ok: true,
      value: { name: 'Anna', note: '', venue: 'a', tags: ['x', 'y'] }
    });
  });

  it('says what is amiss at each field and keeps what was written', () => {
    expect(read({ name: '  ', note: 'far too long', venue: 'elsewhere', id: '7' })).toEqual({
      ok: false,
      error: {
        form: 'add',
        id: '7',
        values: { name: '  ', note: 'far too long', venue: 'elsewhere', id: '7', tags: [] },
        errors: { name: 'required', note: 'too-long', venue: 'choose' }
      }
    });
  });

  it('gives no password back to the page', () => {
    const refused = readForm(schema, written({ password: 'secret', nextPassword: 'secret' }), { form: 'add' });
    expect(JSON.stringify(refused)).not.toContain('secret');
  });
});

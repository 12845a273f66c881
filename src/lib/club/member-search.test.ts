import { expect, test } from 'vitest';
import { queryOf, searchIn } from './member-search';

test.each([
  ['', { name: '', page: 1 }],
  ['?name=anna+b', { name: 'anna b', page: 1 }],
  ['?name=O%27Neill+%26+%C3%84nne&page=3', { name: "O'Neill & Änne", page: 3 }],
  ['?page=2', { name: '', page: 2 }]
])('what the list of people is asked for by "%s" is said by an address again', (query, search) => {
  expect(searchIn(new URL(`https://club.example/${query}`))).toEqual(search);
  expect(queryOf(search)).toBe(query);
});

test('what an address says otherwise is the whole list', () => {
  expect(searchIn(new URL('https://club.example/?name=%20&page=-1&other=x'))).toEqual({ name: '', page: 1 });
});

import { expect, test } from 'vitest';
import { isCalled } from './member-name';
import { pageIn, pageOf } from './pages';

test('a page of a long list says whether there is another, and reads no further', () => {
  let read = 0;
  function* numbers() {
    for (let number = 1; number <= 25; number += 1) {
      read += 1;
      yield number;
    }
  }
  expect(pageOf(numbers(), { page: 1, size: 10 })).toEqual({
    items: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    page: 1,
    more: true
  });
  expect(read).toBe(11);
  expect(pageOf(numbers(), { page: 3, size: 10 })).toEqual({ items: [21, 22, 23, 24, 25], page: 3, more: false });
  expect(pageOf(numbers(), { page: 9, size: 10 })).toEqual({ items: [], page: 9, more: false });
});

test.each([
  ['', 1],
  ['?page=3', 3],
  ['?page=0', 1],
  ['?page=-2', 1],
  ['?page=1.5', 1],
  ['?page=99999', 1],
  ['?page=x', 1]
])('the address "%s" asks for page %i', (asks, page) => {
  expect(pageIn(new URL(`http://office/${asks}`))).toBe(page);
});

test.each([
  ['Anna', 'B', 'an', true],
  ['Anna', 'B', 'anna b', true],
  ['Anna', 'B', 'anna c', false],
  ['Anna', 'B', 'nna', false],
  ['Anna Marie', 'B', 'mar', true],
  ['Ömer', '', 'omer', true],
  ['عبد الرحمن', '', 'عبد', true],
  ['Anna', 'B', ' ', true]
])('%s %s is found by "%s": %s', (firstName, initial, begins, found) => {
  expect(isCalled({ firstName, initial }, begins)).toBe(found);
});

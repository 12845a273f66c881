import { afterEach, beforeEach, expect, vi } from 'vitest';

// A console.error in the product is a defect that nobody has looked at: it fails the test that met it.
beforeEach(() => {
  vi.spyOn(console, 'error');
});
afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
});

import { expect, it } from 'vitest';
import { wrapFields } from '../../scripts/safari-fields.js';

it.each([
  ['a call that is given a function', 'class A{#a=n(()=>t.b)}', 'class A{#a=(()=>(n(()=>t.b)))()}'],
  ['an object with a function in it', 'class A{a={b:()=>c}}', 'class A{a=(()=>({b:()=>c}))()}'],
  ['parentheses', 'class A{a=b[(0)]}', 'class A{a=(()=>(b[(0)]))()}']
])('wraps a first value that old Safari reads wrongly: %s', (_, before, after) => {
  expect(wrapFields(before)).toBe(after);
});

it.each([
  ['a call', 'class A{#a=new Set;#b=n(!1);c}'],
  ['a function, which has a scope of its own', 'class A{#a=e=>{this.b.has((e))}}'],
  ['what belongs to the class', 'class A{static a=n(()=>1)}'],
  ['no class at all', 'let a=(()=>1)()']
])('leaves what old Safari reads rightly as it is: %s', (_, code) => {
  expect(wrapFields(code)).toBe(code);
});

it('keeps the value and what "this" is', () => {
  const code = wrapFields('(class{b=2;a=[1].map((n)=>n+this.b)})');
  expect(new Function(`return new ${code}().a`)()).toEqual([3]);
});

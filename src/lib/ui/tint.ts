/** The four shelves' grounds. They decorate; the shelf's name says it. */
export type Tint = 'daily' | 'family' | 'child' | 'maker';

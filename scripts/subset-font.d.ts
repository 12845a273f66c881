/** What scripts/make-fonts.js uses of a package that has no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: { targetFormat: 'woff2'; variationAxes?: Record<string, { min: number; max: number }> }
  ): Promise<Buffer>;
}

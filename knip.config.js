/** The imports of a component: of its scripts, and those that its markup makes when they are needed. */
function importsOf(/** @type {string} */ component) {
  const scripts = [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  const late = component.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '').match(/\bimport\(\s*['"][^'"]+['"]\s*\)/g);
  return [...scripts, ...(late ?? [])].join(';\n');
}

/** The style sheets and fonts that a style sheet names. */
function styleImports(/** @type {string} */ css) {
  return [...css.matchAll(/(?:@import\s+|url\()['"]([^'"]+)['"]/g)].map(([, file]) => `import '${file}';`).join('\n');
}

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'src/routes/**/+*.{ts,svelte}',
    'src/hooks.{client,server}.ts',
    'src/params/*.ts',
    'src/boot.js',
    'src/lib/*/schema.server.ts',
    'scripts/*.js',
    'tests/**/*.{test,spec}.ts',
    // Run by name (scripts/office-link.js).
    'src/lib/access/office-link.server.ts',
    // Run by name (scripts/upkeep.js).
    'src/lib/upkeep/*.server.ts',
    // Bundled by name (scripts/bundle.js) and run in a process of their own.
    'scripts/demo/club.ts',
    'tests/{load,kills,faults}/*.ts',
    'tests/support/base-club.ts',
    'tests/rights/club.ts'
  ],
  project: ['src/**/*.{ts,js,svelte,css}', 'scripts/**/*.{ts,js}', 'tests/**/*.ts'],
  // The walls' examples break rules on purpose; a package without types has them beside the script that uses it.
  ignore: ['tests/walls/rooms/**', 'scripts/subset-font.d.ts'],
  // unplugin-icons answers these.
  ignoreUnresolved: ['~icons/.+'],
  ignoreDependencies: [
    '@iconify-json/.+',
    // Read as files (scripts/make-fonts.js).
    '@fontsource-variable/.+',
    // svelte-check looks for it by itself (--tsgo).
    '@typescript/native-preview',
    // Its axe is run without its builder (tests/support/axe.ts).
    '@axe-core/playwright'
  ],
  // Whoever calls a function may want to name what it takes and gives.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: { svelte: importsOf, css: styleImports }
};

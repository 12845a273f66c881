/**
 * What has to hold of the texts in src/lib/i18n/messages. Pure: texts and sources come in, problems come out.
 * @typedef {'error' | 'warning'} Severity
 * @typedef {{ severity: Severity, file: string, key?: string, text: string, remedy: string }} Problem
 * @typedef {Map<string, string>} Texts by dotted key; a text that is no string is missing
 * @typedef {{ locale: string, lang: string, isFamily?: boolean, areas: Map<string, Texts>, familiar?: Map<string, Texts> }}
 *   Language `lang`: BCP 47 · `isFamily`: it has the pages that families visit alone, and what it lacks is said in German · `familiar`: the same for people who are addressed as "du", only what differs
 * @typedef {{ path: string, text: string }} Source
 */

const folder = 'src/lib/i18n/messages';
const plural = /_(zero|one|two|few|many|other)$/;

/** Words that blame the reader or speak computer: an error says what happened and what to do. */
const unkind = [
  /ungültig/i,
  /falsch eingegeben/i,
  /Sie haben nicht/,
  /Fehler\s*\d/i,
  /\binvalid\b/i,
  /\billegal\b/i,
  /HTTP\s*\d/
];

/** What stands around a lesson and its course, in a guide, and in a practice: whoever is "du" in the lesson is "du" here, too. */
const aroundLesson =
  /^(learning\.(course|player|question|finish|sheet)|helping|answering|guides\.(device|hint|standing|wrong)|notes|downloads\.(course|problem)|practice[\w-]*)\./;
/** The page of examples is for those who build and test. */
const forBuilders = /^practice\.examples\./;
const formal = /\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\b/;

/**
 * @param {{ languages: Language[], sources: Source[] }} house the first language is the one in which all is written first
 * @returns {Problem[]}
 */
export function messageProblems({ languages, sources }) {
  const [first, ...others] = languages;
  if (!first) return [];
  return [
    ...others.flatMap((other) => comparedTo(first, other)),
    ...languages.flatMap(pluralProblems),
    ...languages.flatMap(wordProblems),
    ...languages.flatMap(familiarProblems),
    ...useProblems(first, sources)
  ];
}

/** @param {string} key the key as the code names it: without the ending of its plural form */
const base = (key) => key.replace(plural, '');

/** @param {string} key @returns {string} the same for every entry of a list: a language may need more or fewer of them */
const entry = (key) => base(key).replace(/\.\d+$/, '');

/** @param {{ locale: string }} language @param {string} area */
const fileOf = ({ locale }, area) => `${folder}/${locale}/${area}.json`;

/** @param {Texts | undefined} texts @returns {Map<string, Set<string>>} by key, the placeholders of all its plural forms */
function placeholders(texts) {
  /** @type {Map<string, Set<string>>} */ const found = new Map();
  for (const [key, text] of texts ?? []) {
    const names = found.get(entry(key)) ?? new Set();
    for (const [, name = ''] of text.matchAll(/\{\{\s*([\w.]+)/g)) names.add(name);
    found.set(entry(key), names);
  }
  return found;
}

/** @param {Language} first @param {Language} other @returns {Problem[]} */
function comparedTo(first, other) {
  const areas = other.isFamily ? other.areas.keys() : [...first.areas.keys(), ...other.areas.keys()];
  return [...new Set(areas)].flatMap((area) => {
    const [wanted, got] = [placeholders(first.areas.get(area)), placeholders(other.areas.get(area))];
    const file = fileOf(other, area);
    /** @type {Problem[]} */ const problems = [];
    for (const [key, names] of wanted) {
      const own = got.get(key);
      if (!own && other.isFamily)
        problems.push({ severity: 'warning', file, key, text: 'is said in German', remedy: 'Write it.' });
      else if (!own) problems.push(error(file, key, 'is missing', `Write it: ${first.locale} has it.`));
      else if ([...names].sort().join() !== [...own].sort().join())
        problems.push(
          error(file, key, `has the placeholders "${[...own]}"`, `Use "${[...names]}" as in ${first.locale}.`)
        );
    }
    for (const key of got.keys())
      if (!wanted.has(key))
        problems.push(error(file, key, `is not in ${first.locale}`, 'Take it out, or write it there too.'));
    return problems;
  });
}

/** @param {Language} language @returns {Problem[]} */
function pluralProblems(language) {
  const forms = new Intl.PluralRules(language.lang).resolvedOptions().pluralCategories;
  return [...language.areas].flatMap(([area, texts]) => {
    const counted = new Set([...texts.keys()].filter((key) => plural.test(key)).map(base));
    return [...counted].flatMap((key) =>
      forms
        // A key without an ending stands for every form that has no text of its own.
        .filter((form) => !texts.has(`${key}_${form}`) && !texts.has(key))
        .map((form) =>
          error(fileOf(language, area), `${key}_${form}`, 'is missing', `Write the form "${form}" of this number too.`)
        )
    );
  });
}

/** @param {Language} language @returns {Problem[]} */
function wordProblems(language) {
  const familiar = [...(language.familiar ?? [])].map(([area, texts]) => /** @type {const} */ ([`du/${area}`, texts]));
  return [...language.areas, ...familiar].flatMap(([area, texts]) =>
    [...texts].flatMap(([key, text]) => {
      const file = fileOf(language, area);
      /** @type {Problem[]} */ const problems = [];
      if (text.trim() === '') problems.push(error(file, key, 'is empty', 'Write a text.'));
      const word = unkind.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
      if (word)
        problems.push(
          error(file, key, `says "${word}"`, 'Say what happened, that nothing is lost, and the next step.')
        );
      if (language.locale.endsWith('-simple') && /[a-zäöüß}],\s/.test(text))
        problems.push({ severity: 'warning', file, key, text: 'has a comma', remedy: 'Make two sentences of it.' });
      return problems;
    })
  );
}

/**
 * Where a German text around a lesson says "Sie", there is one that says "du"; and each of those has a text that it stands for.
 * @param {Language} language @returns {Problem[]}
 */
function familiarProblems(language) {
  const own = new Map([...(language.familiar?.values() ?? [])].flatMap((texts) => [...texts]));
  const usual = new Map([...language.areas.values()].flatMap((texts) => [...texts]));
  const file = (/** @type {string} */ key) => fileOf(language, `du/${key.split('.', 1)[0]}`);
  const missing = [...usual].flatMap(([key, text]) =>
    language.lang === 'de' && aroundLesson.test(key) && !forBuilders.test(key) && formal.test(text) && !own.has(key)
      ? [error(file(key), key, 'is missing', 'Write it: lessons for children, makers and volunteers say "du".')]
      : []
  );
  const wrong = [...own].flatMap(([key, text]) => {
    const stands = usual.get(key);
    if (stands === undefined)
      return [error(file(key), key, `is not in ${language.locale}`, 'Take it out, or write it there too.')];
    if (!aroundLesson.test(key))
      return [error(file(key), key, 'is not heard around a lesson', 'Take it out: it is loaded nowhere.')];
    if (stands === text) return [error(file(key), key, 'says the same to everybody', 'Take it out here.')];
    const says = formal.exec(text)?.[0];
    const [wanted, got] = [stands, text].map((one) =>
      [...one.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort()
    );
    return [
      ...(says ? [error(file(key), key, `says "${says}"`, 'Say "du", or turn the sentence.')] : []),
      ...(`${wanted}` === `${got}`
        ? []
        : [error(file(key), key, `has the placeholders "${got}"`, `Use "${wanted}" as in the text for everybody.`)])
    ];
  });
  return [...missing, ...wrong];
}

/** @param {Language} first @param {Source[]} sources @returns {Problem[]} */
function useProblems(first, sources) {
  const areas = [...first.areas.keys()];
  const literals = new RegExp(quoted(areas), 'g');
  const asked = new RegExp(`\\bt\\(\\s*(?:${quoted(areas)})(,\\s*\\{ returnObjects: true)?`, 'g');
  const known = [...first.areas].flatMap(([area, texts]) =>
    [...texts.keys()].map((key) => ({ area, key, name: base(key) }))
  );
  const names = new Set(known.map(({ name }) => name));

  /** @type {Set<string>} */ const used = new Set();
  /** @type {RegExp[]} */ const patterns = [];
  for (const { text } of sources) {
    for (const [, one, two, template] of text.matchAll(literals)) {
      const key = one ?? two ?? template ?? '';
      if (key.includes('${')) patterns.push(patternOf(key));
      else used.add(key);
    }
    for (const { key, all } of askedIn(text, asked)) if (all) patterns.push(patternOf(key));
  }
  const isUsed = (/** @type {string} */ name) => used.has(name) || patterns.some((pattern) => pattern.test(name));
  const unused = known
    .filter(({ name }) => !isUsed(name))
    .map(({ area, key }) => error(fileOf(first, area), key, 'is used nowhere', 'Take it out of every language.'));
  const missing = sources.flatMap(({ path, text }) =>
    askedIn(text, asked).flatMap(({ key }) => {
      const exists = [...names].some((name) => patternOf(key).test(name));
      return exists ? [] : [error(path, key, 'is asked for, and there is no such text', 'Write it in every language.')];
    })
  );
  return [...unused, ...missing];
}

/** A text in any quotes that begins with an area: three groups, one for each kind. @param {string[]} areas */
function quoted(areas) {
  const start = `(?:${areas.join('|')})\\.`;
  return `'(${start}[^'\\n]*)'|"(${start}[^"\\n]*)"|\`(${start}(?:\\$\\{[^}]*\\}|[^\`$\\n])*)\``;
}

/** What a file asks `t` for; with `all`, for everything below a key. @param {string} text @param {RegExp} asked */
function askedIn(text, asked) {
  return [...text.matchAll(asked)].map(([, one, two, template, all]) => {
    const key = one ?? two ?? template ?? '';
    return { key: all ? `${key}.\${below}` : key, all: Boolean(all) };
  });
}

/** @param {string} template @returns {RegExp} what a template's finished keys look like */
function patternOf(template) {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}

/** @param {string} file @param {string} key @param {string} text @param {string} remedy @returns {Problem} */
const error = (file, key, text, remedy) => ({ severity: 'error', file, key, text, remedy });

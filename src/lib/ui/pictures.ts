/**
 * The coloured pictures of the product: names of Fluent Emoji Flat (MIT). Only what stands here is copied to
 * `static/pictures` (scripts/make-pictures.js), so that a tablet fetches nothing else.
 */

/**
 * What people choose from for "Wer sind Sie?": unlike in shape and colour, easy to name aloud in the room; no faces of
 * people, no brands. Each name has a word in every language (messages, area `pictures`). Never take one out: it may be
 * somebody's picture.
 */
export const memberPictures = [
  // Flowers and plants
  'sunflower',
  'tulip',
  'rose',
  'hibiscus',
  'four-leaf-clover',
  'evergreen-tree',
  'maple-leaf',
  'potted-plant',
  // Food
  'red-apple',
  'pear',
  'lemon',
  'strawberry',
  'grapes',
  'cherries',
  'watermelon',
  'pineapple',
  'carrot',
  'bread',
  'pretzel',
  // Animals
  'cat-face',
  'dog-face',
  'rabbit-face',
  'hedgehog',
  'owl',
  'snail',
  'butterfly',
  'honeybee',
  'lady-beetle',
  'turtle',
  'tropical-fish',
  'penguin',
  'swan',
  'elephant',
  'fox',
  'dolphin',
  'rooster',
  // Things
  'teapot',
  'sailboat',
  'bicycle',
  'violin',
  'umbrella',
  'kite',
  'key',
  'bell',
  'star',
  'anchor',
  'locomotive',
  'accordion'
] as const;

/** What lessons, courses and pretend-screens show besides. */
export const lessonPictures = [
  'abacus',
  'airplane',
  'alarm-clock',
  'antenna-bars',
  'backhand-index-pointing-up',
  'battery',
  'bookmark',
  'books',
  'calendar',
  'camera',
  'check-mark-button',
  'credit-card',
  'crescent-moon',
  'electric-plug',
  'envelope',
  'flashlight',
  'framed-picture',
  'gear',
  'glasses',
  'globe-with-meridians',
  'glowing-star',
  'handshake',
  'headphone',
  'hot-beverage',
  'house-with-garden',
  'incoming-envelope',
  'keyboard',
  'light-bulb',
  'locked',
  'loudspeaker',
  'low-battery',
  'magnifying-glass-tilted-left',
  'memo',
  'mobile-phone',
  'musical-note',
  'newspaper',
  'open-book',
  'puzzle-piece',
  'radio',
  'robot',
  'shield',
  'shopping-cart',
  'speaker-high-volume',
  'speaker-low-volume',
  'speech-balloon',
  'spiral-notepad',
  'sun',
  'sun-behind-cloud',
  'telephone',
  'telephone-receiver',
  'television',
  'thumbs-up',
  'ticket',
  'unlocked',
  'video-game',
  'warning',
  'wastebasket',
  'watch',
  'waving-hand',
  'world-map',
  'wrapped-gift',
  'wrench',
  'writing-hand'
] as const;

export type MemberPicture = (typeof memberPictures)[number];
export type PictureName = MemberPicture | (typeof lessonPictures)[number];

/** All names, in the order of the lists. */
export const pictures: readonly PictureName[] = [...memberPictures, ...lessonPictures];

/** Whether a text is the name of a picture that this product has. */
export const isPicture = (name: string): name is PictureName => pictures.some((picture) => picture === name);

/** The pretend town's map in its own units; TownMap.svelte draws it. */
export const mapWidth = 1200;
export const mapHeight = 800;

/** The places that have a sign with their name in small print. */
export const mapPlaces = ['station', 'town-hall', 'library', 'bakery', 'pharmacy', 'school', 'doctor', 'pool'] as const;

export type MapPlaceName = (typeof mapPlaces)[number];

/** Where a place stands: the middle of its house, in map units. */
export interface MapPlace {
  x: number;
  y: number;
}

const standing: Record<MapPlaceName, MapPlace> = {
  station: { x: 170, y: 130 },
  'town-hall': { x: 600, y: 150 },
  library: { x: 1010, y: 130 },
  bakery: { x: 370, y: 330 },
  pharmacy: { x: 830, y: 350 },
  school: { x: 190, y: 620 },
  doctor: { x: 590, y: 560 },
  pool: { x: 1000, y: 640 }
};

/** Where a place of the map stands. */
export const townPlace = (name: MapPlaceName): MapPlace => standing[name];

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
  station: { x: 120, y: 110 },
  'town-hall': { x: 590, y: 100 },
  library: { x: 1065, y: 110 },
  bakery: { x: 370, y: 262 },
  pharmacy: { x: 815, y: 262 },
  school: { x: 130, y: 640 },
  doctor: { x: 600, y: 680 },
  pool: { x: 1070, y: 620 }
};

/** Where a place of the map stands. */
export const townPlace = (name: MapPlaceName): MapPlace => standing[name];

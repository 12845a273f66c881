import * as v from 'valibot';
import type { Control } from '../contract.ts';
import { controlsOf } from '../telling.ts';
import { apps, appsParams } from './apps.ts';
import { scroll, scrollParams } from './scroll.ts';
import { tap, tapParams } from './tap.ts';
import { zoom, zoomParams } from './zoom.ts';

/** The touch trainer: four modes, each a practice of its own with the same words around it. */
export const paramsSchema = v.variant('mode', [tapParams, scrollParams, zoomParams, appsParams]);

export type TouchParams = v.InferOutput<typeof paramsSchema>;

/** The controls that solve a scene, in order. */
export function controls(params: TouchParams): Control[] {
  switch (params.mode) {
    case 'tap':
      return controlsOf(tap, params);
    case 'scroll':
      return controlsOf(scroll, params);
    case 'zoom':
      return controlsOf(zoom, params);
    case 'apps':
      return controlsOf(apps, params);
  }
}

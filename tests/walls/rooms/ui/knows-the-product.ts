import { progress } from '../learning/progress';

export const name = progress.name;

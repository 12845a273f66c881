import { progress } from '$lib/learning/progress';

export const name = progress.name;

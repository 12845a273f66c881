import { isTableKind } from '$lib/club/table-kind';

export const match = (value: string): boolean => isTableKind(value);

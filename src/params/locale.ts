import { isLocale } from '$lib/i18n/locales';

export const match = (value: string): boolean => isLocale(value);

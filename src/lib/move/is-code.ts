/** With what a parcel's code begins, behind the #. */
export const codeMark = 'parcel=';

/** Whether the part behind the # is meant as the code of a parcel, whole or not. */
export const isCode = (hash: string): boolean => hash.startsWith(`#${codeMark}`);

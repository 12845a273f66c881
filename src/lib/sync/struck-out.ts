/** Stands where words were struck out: that something stood there stays in sight. */
export const struckOut = '…';

/** Placeholder until measured. */
export function freezeOuterRealm(): void {}

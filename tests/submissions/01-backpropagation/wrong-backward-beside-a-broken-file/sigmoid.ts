export function sigmoid(z: number): number {

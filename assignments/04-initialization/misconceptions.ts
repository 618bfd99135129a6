export const misconceptions = () => [];

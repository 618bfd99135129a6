/** Where the files of an assignment may lie in what somebody hands in: in the repository, or in a folder of its name. */
export const ownPlaces = (slug: string): readonly string[] => [`assignments/${slug}/src/`, `${slug}/src/`, `${slug}/`];

/** The same, and where they may lie if no other assignment is handed in: in `src/`, or by themselves. */
export const placesOf = (slug: string, isOnlyOne: boolean): readonly string[] => [
  ...ownPlaces(slug),
  ...(isOnlyOne ? ['src/', ''] : []),
];

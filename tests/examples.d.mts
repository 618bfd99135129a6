/** Path, and what the grader writes now. */
export function exampleReports(): readonly (readonly [file: string, text: string])[];

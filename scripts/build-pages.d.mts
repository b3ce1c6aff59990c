/** Builds the pages into dist/pages when they are older than what they are made of; says whether it did. */
export function buildPages(): Promise<boolean>

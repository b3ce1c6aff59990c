import type { Store } from "./schema.ts"

/** A register as a user saved it; what may stand in it, linking knows. */
export interface SavedRegister {
  readonly name: string
  readonly author: string
  readonly made: string
  readonly register: unknown
}

/** The registers that users saved, by name. */
export async function savedRegisters(db: Store): Promise<readonly SavedRegister[]> {
  const rows = await db.selectFrom("registers").selectAll().orderBy("name").execute()
  return rows.map(row => ({ ...row, register: JSON.parse(row.register) as unknown }))
}

/** Saves a register; one of the same name takes the place of the earlier. */
export async function saveRegister(db: Store, { name, author, register }: Omit<SavedRegister, "made">): Promise<void> {
  const row = { name, author, made: new Date().toISOString(), register: JSON.stringify(register) }
  await db
    .insertInto("registers")
    .values(row)
    .onConflict(conflict => conflict.column("name").doUpdateSet(row))
    .execute()
}

import { Option } from "commander"
import type { Record } from "../record/index.ts"
import { WrongUse } from "./command.ts"

/** Where the record lies unless told otherwise. */
export const DEFAULT_RECORD = "./readout-record"

export const recordOption = () => new Option("--record <path>", "the record's file").default(DEFAULT_RECORD)

/** Opens the record for a command, does the work, and closes it. */
export async function withRecord<T>(path: string, create: boolean, work: (record: Record) => Promise<T>): Promise<T> {
  const [{ linking }, { NoRecord, openRecord }] = await Promise.all([
    import("../linking/index.ts"),
    import("../record/index.ts"),
  ])
  let record: Record
  try {
    record = await openRecord(path, { create, linking })
  } catch (error) {
    throw error instanceof NoRecord ? new WrongUse(error.message) : error
  }
  try {
    return await work(record)
  } finally {
    await record.close()
  }
}

import { Command, InvalidArgumentError, Option } from "commander"
import type { Document } from "../model/document.ts"
import type { Annotated, Layer } from "../model/layers.ts"
import { examples, given, type Lacking, lacking, type MakeCommand } from "./command.ts"
import { print } from "./output.ts"

/** Every layer of what stands in the text, in the order of reading. */
const LAYERS: readonly Layer[] = [
  "sentences",
  "tokens",
  "names",
  "times",
  "actors",
  "quotations",
  "mentions",
  "events",
  "leftovers",
]

function chosen(value: string): Layer[] {
  return value.split(",").map(name => {
    const layer = LAYERS.find(l => l === name.trim())
    if (!layer) throw new InvalidArgumentError(`There is no layer "${name}". The layers are ${LAYERS.join(", ")}.`)
    return layer
  })
}

/** `readout layers FILE…`: what each stage of reading saw, one document a line. */
export const layersCommand: MakeCommand = finish => {
  const command = new Command("layers")
    .summary("print the layers of reading as JSON lines")
    .description(
      "Prints what each stage of reading saw, one document a line. Each item has from and to, in UTF-16 code units of the document's text.",
    )
    .argument("<file...>", 'files or folders; "-" is standard input')
    .addOption(
      new Option("--layers <names>", `some of ${LAYERS.join(",")}`).argParser(chosen).default(LAYERS, "all of them"),
    )
  for (const option of lacking()) command.addOption(option)
  return command
    .addHelpText(
      "after",
      examples("layers reports.jsonl --layers sentences,names", "layers - --layers times < reports.jsonl"),
    )
    .action(async (files: string[], options: Lacking & { layers: readonly Layer[] }) => {
      const { eachDocument, read } = await import("./reading.ts")
      const status = await eachDocument(files, given(options), async document => {
        const page: Document & Partial<Annotated<Layer>> = read(document)
        const shown = Object.fromEntries(options.layers.map(layer => [layer, page[layer] ?? []]))
        await print(`${JSON.stringify({ id: page.id, ...shown })}\n`)
      })
      finish(status)
    })
}

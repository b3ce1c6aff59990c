import { existsSync } from "node:fs"
import sparticuz from "@sparticuz/chromium"
import { type Browser, chromium } from "playwright-core"

/** Keeps a browser from calling home: the machines it is tested on have no way out, and the pages need none. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A real Chromium: the one of CHROME_PATH, an installed one, else the one that comes from npm and needs no root. */
export async function openBrowser(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    path => path && existsSync(path),
  )
  return chromium.launch({ executablePath: installed ?? (await sparticuz.executablePath()), args: QUIET })
}

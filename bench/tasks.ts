import { coref } from "./quality/coref.ts"
import { events } from "./quality/events.ts"
import { launchLedger } from "./quality/launches.ts"
import { leaders } from "./quality/leaders.ts"
import { names } from "./quality/names.ts"
import { parse } from "./quality/parse.ts"
import { petrarch } from "./quality/petrarch.ts"
import { plover } from "./quality/plover.ts"
import { recognizers } from "./quality/recognizers.ts"
import { sameEvent } from "./quality/sameEvent.ts"
import { timesTask } from "./quality/times.ts"
import { timesPeers } from "./quality/timesPeers.ts"
import { titles } from "./quality/titles.ts"
import { wires } from "./quality/wires.ts"
import { linkingSpeed } from "./speed/linking.ts"
import { peers } from "./speed/peers.ts"
import { recordSpeed } from "./speed/record.ts"
import { speed } from "./speed/speed.ts"
import type { Task } from "./task.ts"

/** Every bench task, in the order of design/contract.md. */
export const TASKS: readonly Task[] = [
  parse,
  names,
  timesTask,
  timesPeers,
  recognizers,
  events,
  wires,
  plover,
  petrarch,
  coref,
  titles,
  sameEvent,
  leaders,
  launchLedger,
  speed,
  peers,
  recordSpeed,
  linkingSpeed,
]

import { FeatureList, feature1, feature2, feature3, type LinearModel } from "./features.ts"
import type { WordLook } from "./words.ts"

/** The moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). */
export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

const NONE = 0x3fff

/** How far apart, in steps: 1, 2, 3, 4, 5–7, 8–12, more. */
const distance = (d: number) => (d < 5 ? d : d < 8 ? 5 : d < 13 ? 6 : 7)

/** A sentence half parsed: the stack, the next word, and the tree so far. */
export class ParseState {
  /** Words in hand, the last on top. */
  stack = new Int32Array(64)
  depth = 0
  /** The next word not yet taken up. */
  next = 0
  size = 0
  words: readonly WordLook[] = []
  tags: Int32Array = new Int32Array(0)
  heads = new Int32Array(64)
  relations = new Int32Array(64)
  /** Children on either side: the outermost, the one before it, and how many. */
  left1 = new Int32Array(64)
  left2 = new Int32Array(64)
  right1 = new Int32Array(64)
  right2 = new Int32Array(64)
  lefts = new Int32Array(64)
  rights = new Int32Array(64)
  /** Relations of a word's children so far, as a set of bits of relation number modulo 31. */
  kinds = new Int32Array(64)

  begin(words: readonly WordLook[], tags: Int32Array): void {
    const size = words.length
    if (this.heads.length < size) {
      const room = size * 2
      this.stack = new Int32Array(room)
      this.heads = new Int32Array(room)
      this.relations = new Int32Array(room)
      this.left1 = new Int32Array(room)
      this.left2 = new Int32Array(room)
      this.right1 = new Int32Array(room)
      this.right2 = new Int32Array(room)
      this.lefts = new Int32Array(room)
      this.rights = new Int32Array(room)
      this.kinds = new Int32Array(room)
    }
    this.words = words
    this.tags = tags
    this.size = size
    this.depth = 0
    this.next = 0
    this.heads.fill(-1, 0, size)
    this.relations.fill(0, 0, size)
    this.left1.fill(-1, 0, size)
    this.left2.fill(-1, 0, size)
    this.right1.fill(-1, 0, size)
    this.right2.fill(-1, 0, size)
    this.lefts.fill(0, 0, size)
    this.rights.fill(0, 0, size)
    this.kinds.fill(0, 0, size)
  }

  get done(): boolean {
    return this.next >= this.size && this.depth <= 1
  }

  allows(move: number): boolean {
    if (move === SHIFT) return this.next < this.size
    if (move === LEFT) return this.depth > 0 && this.next < this.size
    return this.depth > 1
  }

  /** The one move that is allowed; -1 where there is a choice. */
  onlyMove(): number {
    if (this.next >= this.size) return RIGHT
    return this.depth === 0 ? SHIFT : -1
  }

  /** The word that a move gives a governor, and that governor; only for LEFT and RIGHT. */
  dependent(): number {
    return this.stack[this.depth - 1]!
  }

  governor(move: number): number {
    return move === LEFT ? this.next : this.stack[this.depth - 2]!
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  attach(move: number, relation: number): void {
    const head = this.governor(move)
    const child = this.dependent()
    this.depth -= 1
    this.heads[child] = head
    this.relations[child] = relation
    this.kinds[head]! |= 1 << (relation % 31)
    if (child < head) {
      this.left2[head] = this.left1[head]!
      this.left1[head] = child
      this.lefts[head]! += 1
    } else {
      this.right2[head] = this.right1[head]!
      this.right1[head] = child
      this.rights[head]! += 1
    }
  }
}

/** Writes down what is seen of a state before a move is chosen. */
export function lookAtState(s: ParseState, list: FeatureList): void {
  const { words, tags, stack, depth, next, size, relations, left1, left2, right1, right2, lefts, rights } = s
  const { items } = list
  const a = depth > 0 ? stack[depth - 1]! : -1
  const b = depth > 1 ? stack[depth - 2]! : -1
  const c = depth > 2 ? stack[depth - 3]! : -1
  const word = (i: number) => (i >= 0 ? words[i]!.lower : NONE)
  const tag = (i: number) => (i >= 0 ? tags[i]! : NONE)
  const label = (i: number) => (i >= 0 ? relations[i]! : NONE)
  const aw = word(a)
  const at = tag(a)
  const bw = word(b)
  const bt = tag(b)
  const ct = tag(c)
  const n0 = next < size ? next : -1
  const n1 = next + 1 < size ? next + 1 : -1
  const n2 = next + 2 < size ? next + 2 : -1
  const n3 = next + 3 < size ? next + 3 : -1
  const nw = word(n0)
  const nt = tag(n0)
  const n1w = word(n1)
  const n1t = tag(n1)
  const n2t = tag(n2)
  const n3t = tag(n3)
  const al = a >= 0 ? left1[a]! : -1
  const al2 = a >= 0 ? left2[a]! : -1
  const ar = a >= 0 ? right1[a]! : -1
  const ar2 = a >= 0 ? right2[a]! : -1
  const bl = b >= 0 ? left1[b]! : -1
  const br = b >= 0 ? right1[b]! : -1
  const br2 = b >= 0 ? right2[b]! : -1
  const nl = n0 >= 0 ? left1[n0]! : -1
  const nl2 = n0 >= 0 ? left2[n0]! : -1
  const gap = a >= 0 && n0 >= 0 ? distance(n0 - a) : 0
  const gapB = a >= 0 && b >= 0 ? distance(a - b) : 0
  const av = a >= 0 ? Math.min(lefts[a]!, 3) * 4 + Math.min(rights[a]!, 3) : NONE
  const bv = b >= 0 ? Math.min(lefts[b]!, 3) * 4 + Math.min(rights[b]!, 3) : NONE
  const nv = n0 >= 0 ? Math.min(lefts[n0]!, 3) : NONE
  const ak = a >= 0 ? s.kinds[a]! : NONE
  const bk = b >= 0 ? s.kinds[b]! : NONE
  const nk = n0 >= 0 ? s.kinds[n0]! : NONE
  let n = 0
  // The top of the stack, the one below, the next words.
  items[n++] = feature2(1, aw, at)
  items[n++] = feature1(2, aw)
  items[n++] = feature2(3, at, nt)
  items[n++] = feature2(4, nw, nt)
  items[n++] = feature1(5, nw)
  items[n++] = feature2(6, bw, bt)
  items[n++] = feature1(7, bw)
  items[n++] = feature2(8, n1w, n1t)
  items[n++] = feature2(9, n1t, n2t)
  items[n++] = feature2(10, word(n2), n2t)
  items[n++] = feature2(11, word(c), ct)
  // Pairs.
  items[n++] = feature2(12, aw, nw)
  items[n++] = feature3(13, aw, at, nt)
  items[n++] = feature3(14, at, nw, nt)
  items[n++] = feature2(15, aw, bw)
  items[n++] = feature3(16, aw, at, bt)
  items[n++] = feature3(17, at, bw, bt)
  items[n++] = feature2(18, at, bt)
  items[n++] = feature2(19, bw, nw)
  items[n++] = feature2(20, bt, nw)
  items[n++] = feature2(21, bw, nt)
  items[n++] = feature3(22, at, nt, gap)
  items[n++] = feature2(23, aw, gap)
  items[n++] = feature2(24, nw, gap)
  items[n++] = feature3(25, at, bt, gapB)
  items[n++] = feature2(26, nw, n1w)
  items[n++] = feature2(27, aw, n1t)
  // Three tags.
  items[n++] = feature3(28, nt, n1t, n2t)
  items[n++] = feature3(29, at, nt, n1t)
  items[n++] = feature3(30, bt, at, nt)
  items[n++] = feature3(31, ct, bt, at)
  items[n++] = feature3(32, bt, nt, n1t)
  items[n++] = feature3(33, n1t, n2t, n3t)
  items[n++] = feature3(34, aw, nt, n1t)
  items[n++] = feature3(35, at, nw, n1t)
  items[n++] = feature3(36, bt, aw, nt)
  items[n++] = feature3(37, bt, at, nw)
  items[n++] = feature3(38, bw, at, nt)
  items[n++] = feature3(39, aw, nw, bt)
  // Children and their relations.
  items[n++] = feature3(40, at, tag(al), nt)
  items[n++] = feature3(41, at, tag(ar), nt)
  items[n++] = feature3(42, at, nt, tag(nl))
  items[n++] = feature3(43, bt, tag(br), at)
  items[n++] = feature3(44, bt, tag(bl), at)
  items[n++] = feature3(45, bt, at, tag(al))
  items[n++] = feature3(46, bt, at, tag(ar))
  items[n++] = feature2(47, aw, label(al))
  items[n++] = feature2(48, aw, label(ar))
  items[n++] = feature3(49, at, label(al), label(ar))
  items[n++] = feature2(50, nw, label(nl))
  items[n++] = feature3(51, nt, label(nl), label(nl2))
  items[n++] = feature2(52, bw, label(br))
  items[n++] = feature3(53, bt, label(br), label(br2))
  items[n++] = feature3(54, at, label(ar), label(ar2))
  items[n++] = feature3(55, at, label(al), label(al2))
  items[n++] = feature3(56, at, ak, nt)
  items[n++] = feature3(57, bt, bk, at)
  items[n++] = feature3(58, nt, nk, at)
  items[n++] = feature2(59, aw, ak)
  items[n++] = feature2(60, bw, bk)
  items[n++] = feature2(61, nw, nk)
  items[n++] = feature2(62, aw, av)
  items[n++] = feature3(63, at, av, nt)
  items[n++] = feature2(64, bw, bv)
  items[n++] = feature3(65, bt, bv, at)
  items[n++] = feature2(66, nw, nv)
  items[n++] = feature3(67, nt, nv, at)
  // Words of children, which tell prepositions and markers: "to engage", "of peace".
  items[n++] = feature3(68, word(al), at, nw)
  items[n++] = feature3(69, bw, word(al), at)
  items[n++] = feature3(70, bt, word(al), aw)
  items[n++] = feature3(71, bw, bt, word(nl))
  items[n++] = feature3(72, aw, at, word(nl))
  items[n++] = feature2(73, word(ar), nw)
  items[n++] = feature3(74, word(br), at, bt)
  // The word before the next one and the one after the top: what lies between.
  items[n++] = feature3(75, a >= 0 && a + 1 < size ? tags[a + 1]! : NONE, at, nt)
  items[n++] = feature3(76, n0 > 0 ? tags[n0 - 1]! : NONE, at, nt)
  items[n++] = feature3(77, a > 0 ? tags[a - 1]! : NONE, bt, at)
  items[n++] = feature3(78, a >= 0 ? words[a]!.ends[2] : NONE, nt, bt)
  items[n++] = feature3(79, n0 >= 0 ? words[n0]!.ends[2] : NONE, at, bt)
  // Classes of words, which tell of words seldom seen.
  const kind = (i: number) => (i >= 0 ? words[i]!.kind : NONE)
  const ac = kind(a)
  const bc = kind(b)
  const nc = kind(n0)
  items[n++] = feature2(81, ac, nc)
  items[n++] = feature2(82, ac, bc)
  items[n++] = feature2(83, bc, nc)
  items[n++] = feature3(84, ac, at, nt)
  items[n++] = feature3(85, at, nc, nt)
  items[n++] = feature3(86, bc, bt, at)
  items[n++] = feature2(87, nc, kind(n1))
  items[n++] = feature3(88, ac, nc, bt)
  items[n++] = feature3(89, bc, ac, nt)
  items[n++] = feature3(90, bc, word(al), ac)
  items[n++] = feature3(91, ac, nc, kind(n1))
  items[n++] = feature3(92, bc, ac, nc)
  items[n++] = feature3(93, ac, nc, word(nl))
  items[n++] = feature2(80, (depth > 4 ? 4 : depth) * 8 + (size - next > 7 ? 7 : size - next), at)
  list.length = n
}

/** Writes down what is seen of an arc before its relation is chosen. */
export function lookAtArc(s: ParseState, head: number, child: number, list: FeatureList): void {
  const { words, tags, size, relations, left1, right1, kinds } = s
  const { items } = list
  const word = (i: number) => (i >= 0 ? words[i]!.lower : NONE)
  const tag = (i: number) => (i >= 0 && i < size ? tags[i]! : NONE)
  const label = (i: number) => (i >= 0 ? relations[i]! : NONE)
  const side = child < head ? 0 : 1
  const ht = tag(head) * 2 + side
  const hw = word(head) ^ side
  const ct = tag(child)
  const cw = word(child)
  const cl = left1[child]!
  const cr = right1[child]!
  const gap = distance(Math.abs(head - child))
  const hk = kinds[head]!
  const ck = kinds[child]!
  let n = 0
  items[n++] = feature2(101, ht, ct)
  items[n++] = feature2(102, hw, ct)
  items[n++] = feature2(103, ht, cw)
  items[n++] = feature2(104, hw, cw)
  items[n++] = feature1(105, cw)
  items[n++] = feature2(106, cw, ct)
  items[n++] = feature3(107, ht, ct, gap)
  items[n++] = feature3(108, ht, ct, tag(child - 1))
  items[n++] = feature3(109, ht, ct, tag(child + 1))
  items[n++] = feature3(110, ht, ct, tag(head - 1))
  items[n++] = feature3(111, ht, ct, tag(head + 1))
  items[n++] = feature3(112, ht, ct, word(cl))
  items[n++] = feature3(113, ht, ct, label(cl))
  items[n++] = feature3(114, ht, ct, word(cr))
  items[n++] = feature3(115, ht, ct, label(cr))
  items[n++] = feature3(116, hw, ct, word(cl))
  items[n++] = feature3(117, ht, ct, hk)
  items[n++] = feature3(118, ht, ct, ck)
  items[n++] = feature3(119, hw, ct, hk)
  items[n++] = feature3(120, hw, ct, ck)
  items[n++] = feature3(121, ht, cw, word(cl))
  items[n++] = feature3(122, ht, cw, ck)
  items[n++] = feature3(123, ht, ct, words[child]!.ends[2])
  items[n++] = feature3(124, ht, words[head]!.ends[2], ct)
  items[n++] = feature3(125, cw, tag(child + 1), side)
  items[n++] = feature3(126, word(child - 1), cw, side)
  items[n++] = feature3(127, ht, ct, label(left1[head]!))
  items[n++] = feature3(128, ht, ct, label(right1[head]!))
  const hc = words[head]!.kind ^ (side << 9)
  const cc = words[child]!.kind
  items[n++] = feature2(130, hc, cc)
  items[n++] = feature3(131, hc, ct, word(cl))
  items[n++] = feature3(132, ht, ct, cc)
  items[n++] = feature3(133, hc, cc, word(cl))
  items[n++] = feature3(134, hc, ct, ck)
  items[n++] = feature3(129, words[child]!.shape, ht, ct)
  list.length = n
}

/** A greedy dependency parser: one model chooses the moves, another names each arc when it is drawn. */
export class Parser {
  private readonly moves: LinearModel
  private readonly labels: LinearModel
  private readonly state = new ParseState()
  private readonly moveList = new FeatureList()
  private readonly labelList = new FeatureList()
  private readonly moveScores = new Int32Array(3)
  private readonly labelScores: Int32Array
  private readonly rootRelation: number

  constructor(moves: LinearModel, labels: LinearModel, relationCount: number, rootRelation: number) {
    this.moves = moves
    this.labels = labels
    this.labelScores = new Int32Array(relationCount)
    this.rootRelation = rootRelation
  }

  /**
   * Parses one sentence. Every word but one gets a governor; the one left is the root (head -1).
   * The state that is given back holds heads and relations until the next call. Linear in the words.
   */
  parse(words: readonly WordLook[], tags: Int32Array): ParseState {
    const { state } = this
    state.begin(words, tags)
    while (!state.done) {
      let move = state.onlyMove()
      if (move < 0) {
        lookAtState(state, this.moveList)
        this.moves.score(this.moveList, this.moveScores)
        move = bestMove(state, this.moveScores)
      }
      if (move === SHIFT) state.shift()
      else {
        lookAtArc(state, state.governor(move), state.dependent(), this.labelList)
        this.labels.score(this.labelList, this.labelScores)
        state.attach(move, bestRelation(this.labelScores, this.rootRelation))
      }
    }
    if (state.size > 0) state.relations[state.stack[0]!] = this.rootRelation
    return state
  }
}

/** The allowed move with the highest score. */
export function bestMove(state: ParseState, scores: Int32Array): number {
  let move = -1
  for (let m = 0; m < 3; m++) if (state.allows(m) && (move < 0 || scores[m]! > scores[move]!)) move = m
  return move
}

/** The relation with the highest score; "root" is none that a governor can give. */
export function bestRelation(scores: Int32Array, root: number): number {
  let at = root === 0 ? 1 : 0
  for (let i = at + 1; i < scores.length; i++) if (i !== root && scores[i]! > scores[at]!) at = i
  return at
}

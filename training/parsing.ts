import { FeatureList } from "../src/text/features.ts"
import { bestMove, bestRelation, LEFT, lookAtArc, lookAtState, ParseState, SHIFT } from "../src/text/parser.ts"
import type { WordLook } from "../src/text/words.ts"
import { chance, shuffled } from "./chance.ts"
import { Learner } from "./learner.ts"

/** What a parser learns from. */
export interface ParsedSentence {
  readonly looks: readonly WordLook[]
  /** Tags as the tagger would give them, faults included. */
  readonly tags: Int32Array
  readonly heads: readonly number[]
  readonly relations: Int32Array
  /** Counted in this many times a round: silver sentences may count less than once. */
  readonly share?: number
}

/** Arcs of the right tree that a move makes impossible (Goldberg and Nivre 2013, arc-hybrid). */
export function moveCost(s: ParseState, heads: readonly number[], move: number): number {
  const { stack, depth, next, size } = s
  const top = stack[depth - 1]!
  let cost = 0
  if (move === SHIFT) {
    for (let i = 0; i < depth; i++) {
      const word = stack[i]!
      if (heads[word] === next) cost += 1
      if (i < depth - 1 && heads[next] === word) cost += 1
    }
    return cost
  }
  for (let i = next; i < size; i++) if (heads[i] === top) cost += 1
  const head = heads[top]!
  if (head === -1) return cost + 1
  if (move === LEFT) {
    if (head > next || (depth > 1 && head === stack[depth - 2])) cost += 1
  } else if (head >= next) cost += 1
  return cost
}

/**
 * Learns the choice of moves and of relations together, from states the learner itself reaches after the first
 * round (a dynamic oracle with exploration), so that it knows what to do after a mistake.
 */
export function learnParser(
  sentences: readonly ParsedSentence[],
  relationCount: number,
  rootRelation: number,
  rounds: number,
  seed: number,
  told: (round: number, wrong: number) => void = () => {},
): { moves: Learner; labels: Learner } {
  const moves = new Learner(3, 1)
  const labels = new Learner(relationCount)
  const next = chance(seed)
  const state = new ParseState()
  const moveList = new FeatureList()
  const labelList = new FeatureList()
  const moveScores = new Int32Array(3)
  const labelScores = new Int32Array(relationCount)
  const costs = new Int32Array(3)
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    for (const sentence of shuffled(sentences, next)) {
      if (sentence.share !== undefined && next() >= sentence.share) continue
      const { heads, relations } = sentence
      state.begin(sentence.looks, sentence.tags)
      while (!state.done) {
        lookAtState(state, moveList)
        moves.score(moveList, moveScores)
        moves.tick()
        const chosen = bestMove(state, moveScores)
        let least = Number.MAX_SAFE_INTEGER
        for (let m = 0; m < 3; m++) {
          costs[m] = state.allows(m) ? moveCost(state, heads, m) : Number.MAX_SAFE_INTEGER / 2 ** 23
          if (state.allows(m)) least = Math.min(least, costs[m]!)
        }
        let right = -1
        for (let m = 0; m < 3; m++)
          if (state.allows(m) && costs[m] === least && (right < 0 || moveScores[m]! > moveScores[right]!)) right = m
        let move = right
        if (costs[chosen]! > least) {
          wrong += 1
          moves.update(moveList, right, chosen)
          if (round > 0 && next() < 0.9) move = chosen
        } else move = chosen
        if (move === SHIFT) {
          state.shift()
          continue
        }
        const head = state.governor(move)
        const child = state.dependent()
        lookAtArc(state, head, child, labelList)
        labels.score(labelList, labelScores)
        const relation = bestRelation(labelScores, rootRelation)
        if (heads[child] === head) {
          labels.tick()
          if (relation !== relations[child]) labels.update(labelList, relations[child]!, relation)
        }
        state.attach(move, relation)
      }
    }
    told(round, wrong)
  }
  return { moves, labels }
}

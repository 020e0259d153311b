import { randomOf } from '../demo/random.ts'
import { type FreeMentor, findMatches, type Mentee } from '../src/mentors/index.ts'
import { quantile } from './measure.ts'

// How long it takes to find the three likest of 500 mentors for each of 2,000 people who wait, reasons and all: under a second.
//   npm run bench:matching

const most = 1_000 // milliseconds
const [menteeCount, mentorCount, named] = [2_000, 500, 3]
const random = randomOf(7)
const names = (word: string, count: number) => Array.from({ length: count }, (_, at) => `${word} ${at}`)
const [places, languages, interests, matters] = [names('place', 40), names('language', 12), names('interest', 12), names('matter', 7)] // biome-ignore format: one line
const likeness = () => ({
  ...{
    languages: random.some(languages, random.between(1, 3)),
    interests: random.some(interests, random.between(0, 5)),
  },
  ...{ gender: random.pick(['WOMAN', 'MAN'] as const), prefers: random.pick(['ANY', 'ANY', 'WOMAN', 'MAN'] as const) },
})
const mentees = names('wish', menteeCount).map((wishId): Mentee => {
  const personId = wishId.replace('wish', 'person')
  return { wishId, personId, ...likeness(), places: random.some(places, 2), matters: random.some(matters, 2) }
})
const mentors = names('mentor', mentorCount).map((mentorId): FreeMentor => {
  const standing = { load: random.between(0, 2), mostMentees: 3, walkedWith: random.between(0, 4) }
  return { mentorId, name: mentorId, ...likeness(), ...standing, places: random.some(places, 4), experience: random.some(matters, 2) } // biome-ignore format: one line
})
const keptFrom = new Set(names('mentor', 50).map((mentor, at) => `${mentor} person ${at}`))

const took = Array.from({ length: 12 }, timed).slice(2) // the first two warm
const [half, worst] = [quantile(took, 0.5), Math.max(...took)]
console.log(`${menteeCount} people against ${mentorCount} mentors: median ${half.toFixed(0)} ms, worst ${worst.toFixed(0)} ms (target ${most})`) // biome-ignore format: one line
process.exitCode = worst <= most ? 0 : 1

function timed(): number {
  const from = performance.now()
  findMatches(mentees, mentors, keptFrom, named)
  return performance.now() - from
}

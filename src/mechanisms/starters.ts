import type { Locale } from '../platform/words.ts'
import type { Part } from './mechanism.ts'

const asked = (part: Part, en: string, it: string, nl: string): { part: Part; texts: Record<Locale, string> } => ({
  ...{ part, texts: { en, it, nl } },
})

/** @source Pawson and Tilley, Realistic Evaluation (1997): what works, for whom, in what circumstances, and why. */
export const starters = [
  asked('CONTEXT', 'Who takes part, and who does not?', 'Chi partecipa e chi no?', 'Wie doet mee, en wie niet?'),
  asked('CONTEXT', 'What was there already: law, places, money, other services?', 'Che cosa c’era già: leggi, luoghi, denaro, altri servizi?', 'Wat was er al: wetten, plekken, geld, andere diensten?'),
  asked('CONTEXT', 'What made it easier or harder to begin here?', 'Che cosa ha reso più facile o più difficile cominciare qui?', 'Wat maakte het hier makkelijker of moeilijker om te beginnen?'),
  asked('MECHANISM', 'What do people do differently because of it?', 'Che cosa fanno di diverso le persone grazie a questo?', 'Wat doen mensen hierdoor anders?'),
  asked('MECHANISM', 'Why does it work for those for whom it works?', 'Perché funziona per chi funziona?', 'Waarom werkt het voor wie het werkt?'),
  asked('MECHANISM', 'For whom did it not work, and why?', 'Per chi non ha funzionato e perché?', 'Voor wie werkte het niet, en waarom?'),
  asked('OUTCOME', 'What changed, and how do you know?', 'Che cosa è cambiato e come lo sai?', 'Wat veranderde er, en hoe weet u dat?'),
  asked('OUTCOME', 'What changed that nobody meant to change?', 'Che cosa è cambiato senza che nessuno lo volesse?', 'Wat veranderde er zonder dat iemand dat bedoelde?'),
  asked('OUTCOME', 'What would you do otherwise next time?', 'Che cosa faresti diversamente la prossima volta?', 'Wat zou u de volgende keer anders doen?'),
] // biome-ignore format: a table

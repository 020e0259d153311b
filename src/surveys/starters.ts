import type { Audience, SurveyItem } from './survey.ts'

const item = (key: string, en: string, it: string, nl: string): SurveyItem => ({ key, text: { en, it, nl } })

/** What a partnership asks to begin with: what inspectors and families said was missing (R056, R076, R156). */
export const starters: Record<Audience, SurveyItem[]> = {
  PERSON: [
    item('helped', 'Somebody here has helped me to prepare for release.', 'Qui qualcuno mi ha aiutato a preparare l’uscita.', 'Iemand hier heeft mij geholpen mijn vrijlating voor te bereiden.'),
    item('supervisor', 'I can name my supervisor outside.', 'So dire il nome di chi mi seguirà fuori.', 'Ik weet hoe mijn begeleider buiten heet.'),
    item('plan', 'I know what is in my plan.', 'So che cosa c’è nel mio piano.', 'Ik weet wat er in mijn plan staat.'),
    item('course', 'I was offered a course before release.', 'Mi è stato proposto un corso prima dell’uscita.', 'Mij is een cursus aangeboden vóór mijn vrijlating.'),
    item('told-once', 'I did not have to tell the same things again and again.', 'Non ho dovuto raccontare sempre le stesse cose.', 'Ik hoefde niet steeds hetzelfde te vertellen.'),
  ],
  FAMILY: [
    item('date', 'I know the release date.', 'So la data di uscita.', 'Ik weet de datum van vrijlating.'),
    item('whom', 'I know whom to call with a question.', 'So chi chiamare se ho una domanda.', 'Ik weet wie ik kan bellen met een vraag.'),
    item('asked', 'Somebody asked what we need as a family.', 'Qualcuno ci ha chiesto di che cosa abbiamo bisogno come famiglia.', 'Iemand vroeg wat wij als gezin nodig hebben.'),
  ],
  STAFF: [
    item('who-else', 'I know who else works with the people I work with.', 'So chi altro lavora con le persone che seguo.', 'Ik weet wie er nog meer werkt met de mensen die ik begeleid.'),
    item('plan-seen', 'I can see the plan when I need it.', 'Posso vedere il piano quando mi serve.', 'Ik kan het plan zien wanneer ik het nodig heb.'),
    item('time', 'I have enough time with people.', 'Ho abbastanza tempo per le persone.', 'Ik heb genoeg tijd voor mensen.'),
  ],
  CASE_REVIEW: [
    item('activity', 'In this case there was sufficient activity.', 'In questo caso si è fatto abbastanza.', 'In deze zaak is genoeg gedaan.'),
    item('coordinated', 'In this case the work of the agencies was co-ordinated effectively.', 'In questo caso gli enti si sono coordinati bene.', 'In deze zaak werkten de organisaties goed samen.'),
    item('plan-shared', 'In this case there was one plan that everybody worked to.', 'In questo caso c’era un solo piano per tutti.', 'In deze zaak was er één plan waar iedereen mee werkte.'),
  ],
} // biome-ignore format: a table

-- To the person our words say "tu" and "je". Where nobody was asked with the first words yet they are said anew; where somebody was,
-- what they were asked stays as it was, and a new edition is asked from now on. What a partnership wrote itself stays.
create temporary table said (kind text, words_it text, words_nl text);
insert into said values
  ('SHARING',
   'Vorremmo condividere parti della tua scheda con questo ente, perché possa aiutarti. Puoi dire sì o no. Se dici no, non ti succede niente di male. Puoi cambiare idea in ogni momento. Da allora non potranno più vederla.',
   'We willen delen van je dossier delen met deze organisatie, zodat zij je kan helpen. Je mag ja of nee zeggen. Zeg je nee, dan gebeurt er niets vervelends. Je mag altijd van gedachten veranderen. Dan kunnen zij het niet meer zien.'),
  ('SUPPORT',
   'Questo ente ti offre aiuto. Decidi tu se lo vuoi. Puoi dire sì o no, e puoi smettere in ogni momento. Si tratta di aiuto. Non riguarda chi può vedere la tua scheda.',
   'Deze organisatie biedt je hulp aan. Je kiest zelf of je die hulp wilt. Je mag ja of nee zeggen, en je mag altijd stoppen. Dit gaat over hulp. Het gaat niet over wie je dossier mag zien.'),
  ('STORY',
   'Questo ente vorrebbe raccontare quello che ti è successo, in poche frasi e senza il tuo nome, perché altri possano imparare. Il racconto può stare accanto ai numeri in una relazione o su una pagina che tutti possono leggere. Puoi dire sì o no. Puoi cambiare idea in ogni momento: allora viene tolto subito. Quello che è già stato stampato resta sulla carta.',
   'Deze organisatie wil graag vertellen wat je hebt meegemaakt, in een paar zinnen en zonder je naam, zodat anderen ervan kunnen leren. Het kan naast cijfers staan in een verslag of op een pagina die iedereen kan lezen. Je mag ja of nee zeggen. Je mag altijd van gedachten veranderen: dan wordt het meteen weggehaald. Wat al gedrukt is, blijft op papier.');
insert into consent_text (kind, edition, words_en, words_it, words_nl)
  select t.kind, t.edition + 1, t.words_en, s.words_it, s.words_nl from consent_text t join said s using (kind)
  where t.made_by is null and exists (select from consent c where c.text_id = t.id)
    and t.edition = (select max(edition) from consent_text last where last.kind = t.kind);
update consent_text t set words_it = s.words_it, words_nl = s.words_nl from said s
  where s.kind = t.kind and t.made_by is null and not exists (select from consent c where c.text_id = t.id);
drop table said;

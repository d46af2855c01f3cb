## Following

programmes-nav-following = Programma's
programmes-mine-title = Programma's
programmes-mine-others = Ook onderweg
programmes-mine-ended = Afgelopen
programmes-offers = Wat je kunt beginnen
programmes-offers-empty = Er is nog geen programma om te beginnen. Zodra er een is, staat het hier.
programmes-offer-see = Bekijk wat { $title } is
programmes-steps = { $count ->
    [one] Eén stap.
   *[other] { $count } stappen.
}
programmes-steps-title = De stappen
programmes-began-on = Begonnen op { $date }.
programmes-ended-on = Je bent gestopt op { $date }.
programmes-ended-readonly = Je kunt nog lezen wat je schreef. Er kan niets meer bij.
programmes-someone = Iemand die is vertrokken
programmes-next = Wat nu komt
programmes-next-step = Nu aan de beurt: { $title }.
programmes-next-go = Ga verder
programmes-next-look = Kijk terug
programmes-next-through = Je bent door alle stappen heen. Je kunt terugkijken en alles blijven gebruiken.
programmes-step-open = Open sinds { $date }
programmes-step-opens = { $title } gaat open op { $date }.
programmes-step-coach = { $title } gaat open als je coach dat samen met je doet.
programmes-step-result = { $title } gaat open als een uitslag daar aanleiding toe geeft, of als je coach het opent.
programmes-step-later = { $title } gaat een paar dagen na de stap ervoor open.
programmes-step-done = { $done } van { $all } oefeningen gedaan
programmes-to-overview = Naar alle stappen
programmes-to-exercise = Naar de oefening
programmes-coach-is = { $name } coacht je.
programmes-coach-none = Je hebt nog geen coach. Zolang je er geen hebt, kan niemand behalve jij lezen wat je schrijft.
programmes-responses = Nieuw van je coach
programmes-response-new = { $name } heeft je geantwoord
programmes-response-by = { $name }, { $date }
programmes-mood = Stemming
programmes-mood-title = Hoe je je vandaag voelt
programmes-mood-ask = Hoe voel je je vandaag?
programmes-mood-lowest = heel slecht
programmes-mood-highest = heel goed
programmes-mood-keep = Bewaar hoe ik me voel
programmes-mood-plot = Hoe je je voelde, van 0 tot 10
programmes-plots = Door de tijd heen
programmes-points = Punten
programmes-number = Getal
programmes-result = { $date }: { $points } van de { $most } punten.
programmes-result-better = Dat is duidelijk beter dan de vorige keer.
programmes-result-worse = Dat is duidelijk slechter dan de vorige keer. Het kan helpen om het je coach te vertellen.
programmes-result-same = Het verschil met de vorige keer kan toeval zijn.
programmes-line = Regel { $number }
programmes-row = Rij { $number }
programmes-yes = Ja
programmes-no = Nee
programmes-timer-done = Ik heb het gedaan
programmes-timer-lasts = { $minutes ->
    [one] Het duurt een minuut.
   *[other] Het duurt { $minutes } minuten.
}
programmes-timer-start = Begin
programmes-timer-stop = Stop
programmes-ideas = Ideeën die je kunt overnemen:
programmes-several = Je hebt dit op twee apparaten geschreven. Hier staan ze allebei. Hieronder staan ze zo goed mogelijk bij elkaar: verander wat je wilt en bewaar het.
programmes-keeping-kept = Bewaard. Alleen jij kunt het lezen.
programmes-keeping-unkept = Nog niet bewaard. We proberen het opnieuw; laat deze pagina open.
programmes-sharing = Wie kan dit lezen als je klaar bent?
programmes-sharing-own = Alleen ik kan dit lezen.
programmes-sharing-nobody = Alleen jij kunt dit lezen: je hebt nog geen coach.
programmes-finish = Ik ben klaar
programmes-keep = Bewaar voor later
programmes-history = Wat hier eerder stond
programmes-history-title = { $title }: wat hier eerder stond
programmes-history-lead = Alleen jij ziet deze pagina, ook als je een antwoord deelt.
programmes-history-empty = Hier is nog niets geschreven.
programmes-standing-kept = Bewaard op { $date }, nog niet af.
programmes-standing-finished = Afgemaakt op { $date }.
programmes-standing-own = Alleen jij kunt het lezen.
programmes-standing-shared = { $name } kan het lezen en heeft het nog niet gezien.
programmes-standing-seen = { $name } heeft het gelezen op { $date }.
programmes-standing-before = { $name } kan nog lezen wat je daarvoor deelde.
programmes-taking-back = Neem het terug
programmes-taking-back-said = { $name } kan lezen wat je hier deelde. Je kunt het terugnemen: dan kan alleen jij het lezen.
programmes-remove = Verwijder
programmes-removal-title = Verwijder wat je schreef
programmes-removal-ask = Dit voorgoed verwijderen?
programmes-removal-goes = Alles wat je schreef bij { $title }, met alles wat er eerder stond
programmes-removal-goes-day = Alles wat je schreef bij { $title } voor { $date }, met alles wat er eerder stond
programmes-removal-stays = Wat je coach je schreef, blijft.
programmes-remove-do = Verwijder het voorgoed
programmes-remove-not = Laat het staan
programmes-other-day = Een andere dag
programmes-other-day-go = Toon die dag
programmes-fault-choose = Kies een van de antwoorden
programmes-fault-fits = Dit past hier niet. Kijk er nog eens naar.
programmes-fault-nothing = Er is nog niets ingevuld.
programmes-begin-kept = Wat we bewaren, en wie het leest
programmes-begin-own = Wat je schrijft in oefeningen, in een dagboek en over hoe je je voelt, is van jou. Alleen jij kunt het lezen.
programmes-begin-shared = Als je iets afmaakt, kies je of je coach het leest. Dat kun je terugnemen.
programmes-begin-managers = Beheerders zien dat je dit programma volgt, en nooit wat je schrijft. Je coach ziet welke stappen open zijn en op welke dag je het laatst schreef.
programmes-begin-stop = Je kunt stoppen wanneer je wilt, en alles laten wissen.
programmes-begin-statement = Lees de hele privacyverklaring
programmes-begin-yes = Ja, dat mag
programmes-begin-agree = Stem in en begin
programmes-begin-do = Begin
programmes-begin-not = Nu niet
programmes-begin-unanswered = Zonder jouw ja mogen we er niets van bewaren, dus kun je niet beginnen.
programmes-agree = Stem in en ga verder
programmes-ending-link = Stop met dit programma
programmes-ending-title = Stop met dit programma
programmes-ending-lead = Je hoeft niet te zeggen waarom. Jij kiest wat er gebeurt met wat je schreef.
programmes-ending-stop = Stop, en bewaar wat ik schreef
programmes-ending-stays = Wat je schreef en wat je coach antwoordde; je kunt het nog lezen
programmes-ending-until = tot { $date }
programmes-ending-period = tot de datum in de privacyverklaring
programmes-ending-stop-do = Stop en bewaar het
programmes-ending-delete = Stop, en wis alles nu
programmes-ending-withdraws = Hiermee trek je je ja in.
programmes-ending-goes = Alles wat je schreef: antwoorden, dagboek en hoe je je voelde
programmes-ending-goes-responses = Wat je coach erbij antwoordde
programmes-ending-delete-do = Stop en wis alles
programmes-done-begun = Je bent begonnen. Neem de tijd.
programmes-done-kept = Bewaard. Alleen jij kunt het lezen. Ga verder wanneer je wilt.
programmes-done-finished = Klaar, en bewaard. Alleen jij kunt het lezen.
programmes-done-shared = Klaar. Je coach kan het nu lezen.
programmes-done-unshared = Bewaard, en niet gedeeld: je hebt een andere coach sinds je de pagina opende. Kijk nog eens en beslis opnieuw.
programmes-done-removed = Voorgoed verwijderd.
programmes-done-taken-back = Teruggenomen. Alleen jij kunt het nu lezen.
programmes-done-mood = Bewaard hoe je je vandaag voelt.
programmes-done-stopped = Je bent gestopt. Wat je schreef, blijft tot zijn datum.
programmes-done-withdrawn = Je bent gestopt, en alles wat je schreef is weg.
programmes-help-title = Nu hulp
programmes-help-lead = Denk je eraan niet meer te leven, of weet je niet hoe je de nacht door moet komen? Praat nu met iemand. Je hoeft niet zeker te weten of het erg genoeg is.
programmes-help-talk = om te praten, op elk uur
programmes-help-danger = als een leven in gevaar is
programmes-help-care = voor advies over zorg
programmes-help-more = Meer nummers, en andere landen
programmes-help-europe = Overal in de Europese Unie is 112 het nummer als een leven in gevaar is.
programmes-help-private = Dat je deze pagina opent, bewaren we niet bij je naam.
programmes-country-nl = Nederland
programmes-country-se = Zweden
programmes-country-gb = Verenigd Koninkrijk
programmes-country-ie = Ierland
programmes-country-be = België
programmes-country-de = Duitsland
programmes-urgent-title = Je hoeft hier niet alleen mee te zijn
programmes-urgent-lead = Praat nu met iemand. Ze zijn er precies hiervoor, op elk uur.
programmes-urgent-nobody = Niemand hier hoort wat je invulde. Wil je dat je coach het weet? Vertel het je coach dan zelf.
programmes-urgent-kept = Wat je schreef, is bewaard.
programmes-urgent-unkept = Wat je schreef kon niet worden bewaard. Dat is nu minder belangrijk.
programmes-urgent-back = Terug naar de stap

## Caring

## Making

## Figures

# Navigation
programmes-nav-outcomes = Hoe programma's gaan

# Outcomes

programmes-outcomes-title = Hoe de programma's verlopen
programmes-outcomes-lead = Cijfers over groepen, zodat je ziet of een programma helpt. Niemand is erin te vinden, en geen machine heeft er iemands antwoorden voor geopend.
programmes-outcomes-size = Een groep bestaat uit ten minste { $count } mensen. Ze wordt getoond als een kwartaal voorbij is en er genoeg mensen zijn geteld, en verandert daarna nooit meer.
programmes-outcomes-reach = Elk getal is willekeurig een beetje veranderd: in negentien van de twintig gevallen met hoogstens { $count }. Daarom kloppen de optelsommen niet precies.
programmes-outcomes-none = Er zijn nog geen cijfers. Mensen worden geteld twaalf weken nadat ze zijn begonnen, of als ze stoppen.
programmes-outcomes-file = Opslaan als tabel
programmes-outcomes-between = Geteld van { $from } tot { $until }
programmes-outcomes-column-outcome = Uitkomst
programmes-outcomes-column-people = Mensen, ongeveer
programmes-figure-way = Hoe ver mensen zijn gekomen
programmes-figure-answer = Hoe snel de coach voor het eerst antwoordde
programmes-figure-change = Hoe de uitslag van "{ $title }" veranderde, van de eerste tot de laatste keer
programmes-outcome-through = Tot de laatste stap
programmes-outcome-halfway = De helft van de stappen of meer
programmes-outcome-early = Minder dan de helft van de stappen
programmes-outcome-days = Binnen twee dagen
programmes-outcome-week = Binnen een week
programmes-outcome-later = Later
programmes-outcome-none = Helemaal niet
programmes-outcome-private = Er is niets gedeeld
programmes-outcome-better = Beter
programmes-outcome-same = Ongeveer hetzelfde
programmes-outcome-worse = Slechter
programmes-outcome-unmeasured = Niet twee keer gemeten

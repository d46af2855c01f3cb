## Following

programmes-nav-following = Programma
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
programmes-ahead-go = Ga verder waar je was.
programmes-ahead-begin = Bekijk wat je kunt beginnen.
programmes-next = Wat nu komt
programmes-next-step = Nu aan de beurt: { $title }.
programmes-next-go = Ga verder
programmes-next-look = Kijk terug
programmes-next-through = Je bent door alle stappen heen. Je kunt terugkijken en alles blijven gebruiken.
programmes-step-open = Open sinds { $date }
programmes-step-opens = { $title } gaat open op { $date }.
programmes-step-coach = { $title } gaat open als je coach dat samen met je doet.
programmes-step-answered = { $title } gaat open zodra je ‘{ $questionnaire }’ hebt ingevuld.
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
programmes-agreed-title = Waarmee ik in mijn programma’s heb ingestemd
programmes-my-data = Mijn gegevens
programmes-agreed-lead = Je trekt het in per programma. Dan stopt het programma en wordt alles gewist wat je erin hebt geschreven, met wat je coach heeft geantwoord.
programmes-agreed-none = Je hebt nog nergens mee ingestemd: de vraag komt als je aan een programma begint.
programmes-agreed-stands = Je hebt ja gezegd, en het programma loopt sinds { $date }.
programmes-agreed-anew = De vraag is veranderd sinds je op { $date } begon. Zolang je niet antwoordt, wordt er niets meer bewaard.
programmes-agreed-ended = Het programma is gestopt op { $date }. Wat je erin hebt geschreven, blijft tot zijn datum, als er nog iets van is.
programmes-agreed-answer = Beantwoord de vraag: { $title }
programmes-agreed-withdraw = Intrekken: { $title }
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
programmes-ending-held = We moeten het tot { $date } bewaren, vanwege een juridische bewaarplicht. Tot dan kan er niets worden gewist.
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

## Making

programmes-making-title = Programma’s schrijven
programmes-making-lead = Hier schrijf je de programma’s die mensen volgen. Hier staat niets over iemand.
programmes-making-drafts = Waaraan wordt geschreven
programmes-making-changed = Voor het laatst gewijzigd { $at }
programmes-making-untitled = Zonder titel
programmes-making-programmes = Programma’s
programmes-making-empty = Er is nog geen programma gepubliceerd. Wat je publiceert, staat straks hier, met al zijn versies.
programmes-making-version = Versie { $number }, gepubliceerd op { $date }
programmes-making-write-on = Een nieuwe versie schrijven
programmes-making-take = Meenemen als bestand
programmes-making-new = Een nieuw programma
programmes-making-new-lead = Je begint met een kort voorbeeld en schrijft daarop verder. Anderen die programma’s schrijven, zien je ontwerp en kunnen het wijzigen. Wie programma’s volgt, ziet het pas als je het publiceert.
programmes-making-begin = Een programma beginnen
programmes-making-begin-shipped = Beginnen met “Beter slapen”
programmes-making-removed = Het ontwerp is weg.
programmes-making-published = De versie is gepubliceerd. Wie nu begint, krijgt die.
programmes-making-editor-lead = Eén tekst voor elke taal. Stappen, korte namen en wat tussen haakjes staat, zijn in alle talen hetzelfde.
programmes-making-languages = Talen van het programma
programmes-making-text = De tekst: { $language }
programmes-making-text-purpose = Wat je schrijft, wordt bewaard terwijl je typt; “Bewaren en bekijken” bewaart het ook. Zonder tekst heeft het programma deze taal niet.
programmes-making-no-text = In deze taal is er nog geen tekst. Je kunt beginnen met de tekst van een andere taal en die vertalen.
programmes-making-begin-with = Beginnen met de tekst: { $language }
programmes-making-beside = Ernaast zetten: { $language }
programmes-making-keep = Bewaren en bekijken
programmes-making-to-publication = Verder naar publiceren
programmes-making-findings = Wat er over deze tekst te zeggen is
programmes-making-more = Meer over dit ontwerp
programmes-making-kept = Je tekst is bewaard.
programmes-making-imported = Het programma staat hier als ontwerp. Bekijk het, en publiceer het als het goed is.
programmes-making-left-out = Het programma staat hier als ontwerp. Iets uit het bestand hoort bij geen programma en is weggelaten.
programmes-making-too-long = Een tekst heeft hooguit { $most } tekens.
programmes-making-overtaken = Iemand anders heeft deze tekst gewijzigd nadat je hem opende. Beide staan hier: eerst die van de ander, dan die van jou. Als je de jouwe nu bewaart, komt die in de plaats van de andere.
programmes-making-changed-live = Iemand anders heeft deze tekst gewijzigd nadat je hem opende. Druk op “Bewaren en bekijken” om beide te zien. De jouwe gaat niet verloren.
programmes-making-theirs = Wat iemand anders intussen heeft bewaard
programmes-making-place = Regel { $line }, teken { $column }
programmes-making-mend = Zo herstel je het: { $mend }
programmes-making-good = Dit programma kan worden gepubliceerd.
programmes-making-good-here = Aan deze tekst mankeert niets. Het programma kan nog niet worden gepubliceerd door een tekst in een andere taal.
programmes-making-faults = { $count ->
    [one] Er is nog één ding te herstellen voordat het kan worden gepubliceerd.
   *[other] Er zijn nog { $count } dingen te herstellen voordat het kan worden gepubliceerd.
}
programmes-making-others = { $count ->
    [one] { $language }: er is één ding te herstellen
   *[other] { $language }: er zijn { $count } dingen te herstellen
}
programmes-making-remove-title = Dit ontwerp weggooien
programmes-making-remove-ask = Weggooien?
programmes-making-remove-goes = Het ontwerp in alle talen, met beeld en geluid, voor iedereen die eraan schrijft
programmes-making-remove-stays = Alle gepubliceerde versies
programmes-making-remove-do = Weggooien
programmes-making-remove-not = Houden
programmes-preview-title = Hoe het eruitziet
programmes-preview-none = Zodra er een tekst is, zie je hier hoe die eruitziet.
programmes-preview-at-once = Deze stap gaat meteen open.
programmes-preview-after = { $count ->
    [one] Deze stap gaat na één dag open.
   *[other] Deze stap gaat na { $count } dagen open.
}
programmes-preview-check-in = { $count ->
    [one] Een dag nadat doelen zijn gesteld, wordt gevraagd hoe het ging.
   *[other] { $count } dagen nadat doelen zijn gesteld, wordt gevraagd hoe het ging.
}
programmes-preview-by-coach = Deze stap opent de coach.
programmes-preview-answered = Deze stap gaat open zodra de vragenlijst is ingevuld, of als de coach hem opent.
programmes-preview-by-result = Deze stap gaat open als een resultaat dat toelaat, of als de coach hem opent.
programmes-preview-private = Privé, tenzij wie antwoordt het deelt.
programmes-preview-shared = Het formulier stelt voor om dit met de coach te delen. Wie antwoordt, beslist.
programmes-import-title = Een programma uit een bestand inlezen
programmes-import-lead = Een programma reist als één ZIP-bestand: een tekst voor elke taal, zoals programme.nl.md, en een map “media” met beeld en geluid.
programmes-import-file = Het bestand
programmes-import-purpose = Het wordt een ontwerp dat je kunt bekijken voordat je het publiceert. Als er iets mis mee is, staat dat hier allemaal en wordt er niets bewaard.
programmes-import-do = Inlezen
programmes-import-none = Kies een bestand.
programmes-import-too-large = Het bestand is groter dan mag. Er is niets bewaard.
programmes-import-faults = { $count ->
    [one] In dit bestand is eerst één ding te herstellen. Er is niets bewaard.
   *[other] In dit bestand zijn eerst { $count } dingen te herstellen. Er is niets bewaard.
}
programmes-import-found = Wat er te herstellen is
programmes-files-title = Beeld en geluid
programmes-files-lead = De bestanden van dit ontwerp. Elk is te zien of te horen waar een tekst het noemt.
programmes-files-empty = Er is nog geen bestand. Wat je toevoegt, staat straks hier, met wat je in de tekst plakt.
programmes-files-paste = Plak dit in de tekst, en zet je eigen woorden op de plaats van de puntjes:
programmes-files-remove = Verwijderen
programmes-files-add-title = Bestanden toevoegen
programmes-files-file = Bestanden
programmes-files-purpose = Beeld (.svg, .png, .jpg, .webp), video (.mp4, .webm), geluid (.mp3, .m4a) en ondertitels (.vtt). Een bestand met een naam die er al is, komt in de plaats daarvan.
programmes-files-add = Toevoegen
programmes-files-kept = De bestanden staan erbij.
programmes-files-removed = Het bestand is weg.
programmes-files-none = Kies ten minste één bestand.
programmes-files-too-large = Dat is meer dan er in één keer kan. Er is niets bewaard. Stuur minder bestanden tegelijk.
programmes-files-faulty = Niet elk bestand is bruikbaar, dus er is niets bewaard. Wat er mis is, staat hieronder.
programmes-files-full = Een programma bevat hooguit { $most } MiB aan bestanden. Er is niets bewaard.
programmes-publication-title = Publiceren
programmes-publication-lead = Een gepubliceerde versie verandert nooit meer, en blijft leesbaar voor wie er middenin zit.
programmes-publication-first = Dit is de eerste versie van het programma met de korte naam “{ $name }”. Zodra het is gepubliceerd, kunnen mensen ermee beginnen.
programmes-publication-differs = Dit is er anders dan in versie { $number }:
programmes-publication-alike = Geen stap is anders dan in versie { $number }.
programmes-publication-came = Een taal die nieuw is: { $languages }.
programmes-publication-went = Een taal die er niet meer is: { $languages }. Wie die leest, gaat verder in deze: { $other }.
programmes-publication-middle = { $count } mensen zitten midden in dit programma.
programmes-publication-middle-few = Minder dan { $least } mensen zitten midden in dit programma.
programmes-publication-middle-many = { $most } mensen of meer zitten midden in dit programma.
programmes-publication-move = Stappen waarin antwoorden betekenen wat ze betekenden, zien zij in de nieuwe versie. Waar een antwoord misschien niet meer past, wordt het hun gevraagd, en kunnen ze het hunne houden.
programmes-publication-do = Versie { $number } publiceren
programmes-publication-back = Terug naar de tekst
programmes-publication-faults = Dit programma kan nog niet worden gepubliceerd. Dit alles is te herstellen:
programmes-publication-not = Er is niets gepubliceerd: het ontwerp is veranderd nadat je keek. Hieronder staat het zoals het nu is.
programmes-difference-same = hetzelfde
programmes-difference-reworded = andere woorden
programmes-difference-changed = veranderd
programmes-difference-new = nieuw
programmes-difference-gone = er niet meer
programmes-newer-title = Een nieuwere versie
programmes-newer-back = Je programma
programmes-newer-none = Je hebt alles in de nieuwste versie, of zoals je het hebt gekozen. Er is niets te kiezen.
programmes-newer-lead = Je programma heeft een nieuwere versie. In deze stappen is iets veranderd waar jij iets hebt geschreven, dus jij kiest. Er gaat niets weg van wat je hebt geschreven, wat je ook kiest.
programmes-newer-own = De mijne houden
programmes-newer-own-hint = De stap blijft zoals je hem kent.
programmes-newer-take = De nieuwe nemen
programmes-newer-take-hint = Je ziet de nieuwe stap. Wat je hebt geschreven, blijft in de geschiedenis.
programmes-newer-do = Mijn keuze bewaren
programmes-newer-later = Later kiezen
programmes-newer-on = Verder met het programma
programmes-newer-waits = Een nieuwere versie van dit programma heeft een stap veranderd waarin je hebt geschreven.
programmes-newer-look = Bekijk wat er nieuw is, en kies
programmes-newer-chosen = Je keuze is bewaard.

# Caring
programmes-nav-caseload = Deelnemers
programmes-nav-enrolments = Programma's
programmes-caseload-title = Wie je coacht
programmes-caseload-none = Hier is nog niemand. Zodra een beheerder je iemand laat coachen, zie je het hier en krijg je een mail.
programmes-caseload-moved = Een gedeelde uitslag is veranderd
programmes-caseload-waiting = Wacht op je antwoord
programmes-caseload-quiet = Al twee weken of langer stil
programmes-caseload-others = Onderweg
programmes-shared-since = Deelde iets op { $date }
programmes-wrote-on = Schreef het laatst iets op { $date }.
programmes-case-began = "{ $title }", sinds { $date }.
programmes-case-ended = Het programma eindigde op { $date }. Wat is gedeeld, kun je nog lezen; antwoorden kan niet meer.
programmes-case-paused = Deze persoon heeft de eigen gegevens bevroren. Er kan niets worden geschreven.
programmes-case-none = { $name } heeft niets gedeeld. Je ziet hier wat { $name } deelt, en verder niets.
programmes-tabs = Delen van deze pagina
programmes-tab-shared = Met jou gedeeld
programmes-tab-steps = Stappen
programmes-shared-at = Gedeeld op { $moment }. Het is gemarkeerd als door jou gelezen.
programmes-shared-result = { $points } van { $most }:
programmes-answer = Antwoorden
programmes-answer-to = Je antwoord aan { $name }
programmes-send-to = Verstuur naar { $name }
programmes-sent-at = Verstuurd op { $moment }, nog niet gezien.
programmes-sent-and-seen = Verstuurd op { $moment }, gezien op { $date }.
programmes-unsent-yours = Wat je bewaart voor later, blijft van jou tot je het verstuurt:
programmes-news-sent = Je antwoord is verstuurd.
programmes-news-kept = Je antwoord is bewaard. Nog niemand anders ziet het.
programmes-news-opened = De stap is open.
programmes-response-long = Dit antwoord is langer dan 10.000 tekens. Maak het korter; het staat hieronder.
programmes-response-closed = Dit is niet meer met je gedeeld, dus je antwoord is niet verstuurd. Je kunt het hieronder kopiëren.
programmes-steps-lead = Stappen gaan open na hun dagen, door een uitslag, of als jij ze opent. Een stap die open ging door een uitslag die niet is gedeeld, zie je hier niet.
programmes-step-open-since = Open sinds { $date }
programmes-step-not-open = Niet open, voor zover je het te weten krijgt
programmes-open-step = Nu openen
programmes-enrolments-title = Wie welk programma volgt
programmes-enrolments-lead = Je ziet wie wat volgt, en met welke coach. Hoe ver iemand is en wat iemand schrijft, zie je niet.
programmes-enrolments-none = Nog niemand volgt een programma.
programmes-column-participant = Deelnemer
programmes-column-programme = Programma
programmes-column-began = Sinds
programmes-column-coach = Coach
programmes-column-change = Wijzigen
programmes-nobody-yet = Nog niemand
programmes-passes-to = { $name } vanaf { $date }
programmes-objected-on = Maakte op { $date } bezwaar tegen een andere coach
programmes-assign = Een coach kiezen
programmes-hand-over = Overdragen
programmes-assign-title = Wie coacht { $name }?
programmes-assign-lead = { $name } en de coach krijgen meteen een mail. Vanaf dan leest de coach wat { $name } deelt.
programmes-hand-over-lead = { $name } krijgt meteen een mail en kan zeven dagen lang bezwaar maken. Daarna neemt de nieuwe coach het over en leest wat is gedeeld; de oude leest niets meer.
programmes-load = { $count ->
    [0] Coacht nu niemand
    [one] Coacht nu één persoon
   *[other] Coacht nu { $count } mensen
 }
programmes-coach-invited = Uitgenodigd, en doet nog niet mee
programmes-coaches-fewer = Coaches met minder mensen
programmes-coaches-more = Meer coaches
programmes-no-coaches = Er is geen andere coach. Nodig er eerst een uit.
programmes-to-people = Naar de mensen
programmes-newer = Terug
programmes-older = Verder
programmes-news-assigned = Beiden hebben een mail gekregen.
programmes-news-told = De deelnemer heeft een mail gekregen en kan zeven dagen bezwaar maken.
programmes-handover-title = Een andere coach
programmes-handover = Vanaf { $date } coacht { $name } je, en leest wat je deelt en hebt gedeeld. Tot dan verandert er niets. Je kunt bezwaar maken; dan gaat het niet door.
programmes-object = Ik wil dit niet
programmes-news-objected = Het gaat niet door. Je coach blijft, en de beheerders weten het.
programmes-mail-shared-subject = Er wacht iets op je
programmes-mail-shared-body = Iemand die je coacht, heeft iets gedeeld. Je kunt het lezen als je bent ingelogd.
programmes-mail-shared-link = Bekijk wat er wacht
programmes-mail-answered-subject = Je coach heeft geantwoord
programmes-mail-answered-body = Je kunt het antwoord lezen als je bent ingelogd.
programmes-mail-answered-link = Het antwoord lezen
programmes-mail-step-subject = Er staat een nieuwe stap voor je open
programmes-mail-step-body = Begin wanneer het je uitkomt. Er verloopt niets.
programmes-mail-step-link = De stap bekijken
programmes-mail-coach-subject = Wie wie coacht, is veranderd
programmes-mail-coach-body = Iemand nieuws coacht je, of jij coacht iemand nieuws. Je ziet het als je bent ingelogd.
programmes-mail-coach-link = Bekijk wie
programmes-mail-handover-subject = Je krijgt een andere coach
programmes-mail-handover-body = Over zeven dagen gaat iemand anders je coachen. Als je bent ingelogd, zie je wie, en kun je bezwaar maken.
programmes-mail-handover-link = Bekijk wie, en maak bezwaar
programmes-mail-passes-subject = Een collega neemt het van je over
programmes-mail-passes-body = Over zeven dagen neemt een collega iemand over die jij begeleidt, tenzij die persoon bezwaar maakt. Na het inloggen zie je wie.
programmes-mail-passes-link = Bekijk wie
programmes-mail-objected-subject = Iemand maakte bezwaar tegen een andere coach
programmes-mail-objected-body = Er verandert dus nu niets. Je ziet het als je bent ingelogd.
programmes-mail-objected-link = Bekijken
programmes-mail-silence-subject = Je kunt verdergaan wanneer je wilt
programmes-mail-silence-body = Je bent hier een week niet geweest. Dat geeft niet. Als je wilt, ga dan verder met iets kleins.
programmes-mail-silence-link = Verdergaan
programmes-back = Terug
programmes-steps-count = { $count ->
    [one] Eén stap.
   *[other] { $count } stappen.
 }
## Figures

# Navigation

# Outcomes

# Warnings
programmes-warning-before = Als een antwoord hier kan betekenen dat je in gevaar bent, krijgt { $name } een mail zodra je hieronder op een knop drukt, om contact met je te zoeken. Daarin staat niets van wat je antwoordde.
programmes-warning-told = { $name } heeft gehoord dat je misschien hulp nodig hebt, en niets van wat je invulde. Het kan even duren voordat { $name } het leest. Wacht daar niet op.
programmes-mail-warning-subject = Iemand heeft je misschien vandaag nodig
programmes-mail-warning-body = Kijk na het inloggen, en zoek vandaag contact. Meer staat er niet in deze mail.
programmes-mail-warning-link = Bekijk wie
programmes-caseload-danger = Praat vandaag met deze mensen
programmes-warned-on = Een antwoord op { $date } kon gevaar betekenen
programmes-warning-open = Een antwoord op { $date } kon gevaar betekenen. Zoek vandaag contact met { $name }. Welk antwoord het was, hoor je niet, tenzij het met je is gedeeld.
programmes-warning-settle = Ik heb ernaar omgezien
programmes-news-settled = Gedaan. De markering is weg.
programmes-news-unsettled = Er is sindsdien iets geantwoord. Kijk daar eerst naar; dan kan de markering weg.

# Lists of a coach
programmes-show = Wie je hier ziet
programmes-show-all = Iedereen
programmes-show-danger = Vandaag
programmes-show-moved = Uitslag veranderd
programmes-show-waiting = Wacht
programmes-show-quiet = Stil
programmes-show-handover = Overdracht
programmes-show-count = { $count ->
    [one] één persoon
   *[other] { $count } mensen
 }
programmes-show-danger-none = Geen antwoord kon gevaar betekenen sinds je er voor het laatst naar omzag.
programmes-show-moved-none = Geen gedeelde uitslag is veranderd sinds je laatste antwoord.
programmes-show-waiting-none = Niemand wacht op je antwoord.
programmes-show-quiet-none = Iedereen heeft de laatste twee weken iets geschreven, of wacht op jou.
programmes-show-handover-none = Je draagt niemand over.
programmes-caseload-handover = Overdracht
programmes-case-passes = { $name } neemt het over op { $date }, tenzij er eerder bezwaar komt.
programmes-case-objected = Maakte op { $date } bezwaar tegen een andere coach. Jij gaat verder.

# When a coach is away
programmes-leave = Afwezigheid
programmes-leave-lead = Als je er niet bent, krijgt wie je coacht een week van tevoren een mail en leest op de eigen pagina's welke dagen het zijn. Wat ze delen, wacht tot je terug bent. Waarom je er niet bent, is jouw zaak: niemand vraagt er hier naar.
programmes-leave-none = Je hebt geen dagen van afwezigheid. Wat je hieronder invult, staat hier tot het voorbij is.
programmes-leave-days = Je bent afwezig van { $from } tot en met { $until }.
programmes-leave-look = Wijzigen
programmes-leave-told = Wie je coacht, weet het.
programmes-leave-to-tell = Wie je coacht, krijgt een mail op { $date }.
programmes-leave-since = Eerste dag afwezig
programmes-leave-until = Laatste dag afwezig
programmes-leave-until-purpose = De dag daarna ben je er weer.
programmes-leave-keep = Doorgeven dat ik er niet ben
programmes-leave-remove = Terugnemen
programmes-leave-danger = Een antwoord dat gevaar kan betekenen, wordt je ook gemaild als je er niet bent. Wie het geeft, leest dat je er niet bent en dat niemand kijkt, en wie je kunt bellen. Kan iemand zo lang niet zonder coach? Zorg dan op tijd dat een collega het overneemt.
programmes-leave-readers = wie je coacht
programmes-leave-no-day = Kies een dag.
programmes-leave-order = De laatste dag ligt voor de eerste.
programmes-leave-past = Dit is al voorbij.
programmes-leave-long = Dat is te ver weg: meer dan een jaar.
programmes-leave-meets = Op een deel van deze dagen ben je al afwezig. Neem dat eerst terug.
programmes-leave-many = Er staan al twintig periodes. Neem er eerst een terug.
programmes-leave-done-told = Het is bewaard, en wie je coacht krijgt nu een mail.
programmes-leave-done-kept = Het is bewaard. Wie je coacht, krijgt een week van tevoren een mail, en ziet het vanaf nu op de eigen pagina's.
programmes-leave-done-removed = Het is teruggenomen. Wie het al wist, krijgt een mail.
programmes-coach-away = Afwezig van { $from } tot en met { $until }
programmes-away = { $name } is er niet van { $from } tot en met { $until }. Je kunt gewoon verdergaan. Wat je deelt, wacht tot { $name } terug is.
programmes-sharing-away = { $name } is er tot en met { $until } niet. Wat je deelt, wacht tot daarna.
programmes-warning-before-away = Als een antwoord hier kan betekenen dat je in gevaar bent: { $name } is er tot en met { $until } niet. Er gaat een mail naar { $name }, maar misschien leest niemand die voor die tijd, en verder hoort niemand het. Hulp op elk uur vind je onder “Nu hulp”.
programmes-warning-told-away = { $name } is er tot en met { $until } niet. Er is een mail naar { $name } gegaan, maar misschien wordt die niet eerder gelezen, en verder heeft niemand het gehoord. Wacht er niet op: bel nu.
programmes-mail-leave-subject = Je coach is er binnenkort een tijd niet
programmes-mail-leave-body = Van wanneer tot wanneer zie je als je bent ingelogd. Er gaat niets van jou weg, en je kunt gewoon verdergaan.
programmes-mail-leave-link = Zie wanneer
programmes-mail-leave-changed-subject = De dagen waarop je coach er niet is, zijn veranderd
programmes-mail-leave-changed-body = Hoe het nu is, zie je als je bent ingelogd.
programmes-mail-leave-changed-link = Bekijk het

# Asking for a colleague
programmes-tab-colleague = Overdragen
programmes-colleague-lead = Kun je niet verder met { $name }, of een tijd niet? Dan kun je om een collega vragen. De beheerders zien dat je erom vraagt en kiezen wie; je hoeft niet te zeggen waarom. { $name } hoort het een week van tevoren en kan bezwaar maken. Tot dan verandert er niets.
programmes-colleague-ask = Om een collega vragen
programmes-colleague-keep = Toch zelf verdergaan
programmes-colleague-done-asked = De beheerders weten het. Jij blijft de coach tot iemand het overneemt.
programmes-colleague-done-kept = Je gaat verder.
programmes-case-asked = Je vroeg op { $date } om een collega.
programmes-asked-on = De coach vroeg op { $date } om een collega
programmes-leave-all = Voor sommige mensen kan een collega het overnemen. Daar vraag je om op de pagina van ieder van hen, of hier voor allemaal tegelijk. De beheerders kiezen wie; iedereen hoort het een week van tevoren en kan bezwaar maken.
programmes-leave-all-ask = Om collega's vragen voor iedereen die ik coach
programmes-mail-asked-subject = Een coach vraagt om een collega
programmes-mail-asked-body = Iemand moet een andere coach krijgen. Wie het is, zie je als je bent ingelogd; daar kies je ook een coach.
programmes-mail-asked-link = Een coach kiezen

# Looking back at moods
programmes-moods = Hoe je je voelde, dag voor dag
programmes-moods-lead = Wat je op elke dag hebt genoteerd, de laatste eerst. Je kunt een dag verwijderen, en terugnemen wat je hebt gedeeld.
programmes-moods-none = Je hebt nog niet genoteerd hoe je je voelt. Wat je noteert, staat hier.
programmes-moods-point = { $point } van 10.
programmes-moods-goes = Hoe je je voelde op { $date }, met alles wat je eerder voor die dag had genoteerd

# Texts of a coach
programmes-texts = Mijn teksten
programmes-texts-lead = Wat je vaak schrijft, kun je hier bewaren en met een knop in een antwoord zetten. Niemand anders leest het. Bewaar hier niets over iemand.
programmes-texts-new = Een nieuwe tekst
programmes-texts-keep = Bewaren
programmes-texts-change = Wijzigen of weghalen
programmes-texts-words = De tekst
programmes-texts-remove = Weghalen
programmes-texts-kept = De tekst is bewaard.
programmes-texts-removed = De tekst is weg.
programmes-texts-long = Deze tekst is langer dan 4.000 tekens. Maak hem korter; hij staat hieronder.
programmes-texts-many = Er zijn al honderd teksten. Haal er eerst een weg.
programmes-texts-choose = Een tekst van mij toevoegen
programmes-texts-none = Je hebt nog geen teksten. Je kunt ze schrijven onder ‘Mijn teksten’, op de pagina met de mensen die je coacht.
programmes-texts-put-in = Invoegen
programmes-texts-none-now = Verder zonder
programmes-ahead-caseload = { $waiting ->
    [0] Niemand wacht op je antwoord.
    [one] Eén van de { $all } wacht op je antwoord.
   *[other] { $waiting } van de { $all } wachten op je antwoord.
 }

# Check-ins of goals
programmes-check-in-title = { $title }: hoe ging het?
programmes-check-in-lead = Kijk terug zonder over jezelf te oordelen. Ook “deze keer niet” zegt je iets. Je mag openlaten wat je wilt.
programmes-check-in-went = Hoe ging het?
programmes-check-in-done = Het is gelukt
programmes-check-in-partly = Het is deels gelukt
programmes-check-in-not = Deze keer niet
programmes-check-in-remark = Wat hielp, of wat zat in de weg?
programmes-check-in-remarks = Wat hielp, of in de weg zat
programmes-check-in-asked = Hoe ging het met wat je wilde proberen?
programmes-check-in-next = Op { $date } vragen we je hier hoe het ging. Je hoeft er niet op te wachten.
programmes-check-in-go = Kijk terug
programmes-check-ins = Hoe het tot nu toe ging
programmes-check-in-day = Dag
programmes-check-in-goal = Wat ik wilde proberen
programmes-ahead-check-in = Kijk even terug, als je wilt.

# Files in exercises
programmes-upload-remark = Iets om erbij te zeggen
programmes-upload-files = { $most ->
    [one] Een bestand
   *[other] Bestanden, hoogstens { $most }
 }
programmes-upload-purpose = Deze soorten: { $kinds }. Samen hoogstens { $most } MB. Namen en inhoud worden versleuteld. Waar, wanneer en waarmee een foto is gemaakt, wordt eruit gehaald.
programmes-upload-here = Hier ingeleverd
programmes-upload-untick = Haal het vinkje weg en bewaar: dan hoort het bestand niet meer bij je antwoord. Het blijft bij wat hier eerder stond, en dat lees jij alleen. Met “Verwijder” is het voorgoed weg.
programmes-upload-open = Bestanden om te openen
programmes-upload-held = Bestanden:
programmes-upload-all = Alle bestanden die je hier hebt ingeleverd
programmes-upload-many = { $most ->
    [one] Hier past één bestand.
   *[other] Hier passen { $most } bestanden.
 } Wat te veel was, is niet bewaard. Haal er eerst een uit.
programmes-upload-heavy = Deze bestanden zijn te groot: samen mogen ze hooguit { $most } MB zijn. Er is er geen bewaard; wat je schreef wel. Kies kleinere, of minder tegelijk.

programmes-device-told = Valt de verbinding weg, dan blijft wat je typt verzegeld op dit apparaat tot het verstuurd kan worden, hooguit { $days ->
    [one] één dag
   *[other] { $days } dagen
}. Alleen jij kunt het openen, als je hier bent ingelogd.
programmes-device-sealed = Nog niet verstuurd. Het staat verzegeld op dit apparaat en wordt verstuurd zodra de verbinding terug is. Je kunt deze pagina sluiten.
programmes-device-sent = Bewaard. Het is verstuurd en staat niet meer op dit apparaat. Alleen jij kunt het lezen.
programmes-device-restored = Bewaard. Wat nog op dit apparaat stond, is hier terug, is verstuurd en staat niet meer op het apparaat. Alleen jij kunt het lezen.
programmes-device-waits = Je hebt iets geschreven dat nog niet is verstuurd. Het staat verzegeld op dit apparaat. Open het, dan wordt het verstuurd:

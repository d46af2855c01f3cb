## Following

programmes-nav-following = Program
programmes-mine-title = Program
programmes-mine-others = Också på väg
programmes-mine-ended = Avslutade
programmes-offers = Det du kan börja med
programmes-offers-empty = Det finns inget program att börja med än. Så fort det finns ett står det här.
programmes-offer-see = Se vad { $title } är
programmes-steps = { $count ->
    [one] Ett steg.
   *[other] { $count } steg.
}
programmes-steps-title = Stegen
programmes-began-on = Påbörjat den { $date }.
programmes-ended-on = Du slutade den { $date }.
programmes-ended-readonly = Du kan fortfarande läsa det du skrev. Inget kan läggas till.
programmes-someone = Någon som har slutat
programmes-next = Det som kommer nu
programmes-next-step = Nu på tur: { $title }.
programmes-next-go = Fortsätt
programmes-next-look = Se tillbaka
programmes-next-through = Du har gått igenom alla steg. Du kan se tillbaka och fortsätta använda allt.
programmes-step-open = Öppet sedan den { $date }
programmes-step-opens = { $title } öppnas den { $date }.
programmes-step-coach = { $title } öppnas när din coach öppnar det tillsammans med dig.
programmes-step-result = { $title } öppnas när ett resultat ger skäl till det, eller när din coach öppnar det.
programmes-step-later = { $title } öppnas några dagar efter steget före.
programmes-step-done = { $done } av { $all } övningar gjorda
programmes-to-overview = Till alla steg
programmes-to-exercise = Till övningen
programmes-coach-is = { $name } coachar dig.
programmes-coach-none = Du har ingen coach än. Så länge du inte har någon kan ingen annan än du läsa det du skriver.
programmes-responses = Nytt från din coach
programmes-response-new = { $name } har svarat dig
programmes-response-by = { $name }, { $date }
programmes-mood = Mående
programmes-mood-title = Hur du mår i dag
programmes-mood-ask = Hur mår du i dag?
programmes-mood-lowest = mycket dåligt
programmes-mood-highest = mycket bra
programmes-mood-keep = Spara hur jag mår
programmes-mood-plot = Hur du har mått, 0 till 10
programmes-plots = Över tid
programmes-points = Poäng
programmes-number = Tal
programmes-result = { $date }: { $points } av { $most } poäng.
programmes-result-better = Det är tydligt bättre än förra gången.
programmes-result-worse = Det är tydligt sämre än förra gången. Det kan hjälpa att berätta det för din coach.
programmes-result-same = Skillnaden mot förra gången kan vara en slump.
programmes-line = Rad { $number }
programmes-row = Rad { $number }
programmes-yes = Ja
programmes-no = Nej
programmes-timer-done = Jag har gjort det
programmes-timer-lasts = { $minutes ->
    [one] Det tar en minut.
   *[other] Det tar { $minutes } minuter.
}
programmes-timer-start = Starta
programmes-timer-stop = Stoppa
programmes-ideas = Idéer som du kan ta över:
programmes-several = Du har skrivit det här på två enheter. Här står båda. Nedanför är de sammanfogade så gott det går: ändra som du vill och spara.
programmes-keeping-kept = Sparat. Bara du kan läsa det.
programmes-keeping-unkept = Inte sparat än. Vi försöker igen; låt sidan vara öppen.
programmes-sharing = Vem kan läsa det här när du är klar?
programmes-sharing-own = Bara jag kan läsa det här.
programmes-sharing-nobody = Bara du kan läsa det här: du har ingen coach än.
programmes-finish = Jag är klar
programmes-keep = Spara till senare
programmes-history = Det som stod här tidigare
programmes-history-title = { $title }: det som stod här tidigare
programmes-history-lead = Bara du ser den här sidan, också när du delar ett svar.
programmes-history-empty = Inget har skrivits här än.
programmes-standing-kept = Sparat den { $date }, inte klart.
programmes-standing-finished = Klart den { $date }.
programmes-standing-own = Bara du kan läsa det.
programmes-standing-shared = { $name } kan läsa det och har inte sett det än.
programmes-standing-seen = { $name } läste det den { $date }.
programmes-standing-before = { $name } kan fortfarande läsa det du delade dessförinnan.
programmes-taking-back = Ta tillbaka
programmes-taking-back-said = { $name } kan läsa det du har delat här. Du kan ta tillbaka det: då kan bara du läsa det.
programmes-remove = Ta bort
programmes-removal-title = Ta bort det du skrev
programmes-removal-ask = Ta bort det här för alltid?
programmes-removal-goes = Allt du har skrivit i { $title }, med allt som stod där tidigare
programmes-removal-goes-day = Allt du har skrivit i { $title } för den { $date }, med allt som stod där tidigare
programmes-removal-stays = Det din coach har skrivit till dig stannar.
programmes-remove-do = Ta bort för alltid
programmes-remove-not = Låt det stå
programmes-other-day = En annan dag
programmes-other-day-go = Visa den dagen
programmes-fault-choose = Välj ett av svaren
programmes-fault-fits = Det här passar inte här. Titta på det igen.
programmes-fault-nothing = Inget är ifyllt än.
programmes-begin-kept = Vad som sparas, och vem som läser det
programmes-begin-own = Det du skriver i övningar, i en dagbok och om hur du mår är ditt. Bara du kan läsa det.
programmes-begin-shared = När du gör klart något väljer du om din coach läser det. Det kan du ta tillbaka.
programmes-begin-managers = Ansvariga ser att du följer programmet, och aldrig vad du skriver. Din coach ser vilka steg som är öppna och vilken dag du senast skrev.
programmes-begin-stop = Du kan sluta när du vill och få allt raderat.
programmes-begin-statement = Läs hela integritetspolicyn
programmes-begin-yes = Ja, det får ni
programmes-begin-agree = Samtyck och börja
programmes-begin-do = Börja
programmes-begin-not = Inte nu
programmes-begin-unanswered = Utan ditt ja får vi inte spara något av det, så du kan inte börja.
programmes-agree = Samtyck och fortsätt
programmes-ending-link = Sluta med programmet
programmes-ending-title = Sluta med programmet
programmes-ending-lead = Du behöver inte säga varför. Du väljer vad som händer med det du skrev.
programmes-ending-stop = Sluta, och spara det jag skrev
programmes-ending-stays = Det du skrev och det din coach svarade; du kan fortfarande läsa det
programmes-ending-until = till den { $date }
programmes-ending-period = till datumet i integritetspolicyn
programmes-ending-stop-do = Sluta och spara
programmes-ending-delete = Sluta, och radera allt nu
programmes-ending-withdraws = Med det tar du tillbaka ditt ja.
programmes-ending-goes = Allt du skrev: svar, dagbok och hur du mådde
programmes-ending-goes-responses = Det din coach svarade bredvid
programmes-ending-delete-do = Sluta och radera allt
programmes-done-begun = Du har börjat. Ta den tid du behöver.
programmes-done-kept = Sparat. Bara du kan läsa det. Fortsätt när du vill.
programmes-done-finished = Klart, och sparat. Bara du kan läsa det.
programmes-done-shared = Klart. Din coach kan läsa det nu.
programmes-done-unshared = Sparat, och inte delat: vem som coachar dig har ändrats sedan du öppnade sidan. Titta igen och bestäm på nytt.
programmes-done-removed = Borttaget för alltid.
programmes-done-taken-back = Tillbakataget. Bara du kan läsa det nu.
programmes-done-mood = Sparat hur du mår i dag.
programmes-done-stopped = Du har slutat. Det du skrev stannar till sitt datum.
programmes-done-withdrawn = Du har slutat, och allt du skrev är borta.
programmes-help-title = Hjälp nu
programmes-help-lead = Om du tänker på att inte leva längre, eller inte vet hur du ska klara natten: prata med någon nu. Du behöver inte vara säker på att det är illa nog.
programmes-help-talk = för att prata, dygnet runt
programmes-help-danger = när ett liv är i fara
programmes-help-care = för råd om vård
programmes-help-more = Fler nummer, och andra länder
programmes-help-europe = I hela Europeiska unionen är 112 numret när ett liv är i fara.
programmes-help-private = Att du öppnar sidan sparas inte tillsammans med ditt namn.
programmes-country-nl = Nederländerna
programmes-country-se = Sverige
programmes-country-gb = Storbritannien
programmes-country-ie = Irland
programmes-country-be = Belgien
programmes-country-de = Tyskland
programmes-urgent-title = Du behöver inte vara ensam med det här
programmes-urgent-lead = Prata med någon nu. De finns till för just det här, dygnet runt.
programmes-urgent-nobody = Ingen här får veta vad du fyllde i. Vill du att din coach ska veta, berätta det för din coach.
programmes-urgent-kept = Det du skrev är sparat.
programmes-urgent-unkept = Det du skrev kunde inte sparas. Det är mindre viktigt nu.
programmes-urgent-back = Tillbaka till steget

## Caring

## Making

## Figures

# Navigation
programmes-nav-outcomes = Hur programmen går

# Outcomes

programmes-outcomes-title = Hur programmen går
programmes-outcomes-lead = Siffror om grupper, så att du ser om ett program hjälper. Ingen går att hitta i dem, och ingen maskin har öppnat någons svar för deras skull.
programmes-outcomes-size = En grupp består av minst { $count } personer. Den visas när ett kvartal är slut och tillräckligt många har räknats, och ändras aldrig efter det.
programmes-outcomes-reach = Varje tal är lite ändrat på måfå: i nitton fall av tjugo med högst { $count }. Därför går summorna inte jämnt ut.
programmes-outcomes-none = Det finns inga siffror än. Personer räknas tolv veckor efter att de började, eller när de slutar.
programmes-outcomes-file = Spara som tabell
programmes-outcomes-between = Räknat från { $from } till { $until }
programmes-outcomes-column-outcome = Utfall
programmes-outcomes-column-people = Personer, ungefär
programmes-figure-way = Hur långt personerna kom
programmes-figure-answer = Hur snart coachen svarade första gången
programmes-figure-change = Hur resultatet av "{ $title }" ändrades, från första till senaste gången
programmes-outcome-through = Till sista steget
programmes-outcome-halfway = Hälften av stegen eller mer
programmes-outcome-early = Mindre än hälften av stegen
programmes-outcome-days = Inom två dagar
programmes-outcome-week = Inom en vecka
programmes-outcome-later = Senare
programmes-outcome-none = Inte alls
programmes-outcome-private = Inget delades
programmes-outcome-better = Bättre
programmes-outcome-same = Ungefär likadant
programmes-outcome-worse = Sämre
programmes-outcome-unmeasured = Inte mätt två gånger

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
programmes-ahead-go = Fortsätt där du var.
programmes-ahead-begin = Se vad du kan börja med.
programmes-next = Det som kommer nu
programmes-next-step = Nu på tur: { $title }.
programmes-next-go = Fortsätt
programmes-next-look = Se tillbaka
programmes-next-through = Du har gått igenom alla steg. Du kan se tillbaka och fortsätta använda allt.
programmes-step-open = Öppet sedan den { $date }
programmes-step-opens = { $title } öppnas den { $date }.
programmes-step-coach = { $title } öppnas när din coach öppnar det tillsammans med dig.
programmes-step-answered = { $title } öppnas så snart du har svarat på ”{ $questionnaire }”.
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
programmes-agreed-title = Vad jag har sagt ja till i mina program
programmes-my-data = Mina uppgifter
programmes-agreed-lead = Du tar tillbaka det program för program. Då slutar programmet, och allt som du har skrivit i det raderas, med det som din coach har svarat.
programmes-agreed-none = Du har inte sagt ja till något än: frågan ställs när du börjar ett program.
programmes-agreed-stands = Du har sagt ja, och programmet pågår sedan { $date }.
programmes-agreed-anew = Frågan har ändrats sedan du började den { $date }. Tills du svarar på den sparas inget mer.
programmes-agreed-ended = Programmet slutade den { $date }. Det du har skrivit i det stannar till sitt datum, om något är kvar.
programmes-agreed-answer = Svara på frågan: { $title }
programmes-agreed-withdraw = Ta tillbaka: { $title }
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
programmes-ending-held = Vi måste spara det till den { $date }, på grund av ett rättsligt bevarandebeslut. Till dess kan inget raderas.
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

## Making

programmes-making-title = Skriva program
programmes-making-lead = Här skriver du programmen som människor följer. Här står ingenting om någon.
programmes-making-drafts = Det som skrivs just nu
programmes-making-changed = Senast ändrat { $at }
programmes-making-untitled = Utan titel
programmes-making-programmes = Program
programmes-making-empty = Inget program har publicerats än. Det du publicerar kommer att stå här, med alla sina versioner.
programmes-making-version = Version { $number }, publicerad den { $date }
programmes-making-write-on = Skriv en ny version
programmes-making-take = Ta med som fil
programmes-making-new = Ett nytt program
programmes-making-new-lead = Du börjar med ett kort exempel och skriver vidare på det. Andra som skriver program ser ditt utkast och kan ändra det. De som följer program ser det först när du publicerar det.
programmes-making-begin = Börja på ett program
programmes-making-begin-shipped = Börja med ”Sova bättre”
programmes-making-removed = Utkastet är borta.
programmes-making-published = Versionen är publicerad. Den som börjar nu får den.
programmes-making-editor-lead = En text för varje språk. Steg, korta namn och det som står inom parentes är lika i alla.
programmes-making-languages = Programmets språk
programmes-making-text = Texten: { $language }
programmes-making-text-purpose = Det du skriver sparas medan du skriver; ”Spara och titta” sparar det också. Utan text har programmet inte det här språket.
programmes-making-no-text = Det finns ingen text på det här språket än. Du kan börja med texten på ett annat språk och översätta den.
programmes-making-begin-with = Börja med texten: { $language }
programmes-making-beside = Ställ bredvid: { $language }
programmes-making-keep = Spara och titta
programmes-making-to-publication = Vidare till publicering
programmes-making-findings = Vad som finns att säga om den här texten
programmes-making-more = Mer om det här utkastet
programmes-making-kept = Din text är sparad.
programmes-making-imported = Programmet finns här som utkast. Titta på det, och publicera det när det är rätt.
programmes-making-left-out = Programmet finns här som utkast. Något i filen hör inte till något program och har utelämnats.
programmes-making-too-long = En text har högst { $most } tecken.
programmes-making-overtaken = Någon annan har ändrat den här texten sedan du öppnade den. Båda står här: först den andras, sedan din. Om du sparar din nu tar den den andras plats.
programmes-making-changed-live = Någon annan har ändrat den här texten sedan du öppnade den. Tryck på ”Spara och titta” för att se båda. Din går inte förlorad.
programmes-making-theirs = Det som någon annan har sparat under tiden
programmes-making-place = Rad { $line }, tecken { $column }
programmes-making-mend = Så rättar du det: { $mend }
programmes-making-good = Det här programmet kan publiceras.
programmes-making-good-here = Det är inget fel på den här texten. Programmet kan inte publiceras än på grund av en text på ett annat språk.
programmes-making-faults = { $count ->
    [one] En sak ska rättas innan det kan publiceras.
   *[other] { $count } saker ska rättas innan det kan publiceras.
}
programmes-making-others = { $count ->
    [one] { $language }: en sak ska rättas
   *[other] { $language }: { $count } saker ska rättas
}
programmes-making-remove-title = Kasta det här utkastet
programmes-making-remove-ask = Kasta det?
programmes-making-remove-goes = Utkastet på alla språk, med bilder och ljud, för alla som skriver på det
programmes-making-remove-stays = Alla publicerade versioner
programmes-making-remove-do = Kasta
programmes-making-remove-not = Behåll det
programmes-preview-title = Så ser det ut
programmes-preview-none = Så snart det finns en text ser du här hur den ser ut.
programmes-preview-at-once = Det här steget öppnas genast.
programmes-preview-after = { $count ->
    [one] Det här steget öppnas efter en dag.
   *[other] Det här steget öppnas efter { $count } dagar.
}
programmes-preview-check-in = { $count ->
    [one] En dag efter att mål har satts frågas det hur det gick.
   *[other] { $count } dagar efter att mål har satts frågas det hur det gick.
}
programmes-preview-by-coach = Det här steget öppnar coachen.
programmes-preview-answered = Det här steget öppnas så snart frågeformuläret är besvarat, eller när coachen öppnar det.
programmes-preview-by-result = Det här steget öppnas när ett resultat tillåter det, eller när coachen öppnar det.
programmes-preview-private = Privat, om inte den som svarar delar det.
programmes-preview-shared = Formuläret föreslår att det här delas med coachen. Den som svarar bestämmer.
programmes-import-title = Hämta in ett program från en fil
programmes-import-lead = Ett program färdas som en ZIP-fil: en text för varje språk, till exempel programme.sv.md, och en mapp ”media” med bilder och ljud.
programmes-import-file = Filen
programmes-import-purpose = Den blir ett utkast som du kan titta på innan du publicerar det. Om något är fel står allt det här och ingenting sparas.
programmes-import-do = Hämta in
programmes-import-none = Välj en fil.
programmes-import-too-large = Filen är större än vad som är tillåtet. Ingenting har sparats.
programmes-import-faults = { $count ->
    [one] En sak i filen ska rättas först. Ingenting har sparats.
   *[other] { $count } saker i filen ska rättas först. Ingenting har sparats.
}
programmes-import-found = Vad som ska rättas
programmes-files-title = Bilder och ljud
programmes-files-lead = Utkastets filer. Varje fil visas där en text nämner den.
programmes-files-empty = Det finns ingen fil än. De du lägger till kommer att stå här, med det du klistrar in i texten.
programmes-files-paste = Klistra in det här i texten, och sätt dina egna ord i stället för prickarna:
programmes-files-remove = Ta bort
programmes-files-add-title = Lägg till filer
programmes-files-file = Filer
programmes-files-purpose = Bilder (.svg, .png, .jpg, .webp), video (.mp4, .webm), ljud (.mp3, .m4a) och textning (.vtt). En fil vars namn redan finns tar den andras plats.
programmes-files-add = Lägg till
programmes-files-kept = Filerna finns nu här.
programmes-files-removed = Filen är borta.
programmes-files-none = Välj minst en fil.
programmes-files-too-large = Det är mer än vad som kan skickas på en gång. Ingenting har sparats. Skicka färre filer i taget.
programmes-files-faulty = Alla filer kan inte användas, så ingen har sparats. Vad som är fel står nedan.
programmes-files-full = Ett program rymmer högst { $most } MiB filer. Ingenting har sparats.
programmes-publication-title = Publicera
programmes-publication-lead = En publicerad version ändras aldrig och går att läsa för den som är mitt i den.
programmes-publication-first = Det här är den första versionen av programmet med det korta namnet ”{ $name }”. Så snart den är publicerad kan människor börja med det.
programmes-publication-differs = Det här är annorlunda än i version { $number }:
programmes-publication-alike = Inget steg skiljer sig från version { $number }.
programmes-publication-came = Ett språk som är nytt: { $languages }.
programmes-publication-went = Ett språk som inte längre finns: { $languages }. Den som läser det fortsätter på detta: { $other }.
programmes-publication-middle = { $count } personer är mitt i det här programmet.
programmes-publication-middle-few = Färre än { $least } personer är mitt i det här programmet.
programmes-publication-middle-many = { $most } personer eller fler är mitt i det här programmet.
programmes-publication-move = Steg där svaren betyder det de betydde visas för dem i den nya versionen. Där ett svar kanske inte passar längre får de frågan, och kan behålla sitt.
programmes-publication-do = Publicera version { $number }
programmes-publication-back = Tillbaka till texten
programmes-publication-faults = Det här programmet kan inte publiceras än. Allt det här ska rättas:
programmes-publication-not = Ingenting har publicerats: utkastet har ändrats sedan du tittade. Nedan står det som det är nu.
programmes-difference-same = samma
programmes-difference-reworded = andra ord
programmes-difference-changed = ändrat
programmes-difference-new = nytt
programmes-difference-gone = inte kvar
programmes-newer-title = En nyare version
programmes-newer-back = Ditt program
programmes-newer-none = Du har allt i den nyaste versionen, eller så som du har valt. Det finns inget att välja.
programmes-newer-lead = Ditt program har en nyare version. I de här stegen har något ändrats där du har skrivit, så du väljer. Inget av det du har skrivit försvinner, vad du än väljer.
programmes-newer-own = Behåll mitt
programmes-newer-own-hint = Steget förblir som du känner det.
programmes-newer-take = Ta det nya
programmes-newer-take-hint = Du ser det nya steget. Det du har skrivit finns kvar i historiken.
programmes-newer-do = Spara mitt val
programmes-newer-later = Välj senare
programmes-newer-on = Fortsätt med programmet
programmes-newer-waits = En nyare version av det här programmet har ändrat ett steg där du har skrivit.
programmes-newer-look = Se vad som är nytt, och välj
programmes-newer-chosen = Ditt val är sparat.

# Caring
programmes-nav-caseload = Deltagare
programmes-nav-enrolments = Program
programmes-caseload-title = De du coachar
programmes-caseload-none = Här finns ingen än. Så snart en ansvarig låter dig coacha någon ser du det här och får ett mejl.
programmes-caseload-moved = Ett delat resultat har ändrats
programmes-caseload-waiting = Väntar på ditt svar
programmes-caseload-quiet = Tyst i två veckor eller längre
programmes-caseload-others = På väg
programmes-shared-since = Delade något den { $date }
programmes-wrote-on = Skrev senast något den { $date }.
programmes-case-began = "{ $title }", sedan den { $date }.
programmes-case-ended = Programmet avslutades den { $date }. Det som har delats går att läsa; det går inte att svara.
programmes-case-paused = Personen har fryst sina uppgifter. Det går inte att skriva något.
programmes-case-none = { $name } har inte delat något. Här ser du det som { $name } delar, och inget annat.
programmes-tabs = Delar av sidan
programmes-tab-shared = Delat med dig
programmes-tab-steps = Steg
programmes-shared-at = Delat den { $moment }. Det är markerat som läst av dig.
programmes-shared-result = { $points } av { $most }:
programmes-answer = Svara
programmes-answer-to = Ditt svar till { $name }
programmes-send-to = Skicka till { $name }
programmes-sent-at = Skickat den { $moment }, inte sett än.
programmes-sent-and-seen = Skickat den { $moment }, sett den { $date }.
programmes-unsent-yours = Det du sparar till senare är ditt tills du skickar det:
programmes-news-sent = Ditt svar är skickat.
programmes-news-kept = Ditt svar är sparat. Ingen annan ser det än.
programmes-news-opened = Steget är öppet.
programmes-response-long = Svaret är längre än 10 000 tecken. Gör det kortare; det står nedan.
programmes-response-closed = Det här är inte delat med dig längre, så ditt svar skickades inte. Du kan kopiera det nedan.
programmes-steps-lead = Steg öppnas efter sina dagar, av ett resultat, eller när du öppnar dem. Ett steg som öppnades av ett resultat som inte är delat syns inte här.
programmes-step-open-since = Öppet sedan den { $date }
programmes-step-not-open = Inte öppet, så vitt du får veta
programmes-open-step = Öppna nu
programmes-enrolments-title = Vem som följer vilket program
programmes-enrolments-lead = Du ser vem som följer vad och med vilken coach. Hur långt någon har kommit och vad någon skriver ser du inte.
programmes-enrolments-none = Ingen följer ett program än.
programmes-column-participant = Deltagare
programmes-column-programme = Program
programmes-column-began = Sedan
programmes-column-coach = Coach
programmes-column-change = Ändra
programmes-nobody-yet = Ingen än
programmes-passes-to = { $name } från den { $date }
programmes-objected-on = Motsatte sig en annan coach den { $date }
programmes-assign = Välj en coach
programmes-hand-over = Lämna över
programmes-assign-title = Vem coachar { $name }?
programmes-assign-lead = { $name } och coachen får ett mejl genast. Från och med då läser coachen det som { $name } delar.
programmes-hand-over-lead = { $name } får ett mejl genast och kan motsätta sig det i sju dagar. Sedan tar den nya coachen över och läser det som är delat; den gamla läser inget mer.
programmes-load = { $count ->
    [0] Coachar ingen nu
    [one] Coachar en person nu
   *[other] Coachar { $count } personer nu
 }
programmes-coach-invited = Inbjuden, och är inte med än
programmes-coaches-fewer = Coacher med färre personer
programmes-coaches-more = Fler coacher
programmes-no-coaches = Det finns ingen annan coach. Bjud in en först.
programmes-to-people = Till personerna
programmes-newer = Tillbaka
programmes-older = Vidare
programmes-news-assigned = Båda har fått ett mejl.
programmes-news-told = Deltagaren har fått ett mejl och kan motsätta sig det i sju dagar.
programmes-handover-title = En annan coach
programmes-handover = Från den { $date } coachar { $name } dig, och läser det du delar och har delat. Till dess ändras inget. Du kan motsätta dig det; då blir det inte av.
programmes-object = Jag vill inte det
programmes-news-objected = Det blir inte av. Din coach är kvar, och de ansvariga har fått veta det.
programmes-mail-shared-subject = Något väntar på dig
programmes-mail-shared-body = Någon som du coachar har delat något. Du kan läsa det när du har loggat in.
programmes-mail-shared-link = Se vad som väntar
programmes-mail-answered-subject = Din coach har svarat
programmes-mail-answered-body = Du kan läsa svaret när du har loggat in.
programmes-mail-answered-link = Läs svaret
programmes-mail-step-subject = Ett nytt steg är öppet för dig
programmes-mail-step-body = Börja när det passar dig. Ingenting går ut.
programmes-mail-step-link = Se steget
programmes-mail-coach-subject = Vem som coachar vem har ändrats
programmes-mail-coach-body = Någon ny coachar dig, eller du coachar någon ny. Du ser det när du har loggat in.
programmes-mail-coach-link = Se vem
programmes-mail-handover-subject = Du ska få en annan coach
programmes-mail-handover-body = Om sju dagar ska någon annan coacha dig. När du har loggat in ser du vem, och du kan motsätta dig det.
programmes-mail-handover-link = Se vem, och motsätt dig
programmes-mail-passes-subject = En kollega ska ta över
programmes-mail-passes-body = Om sju dagar tar en kollega över någon som du coachar, om personen inte invänder. Du ser vem efter att ha loggat in.
programmes-mail-passes-link = Se vem
programmes-mail-objected-subject = Någon motsatte sig en annan coach
programmes-mail-objected-body = Inget ändras alltså nu. Du ser det när du har loggat in.
programmes-mail-objected-link = Se det
programmes-mail-silence-subject = Du kan fortsätta när du vill
programmes-mail-silence-body = Du har inte varit här på en vecka. Det är helt okej. Om du vill, fortsätt med något litet.
programmes-mail-silence-link = Fortsätt
programmes-back = Tillbaka
programmes-steps-count = { $count ->
    [one] Ett steg.
   *[other] { $count } steg.
 }
## Figures

# Navigation

# Outcomes

# Warnings
programmes-warning-before = Om ett svar här kan betyda att du är i fara får { $name } ett mejl när du trycker på en knapp nedan, för att höra av sig till dig. Där står inget av det du svarade.
programmes-warning-told = { $name } har fått veta att du kan behöva hjälp, och inget av det du fyllde i. Det kan dröja innan { $name } läser det. Vänta inte på det.
programmes-mail-warning-subject = Någon kan behöva dig i dag
programmes-mail-warning-body = Titta efter att du har loggat in, och hör av dig i dag. Mer står det inte i det här mejlet.
programmes-mail-warning-link = Se vem
programmes-caseload-danger = Prata med dem i dag
programmes-warned-on = Ett svar den { $date } kunde betyda fara
programmes-warning-open = Ett svar den { $date } kunde betyda fara. Hör av dig till { $name } i dag. Vilket svar det var får du inte veta, om det inte är delat med dig.
programmes-warning-settle = Jag har tagit hand om det
programmes-news-settled = Klart. Markeringen är borta.
programmes-news-unsettled = Något har besvarats sedan dess. Titta på det innan markeringen tas bort.

# Lists of a coach
programmes-show = Vilka du ser här
programmes-show-all = Alla
programmes-show-danger = I dag
programmes-show-moved = Ändrat resultat
programmes-show-waiting = Väntar
programmes-show-quiet = Tysta
programmes-show-handover = Överlämning
programmes-show-count = { $count ->
    [one] en person
   *[other] { $count } personer
 }
programmes-show-danger-none = Inget svar har kunnat betyda fara sedan du senast tog hand om ett.
programmes-show-moved-none = Inget delat resultat har ändrats sedan ditt senaste svar.
programmes-show-waiting-none = Ingen väntar på ditt svar.
programmes-show-quiet-none = Alla har skrivit något de senaste två veckorna, eller väntar på dig.
programmes-show-handover-none = Du lämnar inte över någon.
programmes-caseload-handover = Överlämning
programmes-case-passes = { $name } tar över den { $date }, om ingen invändning kommer före dess.
programmes-case-objected = Motsatte sig en annan coach den { $date }. Du fortsätter.

# When a coach is away
programmes-leave = Frånvaro
programmes-leave-lead = När du är borta får de du coachar ett mejl en vecka innan, och läser på sina sidor vilka dagar det gäller. Det de delar väntar tills du är tillbaka. Varför du är borta är din egen sak: ingen frågar efter det här.
programmes-leave-none = Du har inga dagar med frånvaro. Det du fyller i nedan står här tills det är över.
programmes-leave-days = Du är borta från den { $from } till och med den { $until }.
programmes-leave-look = Ändra
programmes-leave-told = De du coachar har fått veta det.
programmes-leave-to-tell = De du coachar får ett mejl den { $date }.
programmes-leave-since = Första dagen borta
programmes-leave-until = Sista dagen borta
programmes-leave-until-purpose = Dagen efter är du tillbaka.
programmes-leave-keep = Meddela att jag är borta
programmes-leave-remove = Ta tillbaka
programmes-leave-danger = Ett svar som kan betyda fara mejlas till dig också när du är borta. Den som ger det får läsa att du är borta och att ingen tittar, och vem man kan ringa. Kan någon inte vara utan coach så länge, se då i god tid till att en kollega tar över.
programmes-leave-readers = de du coachar
programmes-leave-no-day = Välj en dag.
programmes-leave-order = Den sista dagen kommer före den första.
programmes-leave-past = Det här är redan över.
programmes-leave-long = Det är för långt bort: mer än ett år.
programmes-leave-meets = Du är redan borta några av de dagarna. Ta tillbaka det först.
programmes-leave-many = Det finns redan tjugo perioder. Ta tillbaka en först.
programmes-leave-done-told = Det är sparat, och de du coachar får ett mejl nu.
programmes-leave-done-kept = Det är sparat. De du coachar får ett mejl en vecka innan, och ser det på sina sidor från och med nu.
programmes-leave-done-removed = Det är tillbakataget. De som redan visste får ett mejl.
programmes-coach-away = Borta från den { $from } till och med den { $until }
programmes-away = { $name } är borta från den { $from } till och med den { $until }. Du kan fortsätta som vanligt. Det du delar väntar tills { $name } är tillbaka.
programmes-sharing-away = { $name } är borta till och med den { $until }. Det du delar väntar till efter det.
programmes-warning-before-away = Om ett svar här kan betyda att du är i fara: { $name } är borta till och med den { $until }. Ett mejl går till { $name }, men kanske läser ingen det innan dess, och ingen annan får veta det. Hjälp dygnet runt finns under ”Hjälp nu”.
programmes-warning-told-away = { $name } är borta till och med den { $until }. Ett mejl har gått till { $name }, men det kanske inte blir läst innan dess, och ingen annan har fått veta det. Vänta inte på det: ring nu.
programmes-mail-leave-subject = Din coach kommer att vara borta
programmes-mail-leave-body = Från när till när ser du när du har loggat in. Inget av ditt försvinner, och du kan fortsätta som vanligt.
programmes-mail-leave-link = Se när
programmes-mail-leave-changed-subject = Dagarna då din coach är borta har ändrats
programmes-mail-leave-changed-body = Hur det är nu ser du när du har loggat in.
programmes-mail-leave-changed-link = Se det

# Asking for a colleague
programmes-tab-colleague = Lämna över
programmes-colleague-lead = Om du inte kan fortsätta med { $name }, eller inte på ett tag, kan du be om en kollega. De ansvariga ser att du ber om det och väljer vem; du behöver inte säga varför. { $name } får veta det en vecka innan och kan motsätta sig det. Till dess ändras inget.
programmes-colleague-ask = Be om en kollega
programmes-colleague-keep = Fortsätta själv ändå
programmes-colleague-done-asked = De ansvariga har fått veta det. Du är coach tills någon tar över.
programmes-colleague-done-kept = Du fortsätter.
programmes-case-asked = Du bad om en kollega den { $date }.
programmes-asked-on = Coachen bad om en kollega den { $date }
programmes-leave-all = För några kan en kollega ta över i stället. Det ber du om på sidan för var och en, eller för alla här. De ansvariga väljer vem, och var och en får veta det en vecka innan och kan motsätta sig det.
programmes-leave-all-ask = Be om kollegor för alla jag coachar
programmes-mail-asked-subject = En coach ber om en kollega
programmes-mail-asked-body = Någon ska få en annan coach. Vem det gäller ser du när du har loggat in; där väljer du också en coach.
programmes-mail-asked-link = Välj en coach

# Looking back at moods
programmes-moods = Hur du mådde, dag för dag
programmes-moods-lead = Det du har antecknat för varje dag, den senaste först. Du kan ta bort en dag, och ta tillbaka det du har delat.
programmes-moods-none = Du har inte antecknat hur du mår än. Det du antecknar står här.
programmes-moods-point = { $point } av 10.
programmes-moods-goes = Hur du mådde den { $date }, med allt du tidigare hade antecknat för den dagen

# Texts of a coach
programmes-texts = Mina texter
programmes-texts-lead = Det du ofta skriver kan du spara här och lägga in i ett svar med en knapp. Ingen annan läser det. Spara ingenting om någon här.
programmes-texts-new = En ny text
programmes-texts-keep = Spara
programmes-texts-change = Ändra eller ta bort
programmes-texts-words = Texten
programmes-texts-remove = Ta bort
programmes-texts-kept = Texten är sparad.
programmes-texts-removed = Texten är borttagen.
programmes-texts-long = Den här texten är längre än 4 000 tecken. Gör den kortare; den står nedan.
programmes-texts-many = Det finns redan hundra texter. Ta bort en först.
programmes-texts-choose = Lägg in en av mina texter
programmes-texts-none = Du har inga texter än. Du kan skriva dem under ”Mina texter”, på sidan med dem du coachar.
programmes-texts-put-in = Lägg in
programmes-texts-none-now = Fortsätt utan
programmes-ahead-caseload = { $waiting ->
    [0] Ingen väntar på ditt svar.
    [one] En av { $all } väntar på ditt svar.
   *[other] { $waiting } av { $all } väntar på ditt svar.
 }

# Check-ins of goals
programmes-check-in-title = { $title }: hur gick det?
programmes-check-in-lead = Se tillbaka utan att döma dig själv. Även ”inte den här gången” säger dig något. Du får lämna öppet vad du vill.
programmes-check-in-went = Hur gick det?
programmes-check-in-done = Det lyckades
programmes-check-in-partly = Det lyckades delvis
programmes-check-in-not = Inte den här gången
programmes-check-in-remark = Vad hjälpte, eller vad kom i vägen?
programmes-check-in-remarks = Vad som hjälpte eller kom i vägen
programmes-check-in-asked = Hur gick det med det som du ville prova?
programmes-check-in-next = Den { $date } frågar vi dig här hur det gick. Du behöver inte vänta på det.
programmes-check-in-go = Se tillbaka
programmes-check-ins = Hur det har gått hittills
programmes-check-in-day = Dag
programmes-check-in-goal = Det som jag ville prova
programmes-ahead-check-in = Se tillbaka en stund, om du vill.

# Files in exercises
programmes-upload-remark = Något att säga om det
programmes-upload-files = { $most ->
    [one] En fil
   *[other] Filer, högst { $most }
 }
programmes-upload-purpose = De här sorterna: { $kinds }. Tillsammans högst { $most } MB. Namn och innehåll krypteras. Var, när och med vad en bild togs tas bort ur den.
programmes-upload-here = Inlämnat här
programmes-upload-untick = Ta bort krysset och spara, så hör filen inte längre till ditt svar. Den finns kvar i det som stod här tidigare, som bara du läser. Med ”Ta bort” är den borta för gott.
programmes-upload-open = Filer att öppna
programmes-upload-held = Filer:
programmes-upload-all = Alla filer som du har lämnat in här
programmes-upload-many = { $most ->
    [one] Här får en fil plats.
   *[other] Här får { $most } filer plats.
 } Det som var för mycket sparades inte. Ta ut någon först.
programmes-upload-heavy = Filerna är för stora: tillsammans får de vara högst { $most } MB. Ingen av dem sparades, men det du skrev finns kvar. Välj mindre filer, eller färre åt gången.

programmes-device-told = Bryts anslutningen ligger det du skriver kvar på den här enheten, förseglat, tills det kan skickas, i högst { $days ->
    [one] en dag
   *[other] { $days } dagar
}. Bara du kan öppna det, när du är inloggad här.
programmes-device-sealed = Inte skickat än. Det ligger förseglat på den här enheten och skickas när anslutningen är tillbaka. Du kan stänga sidan.
programmes-device-sent = Sparat. Det har skickats och finns inte längre på den här enheten. Bara du kan läsa det.
programmes-device-restored = Sparat. Det som låg kvar på enheten finns här igen, har skickats och finns inte längre på enheten. Bara du kan läsa det.
programmes-device-waits = Du har skrivit något som inte har skickats än. Det ligger förseglat på den här enheten. Öppna det, så skickas det:

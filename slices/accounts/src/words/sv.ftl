accounts-nav-people = Personer
accounts-nav-my-data = Mina uppgifter

accounts-name = Namn
accounts-name-purpose = Namnet som de andra här får se.
accounts-own-name-purpose = Så här ser de du arbetar med här dig.
accounts-email = E-postadress
accounts-email-purpose = För inbjudan och för mejl som säger att något väntar. Inget annat.
accounts-language = Språk
accounts-language-purpose = Språket på sidorna och i mejlen. Det kan ändras senare.
accounts-own-language-purpose = Språket på dina sidor och i dina mejl.
accounts-role = Roll
accounts-role-purpose = Rollen avgör vad någon kan se och göra.
accounts-role-manager = Ansvarig
accounts-role-coach = Coach
accounts-role-participant = Deltagare
accounts-role-support = Support
accounts-role-technician = Tekniker
accounts-role-officer = Dataskyddsombud
accounts-choose = Välj en roll
accounts-state = Status
accounts-dates = Datum
accounts-line = Rad
accounts-invited = Inbjuden den
accounts-back = Gå tillbaka

accounts-state-invited = Inbjuden
accounts-state-active = Deltar
accounts-state-left = Har slutat
accounts-invited-on = Inbjuden den { $date }
accounts-active-since = Deltar sedan den { $date }
accounts-left-on = Slutade den { $date }

accounts-sign-in-title = Logga in
accounts-sign-in = Logga in
accounts-sign-in-wrong = Adressen och lösenordet hör inte ihop. Kontrollera båda.
accounts-sign-in-slow = Många har försökt logga in med den här adressen. Du kan försöka igen { $time }. Genast går det också: från en enhet där du har loggat in förut, eller med ett nytt lösenord via mejl.
accounts-forgot = Jag har glömt mitt lösenord
accounts-cookie-line = När du loggar in sätter vi en enda kaka, så att du förblir inloggad. Det finns inga andra.
accounts-signed-out = Du är utloggad.
accounts-password-changed = Ditt nya lösenord är sparat. Nu kan du logga in med det.
accounts-declined = Du har tackat nej till inbjudan. Vi har raderat det vi hade om dig.
accounts-back-to-sign-in = Tillbaka till inloggningen

accounts-reset-title = Välj ett nytt lösenord
accounts-reset-lead = Skriv din e-postadress. Vi skickar en länk där du kan välja ett nytt lösenord.
accounts-reset-button = Skicka en länk till mig
accounts-reset-sent-title = Titta i din inkorg
accounts-reset-sent-lead = Om vi känner till adressen är ett mejl på väg. Länken i det fungerar en gång och bara en kort tid.
accounts-reset-sent-way = Inget mejl efter några minuter? Titta i skräpposten och kontrollera att du skrev rätt adress.

accounts-password = Lösenord
accounts-password-new = Ditt nya lösenord
accounts-password-present = Ditt nuvarande lösenord
accounts-password-rule = Minst { $min } tecken. Några ord i rad är lätta att minnas och svåra att gissa.
accounts-password-rule-digit = Minst { $min } tecken, med en siffra. Några ord i rad är lätta att minnas och svåra att gissa.
accounts-password-rule-capital = Minst { $min } tecken, med en stor bokstav. Några ord i rad är lätta att minnas och svåra att gissa.
accounts-password-rule-both = Minst { $min } tecken, med en siffra och en stor bokstav. Några ord i rad är lätta att minnas och svåra att gissa.
accounts-password-short = Använd minst { $most } tecken.
accounts-password-no-digit = Ta med minst en siffra.
accounts-password-no-capital = Ta med minst en stor bokstav.
accounts-password-common = Många använder det här lösenordet, så det gissas först. Välj ett annat.
accounts-password-own = Ditt eget namn, din adress eller vårt namn gissas först. Välj något annat.
accounts-password-wrong = Det här är inte ditt nuvarande lösenord.
accounts-password-slow = Det har gjorts många försök. Vänta några minuter och försök sedan igen.

accounts-new-password-title = Välj ett nytt lösenord
accounts-new-password-lead = Efter det här är du utloggad överallt och kan logga in med det nya lösenordet. Länken fungerar en gång.
accounts-new-password-button = Spara mitt nya lösenord
accounts-change-password-title = Byt lösenord
accounts-change-password-lead = Här förblir du inloggad. Överallt annars loggas du ut, och vi skickar ett mejl om att ditt lösenord har bytts.
accounts-change-password-button = Byt mitt lösenord
accounts-change-password-link = Byt lösenord

accounts-invitation-title = { $organisation } bjuder in dig
accounts-invitation-by = { $name } på { $organisation } bjuder in dig och gav oss ditt namn och din adress, så att du kan delta.
accounts-invitation-from = { $organisation } bjuder in dig att delta.
accounts-invitation-held-title = Det här har vi om dig nu
accounts-invitation-held = Bara det som behövdes för att bjuda in dig:
accounts-invitation-ends = Du kan svara till och med den { $date }.
accounts-read-privacy = Läs hur vi hanterar dina uppgifter
accounts-invitation-yes-title = Vill du delta?
accounts-invitation-button = Ja, jag deltar
accounts-invitation-no-title = Hellre inte?
accounts-invitation-no = Då raderar vi det vi har om dig.
accounts-invitation-no-link = Tacka nej till inbjudan
accounts-refusal-title = Tacka nej till inbjudan
accounts-refusal-lead = Vi raderar ditt namn, din adress och allt annat vi har om dig, genast. Den som bjöd in dig ser bara att du inte längre finns på listan.
accounts-refusal-button = Tacka nej och radera mina uppgifter

accounts-welcome-title = Välkommen till { $organisation }
accounts-welcome-lead = Innan du börjar: dina uppgifter är dina. Det här kan du göra när som helst.
accounts-welcome-rights = Dina rättigheter
accounts-welcome-see = Se allt vi har om dig och när det försvinner
accounts-welcome-correct = Rätta ditt namn och språk
accounts-welcome-take = Ta med dig allt som en fil
accounts-welcome-delete = Radera ditt konto och allt som hör till
accounts-welcome-ask = Be oss rätta något annat, sluta använda något, eller fråga vad du vill: { $contact }
accounts-welcome-officer = Fråga vårt dataskyddsombud, som inte tar order av oss: { $contact }
accounts-welcome-complain = Klaga hos dataskyddsmyndigheten, utan att fråga oss först
accounts-welcome-seal-title = Sigillet
accounts-welcome-seal = Bredvid allt som är personligt står en rad som den här. Den säger vem som kan läsa det och när det försvinner. Öppna den för att se varför vi har det.
accounts-welcome-sign-in-title = Att logga in
accounts-welcome-password = Använd ett lösenord som du inte använder någon annanstans. Vi sparar bara en kod som är gjord av det, och vi mejlar det aldrig och frågar aldrig efter det.
accounts-welcome-device = Du förblir inloggad en tid på den här enheten. Använder någon annan den också? Logga då ut när du är klar.
accounts-welcome-mails = Våra mejl säger bara att något väntar på dig. Vad det är ser du bara här.
accounts-welcome-button = Börja

accounts-people-title = Personer
accounts-people-tabs = Vilka som visas
accounts-tab-all = Alla ({ $count })
accounts-tab-active = Deltar ({ $count })
accounts-tab-invited = Inbjudna ({ $count })
accounts-tab-left = Har slutat ({ $count })
accounts-people-none = Här ser du snart alla som deltar. Börja med att bjuda in någon.
accounts-people-none-so = Här finns ingen just nu.
accounts-invite-one = Bjud in någon
accounts-invite-many = Bjud in en lista
accounts-page-before = Föregående sida
accounts-page-after = Nästa sida
accounts-done-invited = Inbjudan är på väg.
accounts-done-list = Inbjudningarna är på väg.
accounts-done-withdrawn = Inbjudan är återtagen, och det vi hade om personen är raderat.
accounts-done-corrected = Profilen är rättad.
accounts-done-again = En ny inbjudan är på väg. Den tidigare länken fungerar inte längre.
accounts-done-ended = Avtalet är avslutat.
accounts-done-profile = Din profil är sparad.
accounts-done-password = Ditt lösenord är bytt.

accounts-invite-title = Bjud in någon
accounts-invite-lead = Personen får ett mejl med en länk, ser vem som bjuder in och vad vi har, och säger ja eller nej. Den som säger nej raderas genast.
accounts-invite-button = Skicka inbjudan
accounts-note = Några ord till inbjudan
accounts-note-purpose = Visas på inbjudans sida, aldrig i mejlet. Skriv inget förtroligt här.
accounts-email-known = Någon med den här adressen finns redan här.
accounts-email-taken = Någon annan har den här adressen.

accounts-list-title = Bjud in en lista
accounts-list-lead = En person på varje rad: namn, e-postadress, roll och språk. Kopiera från ett kalkylblad eller välj en fil. Innan något skickas ser du vad vi har uppfattat.
accounts-list-example =
    Namn, E-post, Roll, Språk
    Maria Lindberg, maria@example.org, { $role }, Svenska
accounts-list-roles = Rollerna är: { $roles }. Språket kan du utelämna.
accounts-list-field = Listan
accounts-list-purpose = Komman, semikolon eller tabbar mellan delarna.
accounts-list-file = Eller listan som fil
accounts-list-file-purpose = En CSV-fil, som alla kalkylprogram kan spara. Om du väljer en ersätter den listan här ovan.
accounts-list-check = Kontrollera listan
accounts-list-preview = Det här har vi uppfattat
accounts-list-change = Ändra listan
accounts-list-summary = { $good ->
    [0] Ingen rad kan användas än.
    [one] En rad är i ordning.
   *[other] { $good } rader är i ordning.
} { $bad ->
    [0] Inget annat behöver åtgärdas.
    [one] En rad behöver åtgärdas; personen på den bjuds inte in.
   *[other] { $bad } rader behöver åtgärdas; personerna på dem bjuds inte in.
}
accounts-list-button = { $count ->
    [one] Bjud in 1 person
   *[other] Bjud in { $count } personer
}
accounts-list-empty = Klistra in en lista eller välj en fil.
accounts-list-long = Använd högst { $most } rader åt gången.
accounts-list-no-name = Namnet saknas.
accounts-list-long-name = Namnet är för långt.
accounts-list-no-email = E-postadressen saknas.
accounts-list-bad-email = ”{ $cell }” ser inte ut som en e-postadress.
accounts-list-twice = ”{ $cell }” finns två gånger på listan.
accounts-list-no-role = Rollen saknas.
accounts-list-bad-role = Vi känner inte till rollen ”{ $cell }”.
accounts-list-bad-language = Vi har inte språket ”{ $cell }”.

accounts-person-steps = Det här kan du göra
accounts-person-correct = Rätta profilen
accounts-correct-button = Spara profilen
accounts-again-lead = Inget svar än? Skicka inbjudan igen, med en ny länk.
accounts-again-button = Bjud in igen
accounts-withdraw-link = Ta tillbaka inbjudan
accounts-withdraw-title = Ta tillbaka inbjudan till { $name }
accounts-withdraw-question = Ta tillbaka inbjudan till { $name }?
accounts-withdraw-lead = Länken i mejlet slutar genast att fungera.
accounts-withdraw-goes = Namn, adress och allt annat vi har om { $name }
accounts-withdraw-stays = En rad i registret om att något har raderats, utan namn
accounts-withdraw-button = Ta tillbaka och radera
accounts-end-link = Avsluta avtalet
accounts-end-title = Avsluta avtalet med { $name }
accounts-end-question = Avsluta avtalet med { $name }?
accounts-end-lead = Det går inte att ångra här. Från och med nu kan { $name } inte logga in längre.
accounts-end-goes = Inloggningen, på alla enheter, genast
accounts-end-stays = Det vi har om { $name }, till de datum som står i integritetspolicyn. Tiderna börjar löpa i dag.
accounts-end-button = Avsluta avtalet

accounts-profile-title = Mitt konto
accounts-profile-button = Spara min profil
accounts-own-email = Ändra min adress
accounts-own-password = Om du byter det loggas du ut överallt annars.
accounts-rights-link = Läs igen om dina rättigheter

accounts-my-data-title = Mina uppgifter
accounts-my-data-lead = Det här är allt vi har om dig. Varje stapel slutar den dag då det försvinner. Öppna en för att se vad som finns i den.
accounts-my-data-timeline = Det vi har om dig, och hur länge
accounts-held-title = Något av ditt sparas längre
accounts-held-lead = Lagen låter oss spara en del av det här en tid efter dess datum, för ett rättsligt anspråk, en utredning eller en domstol. Tills dess kan det inte raderas, och därefter försvinner det av sig självt. Om du har frågor eller inte håller med kan du skriva till { $contact }.
accounts-held-until = till och med den { $date }
accounts-my-data-ways = Det här kan du göra
accounts-my-data-looks = Se vem som tittade
accounts-my-data-recipients = Vem som har fått mina uppgifter
accounts-my-data-openings = Vad som har öppnats för att åtgärda fel
accounts-my-data-correct = Rätta ditt namn och språk
accounts-my-data-take = Ta med det: ladda ner allt som en fil
accounts-my-data-bring = Ta med det du har hämtat från en annan organisation
accounts-my-data-delete = Radera ditt konto
accounts-my-data-ask = För allt annat kan du fråga oss: { $contact }
accounts-my-data-requests = Be oss om något annat
accounts-my-data-alternatives = Fråga om ett annat sätt att delta
accounts-bundle-since = { $name }, sedan den { $date }
accounts-bundle-place = Öppna det där det hör hemma
accounts-bundle-hidden = En del av det här kan vi inte visa dig: koden till ditt lösenord, eller det en coach har skrivit för att förbereda sig. Det försvinner samma dag.

accounts-deletion-title = Radera mitt konto
accounts-deletion-question = Vad som försvinner och vad som stannar
accounts-deletion-lead = Det sker genast och kan inte ångras. Vi kan inte hämta tillbaka det åt dig, inte ens från en säkerhetskopia.
accounts-deletion-password = Så att ingen annan kan radera det.
accounts-deletion-button = Radera mitt konto för alltid
accounts-deletion-ask = Ditt konto slutar med ditt avtal, så du kan inte radera det själv. Fråga oss: { $contact }
accounts-deletion-rows = { $count ->
    [one] (en post)
   *[other] ({ $count } poster)
}
accounts-stays-others = Det tillhör även någon annan.
accounts-stays-law = Lagen kräver att vi sparar det.
accounts-stays-hold = Det sparas tills vidare på grund av ett rättsligt bevarandebeslut.
accounts-stays-until = Det försvinner senast den { $date }.

accounts-receipt-title = Kvitto
accounts-receipt-erasure = Det här är beviset på att { $organisation } har raderat det som står här, eftersom personen bad om det.
accounts-receipt-retention = Det här är beviset på att { $organisation } har raderat det som står här, eftersom tiden för det var över.
accounts-receipt-went = Det här är borta
accounts-receipt-stays = Det här stannar
accounts-receipt-at = När
accounts-receipt-number = Kvittots nummer
accounts-receipt-ledger = Bevis i registret
accounts-receipt-keep = Spara sidans adress om du vill komma tillbaka hit. Det finns inget annat sätt att hitta den, eftersom ditt namn inte står i den.
accounts-receipt-file = Ladda ner kvittot, med det som bevisar det
accounts-receipt-check = Ladda ner sidan som kontrollerar det, utan oss

accounts-mail-invitation-subject = En inbjudan från { $organisation }
accounts-mail-invitation-body =
    { $organisation } bjuder in dig att delta. Någon där gav oss din adress för det.

    Öppna länken för att se vem som bjuder in dig, till vad, och vad vi har om dig. Du kan säga ja eller nej. Säger du nej raderar vi dina uppgifter genast.
accounts-mail-invitation-link = Se inbjudan
accounts-mail-reset-subject = Välj ett nytt lösenord hos { $organisation }
accounts-mail-reset-body =
    Någon bad om ett nytt lösenord till ditt konto, troligen du själv.

    Länken fungerar en gång och bara en kort tid. Var det inte du? Då behöver du inte göra något.
accounts-mail-reset-link = Välj ett nytt lösenord
accounts-mail-password-changed-subject = Ditt lösenord hos { $organisation } har bytts
accounts-mail-password-changed-body =
    Ditt lösenord har just bytts.

    Var det inte du? Välj då genast ett nytt.
accounts-mail-password-changed-link = Det var inte jag

accounts-item-person-name = Namn
accounts-item-person-email = E-postadress
accounts-item-person-age = Ålder
accounts-item-person-language = Språk
accounts-item-person-role = Roll
accounts-item-person-states = Datum
accounts-item-sign-in-password = Lösenord
accounts-item-sign-in-session = Session
accounts-item-sign-in-link = Länk
accounts-item-invitation-note = Ord till inbjudan
accounts-item-trajectory-dates = Datum
accounts-item-message-body = Meddelande
accounts-item-message-times = Tidpunkt
accounts-item-attachment-name = Fil
accounts-item-attachment-file = Fil
accounts-item-draft-body = Utkast
accounts-item-private-note-body = Privat anteckning
accounts-item-shared-note-body = Delad anteckning
accounts-item-note-view-body = Syn bredvid en anteckning
accounts-item-goal-title = Mål
accounts-item-goal-state = Målets läge
accounts-item-task-title = Uppgift
accounts-item-task-state = Uppgiftens läge
accounts-item-appointment-title = Mötestid
accounts-item-appointment-place = Plats
accounts-item-appointment-time = Tid
accounts-column-invited-at = Inbjuden
accounts-column-accepted-at = Deltog från
accounts-column-left-at = Slutade
accounts-column-sent-at = Skickad
accounts-column-began-at = Började
accounts-column-seen-at = Senast använd
accounts-column-ends-at = Slutar
accounts-column-made-at = Skapad
accounts-column-began = Började
accounts-column-ended = Avslutades
accounts-column-sent = Skickat
accounts-column-seen = Läst
accounts-column-written = Skriven
accounts-column-changed = Ändrad
accounts-column-shared = Delad
accounts-column-set-at = Satt
accounts-column-said-at = Sagt den
accounts-column-reached = Nått
accounts-column-done = Klar
accounts-column-begins = Börjar
accounts-column-ends = Slutar
accounts-column-cancelled = Inställd
accounts-column-media-type = Filtyp
accounts-column-size = Storlek i byte
accounts-item-restriction-since = Fryst sedan
accounts-item-restriction-reason = Varför du frös dina uppgifter
accounts-item-undertaking-acceptance = Löfte
accounts-item-alternative-words = Det som skrevs
accounts-item-alternative-term = Hur långt det har kommit
accounts-column-clause = Punkt
accounts-column-version = Version av texten
accounts-column-promised-at = Godtaget
accounts-item-paper-whose = Namn på papperet
accounts-item-paper-what = Papper
accounts-item-paper-place = Var det ligger
accounts-item-paper-dates = Datum
accounts-item-paper-shredder = Förstört av
accounts-item-breach-notice = Det vi har berättat för dig
accounts-column-recorded-at = Nedskrivet
accounts-column-due = Förstörs senast
accounts-column-shredded-on = Förstört den
accounts-item-coach-leave = Borta från
accounts-item-diary-entry = Dagboksanteckning
accounts-item-disclosure-reason = Varför det lämnades ut
accounts-item-disclosure-recipient = Vem som fick det
accounts-item-enrolment-programme = Program
accounts-item-enrolment-progress = Hur långt du har kommit
accounts-item-enrolment-warning = Kan ha betytt fara
accounts-item-exercise-answer = Svar
accounts-item-exercise-times = Tidpunkt
accounts-item-handed-in-file = Fil
accounts-item-handed-in-name = Filnamn
accounts-item-hold-reason = Varför det sparas
accounts-item-mood-value = Sinnesstämning
accounts-item-request-address = Adress
accounts-item-request-name = Namn
accounts-item-request-words = Begärans ord
accounts-item-response-body = Din coachs svar
accounts-item-response-times = Tidpunkt
accounts-item-text-block-body = Egen text
accounts-column-added = Tillagd
accounts-column-asked = En kollega efterfrågad
accounts-column-day = Dag
accounts-column-device-since = Dina enheter kan behålla det som inte skickats sedan
accounts-column-exercise = Övning
accounts-column-finished = Avslutad
accounts-column-moved = Resultatet ändrades
accounts-column-objected = Invände
accounts-column-opened = Öppet sedan
accounts-column-opens = Nästa steg öppnas
accounts-column-passes = En annan coach från
accounts-column-reminded = Påmind den
accounts-column-replaced = Ersatt
accounts-column-step = Steg
accounts-column-told = Berättat
accounts-column-until = Till och med
accounts-column-wrote = Skrev senast
accounts-item-amendment-choice = Ditt val
accounts-item-breach-account = Vad som hände
accounts-item-breach-course = Incidentens förlopp
accounts-item-break-glass-reason = Varför det öppnades
accounts-item-break-glass-term = Öppnat i nödfall
accounts-item-brought-along-entry = Medtaget
accounts-item-brought-along-file = Fil
accounts-item-brought-along-heading = Medtaget
accounts-item-brought-along-name = Filnamn
accounts-item-disclosure-term = Lämnat till andra
accounts-item-duty-note = Anteckning
accounts-item-hold-term = Sparas längre
accounts-item-person-mail-returned = Post kom tillbaka
accounts-item-request-step = Steg i begäran
accounts-item-request-term = Begärans förlopp
accounts-item-sign-in-factor = Andra steget
accounts-item-sign-in-phone = Telefonnummer
accounts-item-sign-in-renewal = Nytt andra steg
accounts-column-asked-at = Frågat
accounts-column-brought-at = Medtaget
accounts-column-channel = På vilket sätt
accounts-column-closed-at = Avslutat
accounts-column-due-at = Ska besvaras senast
accounts-column-extended-at = Förlängt
accounts-column-ground = Grund
accounts-column-identity = Hur man visste vem som frågade
accounts-column-kind = Slag
accounts-column-laid-at = Sedan
accounts-column-outcome = Utfall
accounts-column-received-at = Mottaget
accounts-column-released-at = Till
accounts-column-returned-at = Kom tillbaka
accounts-my-data-freeze = Frys det som finns sparat om dig
accounts-my-data-thaw = Se att dina uppgifter är frysta och släpp dem
accounts-restriction-title = Frys dina uppgifter
accounts-restriction-lead = Du kan be oss att spara dina uppgifter och inte göra något annat med dem: för att något är fel, för att du invänder mot hur de används eller för att du behöver dem senare. Du behöver inte säga varför.
accounts-restriction-means = Vad som händer när du fryser dina uppgifter
accounts-restriction-means-you = Du ser fortfarande allt, och du kan ta det med dig eller radera det när du vill.
accounts-restriction-means-others = Ingen skriver i dina samtal, och andra kan inte läsa det som är ditt. De ser bara att det är pausat, inte varför.
accounts-restriction-means-dates = Inget raderas när dess datum kommer, och inga mejl skickas om det som finns där.
accounts-restriction-means-rights = Så förblir det tills du släpper dina uppgifter.
accounts-restriction-reason = Varför
accounts-restriction-reason-purpose = Bara du kan läsa det här.
accounts-restriction-reason-given = Skälet som du angav
accounts-restriction-button = Frys mina uppgifter
accounts-restriction-since = Dina uppgifter är frysta sedan { $moment }.
accounts-restriction-lifting = När du släpper dina uppgifter
accounts-restriction-lifting-others = De som kunde läsa och skriva tidigare kan göra det igen, och mejl skickas igen.
accounts-restriction-lifting-dates = Det som har nått sitt datum under tiden raderas nästa natt.
accounts-restriction-lifting-reason = Skälet som du angav raderas. Att du har fryst och släppt dina uppgifter står kvar i rättighetsregistret, utan namn.
accounts-restriction-lift = Släpp mina uppgifter
accounts-done-frozen = Klart. Dina uppgifter är frysta.
accounts-done-lifted = Klart. Dina uppgifter används igen.
accounts-stays-restricted = Någon annan som berörs har fryst det. Det försvinner när det är över.
accounts-deletion-but-contact-title = Radera allt utom mina kontaktuppgifter
accounts-deletion-but-contact-password = Så att ingen annan kan radera det. Du loggas ut; kommer du tillbaka ber du om ett nytt lösenord.
accounts-deletion-but-contact-button = Radera allt utom mina kontaktuppgifter
accounts-deletion-but-contact-link = Radera hellre allt utom mina kontaktuppgifter
accounts-deletion-everything-link = Radera hellre allt, även mina kontaktuppgifter
accounts-stays-wished = Du vill behålla det, så att vi fortfarande kan nå dig.
accounts-my-data-complain = Invänd mot hur dina uppgifter används, eller klaga
accounts-complaint-title = Invänd eller klaga
accounts-complaint-lead = Om något inte stämmer med dina uppgifter ska du säga det. Det kostar ingenting, och ingen får lägga dig det till last.
accounts-complaint-object = Invänd mot en användning
accounts-complaint-object-how = Skriv till adressen nedan vilken användning du invänder mot och varför. Du kan frysa dina uppgifter genast, så att inget mer görs med dem medan du väntar på svar.
accounts-complaint-object-here = Be oss om det, och skriv vilken användning du invänder mot och varför. Du kan frysa dina uppgifter genast, så att inget mer görs med dem medan du väntar på svar.
accounts-history-title = Vad som har gjorts med dina rättigheter
accounts-history-frozen = Du frös dina uppgifter
accounts-history-released = Du släppte dina uppgifter
accounts-history-correction = Ditt namn, språk eller din adress rättades
accounts-history-erasure = Något raderades för att du ville det
accounts-history-retention = Något raderades för att dess tid var över
accounts-history-paper = Papper om dig har förstörts
accounts-history-told = Enligt integritetsförklaringen går de här uppgifterna också till { $names }. Fråga oss om du vill att de får veta om en rättelse.
accounts-breach-title = Något har hänt med dina uppgifter
accounts-breach-link = Läs vad som har hänt och vad du kan göra
accounts-my-data-consents = Vad jag har sagt ja till
accounts-my-data-programmes = Vad jag har sagt ja till i mina program
accounts-complaint-mailings = Utskick
accounts-complaint-mailings-how = Med den här knappen stoppas alla utskick till dig, genast och utan att du anger skäl.
accounts-complaint-mailings-stop = Stoppa alla utskick
accounts-complaint-other-uses = Allt annat
accounts-history-consent = Du gav ett samtycke
accounts-history-withdrawal = Du återkallade ett samtycke
accounts-item-consent-answer = Samtycke
accounts-item-mailing-link = Länk i ett utskick
accounts-item-mailing-text = Utskick
accounts-column-given-at = Gavs
accounts-column-withdrawn-at = Återkallades
accounts-column-used-at = Användes

accounts-sessions-title = Var du är inloggad
accounts-sessions-lead = Det här är enheterna där du är inloggad. Är någon av dem inte din? Logga ut där och byt lösenord.
accounts-sessions-link = Se var du är inloggad
accounts-sessions-unknown = En enhet som inte säger vad den är
accounts-sessions-here = Den här enheten
accounts-sessions-began = Inloggad
accounts-sessions-seen = Senast använd
accounts-sessions-end = Logga ut där
accounts-sessions-end-others = Logga ut överallt utom här
accounts-sessions-ended = Du är utloggad där.
accounts-sessions-tried = Har någon försökt logga in som du, med fel lösenord eller fel andra steg? Det skrivs också ner.
accounts-sessions-tried-link = Se vem som har tittat och vem som har försökt
accounts-sessions-place = Vi tar inte reda på var en enhet finns. Därför står det ingen plats här.

accounts-second-title = App för koder
accounts-second-what = Ett lösenord kan gissas eller kopieras. Med ett andra steg räcker det inte att kunna ditt lösenord: det krävs också en kod från en app i din telefon.
accounts-second-link = App för koder
accounts-second-lead = Det stämmer. Nu behövs ditt andra steg.
accounts-second-code = Kod
accounts-second-code-purpose = De sex siffrorna som din app visar, eller en av dina återställningskoder.
accounts-second-wrong = Den här koden stämmer inte eller har redan använts. Vänta på nästa och skriv den.
accounts-second-slow = Det har gjorts många försök. Du kan försöka igen { $time }.
accounts-second-lost = Ingen telefon och inga återställningskoder? Fråga då din organisation.
accounts-second-app = App
accounts-second-since = inställd den { $date }
accounts-second-change = Ändra
accounts-second-remove = Ta bort appen
accounts-second-removed = Appen är borttagen.
accounts-second-stays = Din roll kräver ett andra steg, så det går inte att ta bort.
accounts-second-app-title = Ställ in ditt andra steg
accounts-second-demanded = Från och med nu loggar du in med ett andra steg. Du ställer in det här, en gång.
accounts-second-app-install = Installera en app för koder om du inte har någon: till exempel Aegis, FreeOTP eller telefonens lösenordsapp.
accounts-second-app-scan = Låt appen läsa den här bilden.
accounts-second-app-picture = Hemligheten för din app, som bild. Samma sak står nedanför med bokstäver.
accounts-second-app-letters = Eller skriv in de här bokstäverna i appen:
accounts-second-app-type = Skriv koden som appen visar nu.
accounts-second-app-button = Ställ in
accounts-recovery-title = Återställningskoder
accounts-recovery-lead = Har du tappat bort telefonen? Då kan du använda en av de här koderna i stället. Varje kod fungerar en gång.
accounts-recovery-keep = Du ser dem bara nu. Förvara dem någon annanstans än i telefonen: på papper eller i en lösenordsapp.
accounts-recovery-file = Spara som fil
accounts-recovery-done = Jag har sparat dem
accounts-recovery-anew = Skapa nya återställningskoder
accounts-recovery-left =
    { $count ->
        [one] { $count } är kvar
       *[other] { $count } är kvar
    }
accounts-mail-second-changed-subject = Det andra steget för ditt konto hos { $organisation } har ändrats
accounts-mail-second-changed-body =
    Det andra steget vid inloggning ändrades alldeles nyss: en passkey, appen för koder, numret för sms eller återställningskoderna.

    Var det inte du? Välj då genast ett nytt lösenord och berätta det för oss.
accounts-mail-second-changed-link = Det var inte jag
accounts-welcome-second = Du kan lägga till ett andra steg, så att ett lösenord ensamt inte släpper in någon

accounts-second-step = Andra steg
accounts-second-app-codes = App för koder
accounts-second-set-up = Appen är inställd.
accounts-sms-title = Koder via sms
accounts-sms-what = När du inte har din app eller din passkey till hands kan vi skicka en kod via sms.
accounts-sms-warning = Ett sms kan läsas av andra på vägen, och någon kan övertala din operatör att lämna ut ditt nummer. En app eller en passkey är säkrare. Använd dem när du kan.
accounts-sms-first = Ställ först in en passkey eller en app för koder. Ett sms är bara till för när du inte har dem till hands.
accounts-sms-number = Ditt nummer
accounts-sms-number-purpose = Med landet först, till exempel +46 70 123 45 67. Vi använder det för de här koderna och inget annat.
accounts-sms-no-number = Skriv numret med landet först, till exempel +46 70 123 45 67.
accounts-sms-add = Skicka en kod till numret
accounts-sms-since = Det slutar på { $ending } och bekräftades den { $date }
accounts-sms-confirm-lead = Vi har skickat en kod till numret. Skriv den här inom tio minuter. Då gäller numret.
accounts-sms-confirm = Bekräfta numret
accounts-sms-wrong = Koden är fel eller för gammal. Efter några försök behöver du en ny.
accounts-sms-often = Det har skickats tillräckligt många meddelanden för nu. Vänta en stund, eller använd din app, en passkey eller en återställningskod.
accounts-sms-remove = Ta bort numret
accounts-sms-added = Numret är bekräftat.
accounts-sms-removed = Numret är borttaget.
accounts-sms-send = Skicka en kod via sms
accounts-sms-sent = Vi har skickat en kod till ditt nummer som slutar på { $ending }. Den gäller i tio minuter, och bara på den här sidan.
accounts-recovery-instead = Eller en återställningskod
accounts-passkey = Passkey
accounts-passkeys-title = Passkeys
accounts-passkey-what = En passkey är en nyckel som din enhet eller din lösenordsapp förvarar åt dig. Du öppnar den med fingret, ansiktet eller enhetens PIN-kod. Den fungerar bara på den här webbplatsen, så ingen kan lura av dig den på en falsk sida.
accounts-passkeys-none = Du har ingen passkey än.
accounts-passkeys-full = Du har så många passkeys som man kan ha. Ta bort en för att lägga till en annan.
accounts-passkey-made = Tillagd
accounts-passkey-used = Senast använd
accounts-passkey-unused = Inte än
accounts-passkey-remove = Ta bort den här passkeyn
accounts-passkey-add-title = Lägg till en passkey
accounts-passkey-name = Namn på passkeyn
accounts-passkey-name-purpose = Så att du känner igen den senare.
accounts-passkey-add = Fortsätt
accounts-passkey-confirm = Visa en passkey som du har
accounts-passkey-instead = Visa en passkey i stället för en kod
accounts-passkey-or-code = Eller en kod
accounts-passkey-shown = Du har visat din passkey. Fortsätt med knappen nedanför.
accounts-passkey-new-title = Skapa passkeyn
accounts-passkey-new-lead = Din enhet skapar den nu och ber om ditt finger, ditt ansikte eller din PIN-kod. I din lista kommer den att heta ”{ $name }”.
accounts-passkey-make = Skapa en passkey
accounts-passkey-without = Den här webbläsaren kan inte använda passkeys här. Det behövs JavaScript och en webbläsare från de senaste åren.
accounts-passkey-enter = Logga in med en passkey
accounts-passkey-show = Visa din passkey
accounts-passkey-failed = Ingen passkey visades. Du kan försöka igen.
accounts-passkey-not-made = Ingen passkey skapades. Du kan försöka igen.
accounts-passkey-there = Den här enheten har redan en passkey för ditt konto.
accounts-passkey-wrong = Den här passkeyn fungerade inte. Det kan ha tagit för lång tid, eller så är den borttagen. Försök en gång till eller logga in på ett annat sätt.
accounts-passkey-unnamed = Min enhet
accounts-passkey-added = Passkeyn är tillagd.
accounts-passkey-removed = Passkeyn är borttagen. Din enhet kanske fortfarande visar den; där kan du ta bort den.
accounts-passkey-removal-title = Ta bort en passkey
accounts-passkey-removal-last = Den är ditt enda andra steg. Efter det här räcker ditt lösenord ensamt för att logga in, och återställningskoder fungerar inte längre.
accounts-passkey-removal-others = Efter det här kan du inte logga in med den. Det du har i övrigt är kvar.
accounts-mail-passkey-copied-subject = Någon kan ha en kopia av din passkey för { $organisation }
accounts-mail-passkey-copied-body =
    En passkey som är din visades alldeles nyss, men det ser ut som om det finns två av den. Vi godtog den inte.

    Ta bort den här passkeyn och lägg till en ny. Om det inte var du, berätta det för oss.
accounts-mail-passkey-copied-link = Visa mina passkeys
accounts-welcome-passkey = Du kan lägga till en passkey, som du öppnar med fingret, ansiktet eller en PIN-kod

accounts-address-title = En annan adress
accounts-address-lead = Med din adress loggar du in, och dit skickas ett nytt lösenord. Därför ändras den först när du har bekräftat i båda brevlådorna, den nya och den du har nu.
accounts-address-waits = En ändring väntar
accounts-address-present = Adress hittills
accounts-address-new = Ny adress
accounts-address-new-purpose = Vi mejlar en länk till den här adressen och en annan till adressen hittills.
accounts-address-has = Bekräftad
accounts-address-has-not = Väntar på dig: öppna länken i mejlet
accounts-address-until = Utan bekräftelse upphör den
accounts-address-ask = Be om en annan adress
accounts-address-button = Mejla mig båda länkarna
accounts-address-lost = Kan du inte längre läsa brevlådan för adressen hittills? Be då en ansvarig om det när ni ses. Den ansvariga skriver upp den nya adressen, och en vecka senare ändras den.
accounts-address-asked = Vi har mejlat en länk till var och en av adresserna. Ingenting har ändrats än.
accounts-address-stopped = Ändringen är stoppad. Din adress är kvar som den var.
accounts-mail-lost = Mejl kommer tillbaka
accounts-mail-lost-since = Sedan { $date } kommer mejl till den här adressen inte fram. Därför skickar vi inga fler dit.
accounts-mail-lost-help = Be personen om en annan adress och skriv upp den här nedanför.
accounts-address-lost-since = Sedan { $date } kommer mejl till din adress tillbaka. Därför mejlar vi ingenting mer dit, inte heller en länk för ett nytt lösenord. Be om en annan adress här nedanför, eller låt oss pröva den här igen.
accounts-address-try = Pröva adressen igen
accounts-address-tried = Vi har mejlat något till den här adressen. Om det också kommer tillbaka står det här.
accounts-address-same = Det här är redan din adress.
accounts-address-own = Din egen adress ändrar du under Mitt konto.
accounts-address-saw = Jag har träffat personen och vet att det är rätt person
accounts-address-saw-hint = Bara för en annan adress, när brevlådan hittills är förlorad. Den nya adressen måste bekräfta. Adressen hittills kan stoppa det i sju dagar.
accounts-address-unseen = En annan adress skriver du bara upp för någon som du har träffat.
accounts-done-address = Sparat. Vi har mejlat en länk till den nya adressen. Den ändras om sju dagar, eller så snart båda brevlådorna bekräftar.
accounts-address-new-lead = Någon vill använda den här adressen för ett konto hos { $organisation }. Var det du?
accounts-address-new-not-me = Var det inte du? Stäng då sidan. Utan den här knappen händer ingenting, och vi glömmer adressen.
accounts-address-old-lead = Din adress hos { $organisation } är på väg att bli en annan. Var det du som bad om det?
accounts-address-old-not-me = Om du stoppar det ändras ingenting. Välj då också ett nytt lösenord: någon kanske känner till ditt.
accounts-address-confirm = Ja, det stämmer
accounts-address-stop = Stoppa ändringen
accounts-address-waits-title = Bekräftat här
accounts-address-waits-lead = Tack. Ingenting har ändrats än: den andra brevlådan måste också bekräfta, eller så måste väntetiden vara slut.
accounts-address-changed-title = Adressen är ändrad
accounts-address-changed-lead = Från och med nu loggar du in med den nya adressen. Du är utloggad på andra enheter. Båda adresserna får ett mejl om det.
accounts-address-stopped-title = Ändringen är stoppad
accounts-address-stopped-lead = Adressen är kvar som den var. Var det inte du som bad om en annan? Välj då ett nytt lösenord nu.
accounts-mail-address-new-subject = Bekräfta din adress hos { $organisation }
accounts-mail-address-new-body =
    Någon, troligen du själv, vill använda den här adressen för ett konto.

    Länken fungerar en gång och bara en kort tid. Var det inte du? Då behöver du inte göra något.
accounts-mail-address-new-link = Se och bekräfta
accounts-mail-address-taken-subject = Du har redan ett konto hos { $organisation }
accounts-mail-address-taken-body =
    Någon, troligen du själv, ville använda den här adressen för ett konto. Det finns redan ett med den, så ingenting har ändrats.

    Har du glömt ditt lösenord? Sidan för att logga in hjälper dig.
accounts-mail-address-taken-link = Logga in
accounts-mail-address-old-subject = Din adress hos { $organisation } är på väg att ändras
accounts-mail-address-old-body =
    Någon, troligen du själv, bad om en annan adress för ditt konto.

    Den ändras bara om du också bekräftar här. Med samma länk kan du stoppa det.
accounts-mail-address-old-link = Bekräfta eller stoppa
accounts-mail-address-seen-subject = Din adress hos { $organisation } är på väg att ändras
accounts-mail-address-seen-body =
    En ansvarig har skrivit upp en annan adress för ditt konto och säger sig ha träffat dig.

    Den ändras den { $date } om den nya adressen har bekräftat. Till dess kan du stoppa det med den här länken.
accounts-mail-address-seen-link = Bekräfta eller stoppa
accounts-mail-address-changed-subject = Din adress hos { $organisation } har ändrats
accounts-mail-address-changed-body =
    Från och med nu loggar du in med den här adressen.

    Var det inte du? Välj då genast ett nytt lösenord och berätta det för oss.
accounts-mail-address-changed-link = Det var inte jag
accounts-mail-address-was-subject = Din adress hos { $organisation } har ändrats
accounts-mail-address-was-body =
    Från och med nu använder ditt konto en annan adress, och den här raderas.

    Var det inte du? Berätta det då genast för oss. Sidan visar hur du når oss.
accounts-mail-address-was-link = Så når du oss
accounts-mail-address-unknown-subject = Den nya adressen hos { $organisation } fungerar inte
accounts-mail-address-unknown-body = Någon bad om en annan adress. E-postservern säger att brevlådan inte finns, så ingenting har ändrats. Se efter om adressen är rätt stavad och be om den igen.
accounts-mail-address-unknown-link = Se din adress
accounts-mail-trial-subject = Mejl från { $organisation } kommer fram hit igen
accounts-mail-trial-body = Mejl till den här adressen kom tillbaka ett tag. Det här mejlet visar att de kommer fram igen. Du behöver inte göra något.
accounts-mail-trial-link = Se din adress

accounts-register-link = Inget konto än? Registrera dig
accounts-register-title = Registrera dig hos { $organisation }
accounts-register-lead = Med ett konto deltar du hos { $organisation }. Vad vi då har om dig, varför, vem som läser det och när det försvinner står i integritetspolicyn.
accounts-register-purpose = Vi frågar om det { $purpose }.
accounts-register-mandatory = Fyll i allt, utom där det står frivilligt.
accounts-register-age = Hur gammal är du?
accounts-register-age-purpose = Vi frågar inte efter födelsedatum, och ditt svar sparas inte.
accounts-register-from = Du kan registrera dig från { $age } år. Vi frågar hur gammal du är när adressen är bekräftad och sparar ingenting om den som är yngre.
accounts-register-old-enough = { $age } år eller äldre
accounts-register-younger = Yngre än { $age } år
accounts-register-button = Mejla mig en länk
accounts-register-later = Det vi frågar om sedan
accounts-register-later-password = Ett lösenord, som ingen kan läsa.
accounts-register-kept = Först mejlar vi en länk till din adress. Först när du öppnar den och går vidare finns det ett konto. Gör du inte det raderar vi adressen efter en dag.
accounts-register-slow = Det här har prövats för ofta. Klockan { $time } kan du försöka igen.
accounts-register-sent-title = Titta i din brevlåda
accounts-register-sent = Vi har mejlat dig. Öppna länken i mejlet för att gå vidare. Den fungerar en gång och bara en kort tid.
accounts-register-sent-way = Inget mejl? Titta bland skräpposten, och efter om adressen är rätt skriven.
accounts-register-young-title = Från { $age } år kan du registrera dig själv
accounts-register-young = Du är inte gammal nog för det än. Vi har inte sparat något av det du skrev.
accounts-register-young-way = Leta gärna efter ett sätt tillsammans med en förälder eller någon annan som tar hand om dig. De kan skriva till { $contact }.
accounts-register-young-help = Vill du prata med någon nu? Berätta för en vuxen som du litar på, till exempel någon hemma eller i skolan, eller din läkare.
accounts-register-rest-title = Nästan klart
accounts-register-rest-lead = Din adress är bekräftad. När du går vidare finns det ett konto, och integritetspolicyn gäller för det vi har om dig.
accounts-register-rest-button = Skapa mitt konto
accounts-age-title = Rätta din ålder
accounts-age-told = { $age }, den { $date }
accounts-age-unknown = Du har inte berättat hur gammal du är.
accounts-age-not-one = Skriv din ålder i hela år, till exempel 23.
accounts-age-too-young = Du måste vara äldre än så för att delta. Vi har inte sparat det. Om det stämmer, skriv till oss.
accounts-age-button = Spara min ålder
accounts-mail-register-subject = Fortsätt registreringen hos { $organisation }
accounts-mail-register-body =
    Någon, troligen du själv, vill registrera sig med den här adressen.

    Länken fungerar en gång och bara en kort tid. Var det inte du? Då behöver du inte göra något: det finns inget konto, och efter en dag raderar vi adressen.
accounts-mail-register-link = Gå vidare
accounts-item-registration-address = Adress

accounts-password-none = Du har inget lösenord här än. Välj ett med ”Jag har glömt mitt lösenord” på sidan där du loggar in, och försök sedan igen.
accounts-item-sign-in-provider = Kod för ditt konto på annat håll

accounts-provider-enter = Logga in med { $provider }
accounts-provider-cookie-line = När du loggar in sätter vi en kaka, så att du förblir inloggad. Går du till { $provider } känner en annan igen din webbläsare när du kommer tillbaka. Det finns inga andra.
accounts-provider-go-title = Vidare till { $provider }
accounts-provider-go-lead = Du loggar in hos { $provider }. Sedan kommer du tillbaka hit.
accounts-provider-go-link = Gå vidare till { $provider }
accounts-provider-go-told = Där ser de att du loggar in här, och när. De ger oss ett nummer som står för dig, och inget namn och ingen adress.
accounts-provider-unreached-title = { $provider } svarar inte
accounts-provider-unreached-lead = Vi når inte { $provider } just nu. Du har inte gjort något fel.
accounts-provider-unreached-way = Försök igen om några minuter, eller logga in med ditt lösenord.
accounts-provider-lost-title = Det går inte vidare
accounts-provider-lost-lead = Det som kom tillbaka från { $provider } hör inte till något som den här webbläsaren nyss började.
accounts-provider-lost-way = Ingen har loggats in, och inget har ändrats. Börja om.
accounts-provider-refused-title = { $provider } släppte inte in dig
accounts-provider-refused-lead = Du avbröt där, eller så får ditt konto där inte användas till det här.
accounts-provider-refused-way = Ingen har loggats in, och inget har ändrats. Du kan försöka igen, eller logga in med ditt lösenord.
accounts-provider-unbelieved-title = Vi litar inte på det här svaret
accounts-provider-unbelieved-lead = Det som { $provider } berättade om dig klarade inte våra kontroller.
accounts-provider-unbelieved-way = Ingen har loggats in, och inget har ändrats. Försök igen. Händer det en gång till, berätta det för oss.
accounts-provider-unlinked-title = Vi känner inte till det här kontot än
accounts-provider-unlinked-lead = Du har loggat in hos { $provider }, men inget konto här hör till det. Vi har inte sparat något av det.
accounts-provider-unlinked-way = Är du inbjuden? Öppna då länken i det mejlet och välj { $provider } där. Har du ett konto här? Logga då in med ditt lösenord och koppla ihop de två i din profil.
accounts-provider-taken-title = Det här kontot är redan kopplat
accounts-provider-taken-lead = Ett konto här hör redan till det konto hos { $provider } som du loggade in med.
accounts-provider-taken-way = Inget har ändrats. Har du ett annat konto hos { $provider }, logga då in med det.
accounts-provider-what = Du kan logga in med ditt konto hos { $provider } i stället för med ditt lösenord.
accounts-provider-since = kopplat den { $date }
accounts-provider-no-password = För att ändra det här behöver du ett lösenord här: det är vad vi frågar efter först.
accounts-provider-no-password-link = Välj ett lösenord
accounts-provider-link-lead = Visa först att det är du. Sedan loggar du in hos { $provider }, och från och med då vet vi att det kontot är ditt.
accounts-provider-link = Koppla mitt konto hos { $provider }
accounts-provider-unlink-title = Ta bort kopplingen
accounts-provider-unlink-lead = Efter det loggar du in med ditt lösenord. Är du inloggad på annat håll tar det slut.
accounts-provider-unlink = Ta bort kopplingen
accounts-provider-linked = Ditt konto är kopplat.
accounts-provider-unlinked-done = Kopplingen är borta.
accounts-provider-invitation = Eller utan lösenord: delta med det konto som du har hos { $provider }.
accounts-provider-invitation-button = Delta med { $provider }
accounts-signed-out-title = Du är utloggad
accounts-provider-out-lead = Du är utloggad här. Kom du in med { $provider } är du kanske fortfarande inloggad där.
accounts-provider-out-link = Logga ut hos { $provider }
accounts-provider-out-alone = Använder andra den här enheten? Logga då ut där också, eller stäng webbläsaren.
accounts-mail-provider-changed-subject = Hur du loggar in hos { $organisation } har ändrats
accounts-mail-provider-changed-body =
    Ett konto som du har på annat håll kopplades nyss till ditt, eller är inte längre kopplat.

    Var det inte du? Välj då genast ett nytt lösenord, och berätta det för oss.
accounts-mail-provider-changed-link = Det var inte jag

# Att ställa in det andra steget igen, för den som har förlorat alla faktorer.
accounts-renewal-title = Andra steget, inställt igen
accounts-renewal-link = Låt personen ställa in det andra steget igen
accounts-renewal-lead = Har { $name } förlorat appen eller sin passkey, och återställningskoderna också? Då går det att ställa in det andra steget igen. Ta först reda på att det verkligen är { $name }: den som låtsas vara någon annan kommer in på det här sättet. En annan ansvarig måste godkänna det. Om det inte finns någon görs det efter tre dagar. { $name } får ett mejl genast och kan stoppa det. Sedan försvinner faktorerna, lösenordet och kopplingen till ett konto på annat håll, och alla enheter loggas ut. { $name } väljer ett nytt lösenord via mejl och ställer in det andra steget vid nästa inloggning.
accounts-renewal-ask = Starta detta för { $name }
accounts-renewal-how = Hur du tog reda på vem det är
accounts-renewal-how-purpose = Till exempel: träffade personen, som visade legitimation. Det står kvar vid kontot, och ansvariga läser det. Skriv inte upp något nummer från legitimationen.
accounts-renewal-ask-button = Be om ett andra godkännande
accounts-renewal-latest = Den senaste gången
accounts-renewal-when = Begärt
accounts-renewal-asked = Av en annan ansvarig, den { $date }
accounts-renewal-asked-you = Av dig, den { $date }
accounts-renewal-stands = Hur det står till
accounts-renewal-waits = En annan ansvarig måste godkänna det, senast den { $date }
accounts-renewal-alone = Ingen annan kan godkänna det: det görs den { $date }, om det inte stoppas
accounts-renewal-agreed = Godkänt, det görs om ett ögonblick
accounts-renewal-stopped = Stoppat
accounts-renewal-over = Slut: ingen godkände i tid
accounts-renewal-due = Gjort: nästa inloggning kräver ett andra steg
accounts-renewal-made = Inställt igen
accounts-renewal-agree-lead = Godkänn bara om du själv vet att det stämmer, eller har frågat personen.
accounts-renewal-agree = Godkänn
accounts-renewal-stop = Stoppa detta
accounts-renewal-done-asked = Det är begärt, och personen får ett mejl.
accounts-renewal-done-agreed = Du har godkänt det. Det görs om ett ögonblick.
accounts-renewal-done-stopped = Det är stoppat.
accounts-renewal-link-title = Stoppa att det andra steget ställs in igen
accounts-renewal-link-lead = Någon hos { $organisation } har skrivit ner att du har förlorat ditt andra steg, så att du kan ställa in det igen. Om du inte har bett om det kan du stoppa det här.
accounts-renewal-link-stop = Stoppa det
accounts-renewal-link-mine = Har du själv bett om det? Stäng då sidan: inget ändras av att man tittar.
accounts-renewal-link-stopped-title = Det är stoppat
accounts-renewal-link-stopped-lead = Inget har ändrats. Den som begärde det får veta det. Om någon låtsades vara du, berätta det för organisationen.
accounts-mail-renewal-asked-subject = Har du förlorat ditt andra steg?
accounts-mail-renewal-asked-body = Någon har skrivit ner att du har förlorat ditt andra steg och vill ställa in det igen. Om det stämmer behöver du inte göra något. Om du inte har bett om det kan du stoppa det med den här länken.
accounts-mail-renewal-asked-link = Stoppa det
accounts-mail-renewal-alone-subject = Har du förlorat ditt andra steg?
accounts-mail-renewal-alone-body = Någon har skrivit ner att du har förlorat ditt andra steg och vill ställa in det igen. Den { $date } tas ditt andra steg och ditt lösenord bort, och du kan välja nya. Om det stämmer behöver du inte göra något. Om du inte har bett om det kan du stoppa det med den här länken.
accounts-mail-renewal-alone-link = Stoppa det
accounts-mail-renewal-agree-subject = Ditt godkännande behövs
accounts-mail-renewal-agree-body = Någon har förlorat det andra steget, och en annan ansvarig har begärt att det kan ställas in igen. Det väntar på en andra ansvarig. När du har loggat in kan du läsa hur man tog reda på vem det är.
accounts-mail-renewal-agree-link = Se vad som begärs
accounts-mail-renewal-stopped-subject = Det du begärde har stoppats
accounts-mail-renewal-stopped-body = Du begärde att någon kan ställa in det andra steget igen. Det har stoppats, eller behövs inte längre. Om du inte väntade dig det, fråga personen: någon kan ha låtsats vara en annan.
accounts-mail-renewal-stopped-link = Se hur det står till
accounts-mail-renewal-done-subject = Du kan ställa in ditt andra steg igen
accounts-mail-renewal-done-body = Ditt andra steg och ditt lösenord har tagits bort, och även kopplingen till ett konto på annat håll, om det fanns en. Du är utloggad överallt. Be om en länk för ett nytt lösenord. När du loggar in med det ställer du in det andra steget igen.
accounts-mail-renewal-done-link = Be om ett nytt lösenord

accounts-unsent = På den här enheten ligger något förseglat som inte kunde skickas än. Den som skrev det loggar in här och öppnar övningen; då skickas det. Ingen annan kan öppna det. Senast 14 dagar efter att det skrevs försvinner det, när någon är här igen.

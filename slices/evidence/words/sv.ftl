# Registren.
evidence-nav-registers = Register
evidence-registers-title = Register
evidence-registers-lead = Det som en organisation enligt lagen ska kunna visa. Programmet gör allt detta av den integritetsförklaring som det följer, så det säger vad programmet gör.
evidence-registers-file = Ladda ner ”{ $title }”
evidence-registers-download = Ladda ner det här

# Beviset för ett kvitto.
evidence-registers-witness = Ett vittne för rättighetsregistret
evidence-registers-witness-about = Allt som raderas skrivs in i ett register där varje rad låser alla rader före den. Spara den här undertecknade raden någon annanstans, eller ge den till någon utanför. Med den hittar ”troth verify” allt som har ändrats eller tagits bort dessförinnan.
evidence-registers-head = Ladda ner registrets undertecknade läge
evidence-check-title = Kontrollera ett kvitto
evidence-check-lead = Den här sidan kontrollerar ett kvitto på din egen enhet. Den skickar ingenting och fungerar utan organisationen som gav dig kvittot. Du kan spara den tillsammans med kvittot.
evidence-check-file = Kvittots fil
evidence-check-key = Organisationens nyckel, om du känner till den
evidence-check-key-hint = Den står längst ner på organisationens integritetssida. Du kan lämna fältet tomt och jämföra senare.
evidence-check-button = Kontrollera kvittot
evidence-check-noscript = För att kontrollera ett kvitto här måste din webbläsare få köra skript. Utan skript kan du använda kommandot ”troth receipt verify”.
evidence-check-good = Kvittot stämmer.
evidence-check-bad = Kvittot stämmer inte.
evidence-check-content = Det som står i kvittot skrevs in i registret:
evidence-check-chain = Raden leder till registrets undertecknade läge:
evidence-check-signature = Läget är undertecknat med nyckeln nedan:
evidence-check-same-key = Det är nyckeln som du angav:
evidence-check-holds = ja.
evidence-check-fails = nej.
evidence-check-when = Det gjordes den
evidence-check-signer = Organisationens korta namn:
evidence-check-fingerprint = Det är undertecknat med den här nyckeln. Jämför den med nyckeln på organisationens sida:
evidence-check-said = Det som skrevs ner, tecken för tecken:
evidence-check-unreadable = Det här är inte filen för ett kvitto.

# Vem som tittade.
evidence-my-data = Mina uppgifter
evidence-looks-title = Vem som tittade
evidence-looks-lead = Varje gång någon öppnar eller ändrar något om dig noterar programmet vem det var, när, vad det gällde och varför. Det står här inom en minut. Det som någon som arbetar här bad om och nekades står också här, liksom varje gång någon försökte logga in som du och nekades.
evidence-looks-others = Av andra
evidence-looks-all = Allt
evidence-looks-none = Ingen annan har öppnat något om dig.
evidence-looks-what = Vad
evidence-looks-show = Visa
evidence-looks-every = Allt
evidence-looks-none-so = Ingen har öppnat detta.
evidence-looks-own = { $count ->
    [one] Du själv eller programmet, en gång
   *[other] Du själv eller programmet, { $count } gånger
 }
evidence-looks-why = Varför: { $why }.
evidence-looks-glass = Undantagsvis, för att åtgärda ett fel: se varför
evidence-looks-disclosure = Undantagsvis, för någon utanför: se för vem
evidence-looks-earlier = Tidigare
evidence-deed-read = såg
evidence-deed-write = skrev eller ändrade
evidence-deed-manage = ordnade
evidence-deed-job = hanterade
evidence-deed-refused = { $count ->
    [one] bad om detta och nekades
   *[other] bad om detta och nekades, { $count } gånger
 }
evidence-looks-refused = Inget visades eller ändrades. Det kan ha varit ett misstag.
evidence-who-someone = Någon
evidence-deed-password = { $count ->
    [one] skrev fel lösenord
   *[other] skrev fel lösenord, { $count } gånger
 }
evidence-deed-second-step = { $count ->
    [one] nekades vid det andra steget eller med en passkey
   *[other] nekades vid det andra steget eller med en passkey, { $count } gånger
 }
evidence-looks-door = Ingen kom in med detta, och det kan ha varit du själv. Om det inte var du, välj ett annat lösenord.
evidence-looks-password = Välj ett annat lösenord
evidence-who-you = Du
evidence-who-program = Programmet självt
evidence-who-named = { $name }, { $role }
evidence-who-role = Någon i rollen { $role }
evidence-who-staff = Någon som arbetar här
evidence-who-guest = Någon som inte var inloggad

# Åtkomstloggen, genomgången.
evidence-nav-review = Åtkomst
evidence-review-title = Genomgång av åtkomst
evidence-review-lead = Vem som öppnade vad, dag för dag, med nummer och utan namn. Det som inte stämmer lyfts fram av fyra regler varje natt och kräver ett svar.
evidence-review-visits = Se vem som har läst besöksloggen och varför.
evidence-review-due = Nästa genomgång ska göras senast den { $date }.
evidence-review-overdue = Genomgången skulle ha gjorts senast den { $date }.
evidence-review-late = Försenad
evidence-review-done = Jag har gått igenom loggen
evidence-review-days = Åtkomst per dag
evidence-review-empty = Den här dagen öppnade ingen något och ingen nekades.
evidence-findings = Det som inte stämmer
evidence-findings-none = Inget hittades som kräver ett svar.
evidence-finding-open = Att besvara
evidence-finding-about = { $count ->
    [one] { $date }, person { $number }, en gång.
   *[other] { $date }, person { $number }, { $count } gånger.
 }
evidence-finding-answer = Vad som kom fram
evidence-finding-purpose = Skriv vad du frågade och vad skälet var. Det sparas med loggen för den dagen och försvinner med den.
evidence-finding-keep = Spara svaret
evidence-finding-answered = Besvarat av person { $number } den { $at }.
evidence-finding-lines = Raderna bakom
evidence-rule-many = Många människor på kort tid
evidence-rule-many-why = Inom tio minuter öppnades något som hör till tjugo människor eller fler.
evidence-rule-odd = Vid en ovanlig tid
evidence-rule-odd-why = Mellan midnatt och fem på morgonen öppnades fem gånger eller fler något som hör till andra.
evidence-rule-ended = Efter slutet
evidence-rule-ended-why = Något öppnades mer än fjorton dagar efter att relationen hade avslutats.
evidence-rule-refused = Nekad många gånger på kort tid
evidence-rule-refused-why = Någon nekades tio gånger eller fler inom tio minuter.
evidence-line-device = enhet { $number }
evidence-line-refused = { $count ->
    [one] Nekad, en gång
   *[other] Nekad, { $count } gånger
 }
evidence-column-time = Tid
evidence-column-who = Person
evidence-column-what = Vad
evidence-column-why = Varför
evidence-page-before = Tidigare på dagen
evidence-page-after = Senare på dagen

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

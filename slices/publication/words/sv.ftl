publication-title = Integritetsförklaring
publication-as-text = Läs detta som ren text
publication-key = Kvitton och rättighetsregistret är undertecknade med den här nyckeln:

# Beviset vid en punkt.
publication-kept-none = Kontrollerat den { $date }: inget löper under detta i dag.
publication-kept-few = Kontrollerat den { $date }: färre än tio löper under detta i dag.
publication-kept = Kontrollerat den { $date }: det äldsta löper sedan { $oldest }, och nästa försvinner efter { $next }.
publication-read = { $ways ->
    [0] Prövat den { $date }: inget i programmet visar detta i dag.
    [one] Prövat den { $date }: ett slags sida visar detta. Åtkomstregler { $rules }.
   *[other] Prövat den { $date }: { $ways } slags sidor visar detta. Åtkomstregler { $rules }.
 }
publication-never = { $tried ->
    [0] Prövat den { $date }: inget i programmet visar detta för någon i dag.
    [one] Prövat den { $date }: den enda vägen dit är stängd. Åtkomstregler { $rules }.
    [2] Prövat den { $date }: båda vägarna dit är stängda. Åtkomstregler { $rules }.
   *[other] Prövat den { $date }: alla { $tried } vägar dit är stängda. Åtkomstregler { $rules }.
 }
publication-never-open = Prövat den { $date }: { $open } av { $tried } vägar dit är öppna. Den här punkten hålls inte.
publication-overdue = Försenat: ingen har förnyat detta sedan { $date }.
publication-copies = Den senaste säkerhetskopian gjordes och lästes tillbaka den { $date }; { $kept ->
    [one] en säkerhetskopia sparas.
   *[other] { $kept } säkerhetskopior sparas.
 }
publication-copies-late = Försenat: ingen säkerhetskopia har gjorts sedan den { $date }.
publication-confirmed = Det här bekräftades senast den { $date }.
publication-confirmed-overdue = Det här bekräftades senast den { $date }. Det skulle bekräftas igen den { $due }, men det har ingen gjort.
publication-unconfirmed-overdue = Det här skulle ha bekräftats den { $due }, men det har ingen gjort än.
publication-unconfirmed = Ingen har bekräftat det här än.
publication-failed = Den { $date } såg vi att det här inte är som det ska. Vi rättar till det.
publication-ask = Fråga oss om dina uppgifter, med eller utan konto
publication-requests = Den { $date } var ingen begäran försenad.
publication-requests-overdue = Den { $date } var minst en begäran försenad.
publication-requests-none = Till och med den { $date } hade ingen bett om något.

# Versioner.
publication-versions-title = Versioner
publication-versions-lead = Varje version av texten finns kvar här, hel och så som den var.
publication-versions-link = Alla versioner, och vad som har ändrats
publication-version = Version { $number }
publication-version-sentence = Det här är version { $number }.
publication-since = Gäller sedan den { $date }.
publication-from = Gäller från den { $date }.
publication-in-force = Gäller nu
publication-waits = Gäller inte än
publication-what-changed = Vad som har ändrats
publication-this-in-force = Det här är den version som gäller nu.
publication-this-waits = Den här versionen gäller inte än.
publication-this-earlier = Det här är en tidigare version. Den gäller inte längre.
publication-compare = Jämför två versioner
publication-compare-from = Från
publication-compare-to = Till
publication-compare-button = Visa skillnaden
publication-changes-title = Från version { $from } till version { $to }
publication-changes-none = Ingen punkt är annorlunda.
publication-read-version = Läs hela version { $number }

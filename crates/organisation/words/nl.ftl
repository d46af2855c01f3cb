organisation-account = Mijn account
organisation-the-coach = de coach
organisation-the-participant = de deelnemer
organisation-the-person = de persoon over wie het gaat
organisation-someone-paused = Iemand van wie de gegevens gepauzeerd zijn
organisation-changes-wider = Er wordt meer gebruikt of minder beschermd
organisation-changes-wider-lead = Voor wat er al over je wordt bewaard, begint dit pas als je ervoor kiest om door te gaan.
organisation-changes-narrower = Er wordt minder gebruikt of meer beschermd
organisation-changes-narrower-lead = Dit geldt vanaf de eerste dag voor iedereen.
organisation-changes-same = Anders, maar niet meer of minder
organisation-changes-same-lead = Dit geldt vanaf de eerste dag voor iedereen.
organisation-changes-wording = Hetzelfde in andere woorden
organisation-changes-wording-lead = Er gebeurt niets anders met wat er over je wordt bewaard.

# Files that people send along
organisation-file-empty = Dit bestand is leeg. Kies een ander.
organisation-file-kind = Dit soort bestand kun je niet versturen, of het bestand is niet wat de naam zegt. Hieronder staat welke soorten wel kunnen.
organisation-file-picture = Deze afbeelding is stuk, of te groot om te openen: hij mag hoogstens 120 miljoen punten hebben. Open hem, bewaar hem opnieuw als JPEG of PNG, en kies hem nog eens. Je tekst is bewaard.
organisation-file-harmful = Dit bestand kan schade doen bij wie het opent: er zit een programma of een ander bestand in, of het is uitgepakt veel groter dan het lijkt. Bewaar het opnieuw als pdf en kies dat. Je tekst is bewaard.
organisation-file-many = { $most ->
    [one] Je kunt één bestand per keer versturen.
   *[other] Je kunt { $most } bestanden per keer versturen. Kies er minder.
}
organisation-file-refused = { $name }: { $why }

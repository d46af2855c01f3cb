moving-title = Meebrengen
moving-my-data = Mijn gegevens
moving-lead = Heb je je gegevens meegenomen van een andere organisatie die Troth gebruikt? Dan kun je ze hierheen meebrengen. Ze blijven apart staan van al het andere, en alleen jij kunt ze lezen.
moving-bring = Breng een archief mee
moving-archive = Het archief, zoals je het hebt gedownload (my-data.zip)
moving-limits = Het mag hoogstens { $most } MB zijn, uitgepakt { $unpacked } MB, en { $entries } stukken bevatten. Eerst zie je wat erin zit. Er wordt niets bewaard voordat jij dat zegt.
moving-look = Kijk wat erin zit
moving-back = Terug
moving-brought = Wat je hebt meegebracht
moving-empty = Wat je meebrengt, komt hier te staan.
moving-brought-on = Meegebracht op { $moment }
moving-holds = { $entries ->
    [one] één stuk
   *[other] { $entries } stukken
}{ $files ->
    [0] {""}
    [one] , één bestand
   *[other] , { $files } bestanden
}
moving-origin = Van { $organisation }, volgens versie { $version } van de privacyverklaring daar, meegenomen op { $moment }
moving-remove-all = Verwijder alles wat je hebt meegebracht
moving-remove-all-lead = Alles is meteen weg en kan hiervandaan niet worden teruggehaald. Wat de andere organisatie heeft, verandert niet.
moving-remove-all-do = Verwijder alles
moving-remove = Verwijder dit deel
moving-remove-lead = Dit deel is meteen weg en kan hiervandaan niet worden teruggehaald. Wat de andere organisatie heeft, verandert niet.
moving-remove-do = Verwijder dit deel
moving-kept = Wat je hebt meegebracht, is bewaard. Staat je naam erin, dan kun je die overnemen in je profiel: open dat deel.
moving-removed = Dat deel is verwijderd.
moving-removed-all = Alles wat je had meegebracht, is verwijderd.
moving-next = Meer stukken
moving-file = { $name } ({ $size } kB)
moving-offer-title = Overnemen in je profiel?
moving-offer-lead = Je profiel blijft zoals het is, tenzij je anders kiest.
moving-offer-do = Gebruik hier de naam “{ $name }” en de taal { $language }
moving-preview-title = Wat er in dit archief zit
moving-preview-lead = Er is nog niets bewaard. Kijk wat het archief over zichzelf zegt, en beslis.
moving-preview-from = Waar het vandaan komt
moving-preview-whose = Wiens naam erin staat
moving-preview-holds = Wat het bevat
moving-column-what = Wat
moving-column-entries = Stukken
moving-column-files = Bestanden
moving-preview-becomes = Wat het hier wordt
moving-becomes-own = Het wordt een deel van je eigen gegevens, versleuteld, dat alleen jij kunt lezen. Je kunt elk deel of alles op elk moment verwijderen, en opnieuw meenemen.
moving-becomes-apart = Het blijft apart staan: het wordt hier geen dialoog, doel of notitie, en niemand krijgt er bericht van.
moving-becomes-profile = Je naam en je taal blijven zoals ze zijn. Die van het archief kun je later overnemen, met één keuze.
moving-preview-passed = Wat wordt overgeslagen, en waarom
moving-passed-hidden = { $count ->
    [one] Eén gegeven dat de andere organisatie had en dat jij niet mocht lezen, zoals een wachtwoord of wat een ander niet had gedeeld.
   *[other] { $count } gegevens die de andere organisatie had en die jij niet mocht lezen, zoals wachtwoorden of wat een ander niet had gedeeld.
}
moving-passed-gone = { $count ->
    [one] Eén gegeven dat daar al was verwijderd.
   *[other] { $count } gegevens die daar al waren verwijderd.
}
moving-keep = Bewaar het hier
moving-keep-not = Niet bewaren
moving-fault-not-zip = Dit bestand is geen ZIP-archief. Kies het bestand my-data.zip zoals je het hebt gedownload.
moving-fault-damaged = Dit archief is afgebroken of beschadigd. Download het opnieuw bij de andere organisatie, en wacht tot het helemaal binnen is.
moving-fault-foreign = Dit is geen archief van je gegevens uit Troth: kijk naar “{ $place }”. Kies het bestand my-data.zip zoals je het hebt gedownload, zonder het uit te pakken of te veranderen.
moving-fault-path = Een stuk in dit archief wijst naar een andere map: “{ $place }”. Zulke archieven maakt Troth niet. Download het jouwe opnieuw bij de andere organisatie.
moving-fault-twice = Twee stukken in dit archief hebben dezelfde naam. Zulke archieven maakt Troth niet. Download het jouwe opnieuw bij de andere organisatie.
moving-fault-locked = “{ $place }” in dit archief is met een wachtwoord vergrendeld, of ingepakt op een manier die hier niet gelezen kan worden. Kies het bestand my-data.zip zoals je het hebt gedownload.
moving-fault-checksum = “{ $place }” in dit archief is beschadigd: de controlesom klopt niet. Download het archief opnieuw bij de andere organisatie.
moving-fault-large = Dit archief is te groot: het mag hoogstens { $most } MB zijn. Er is niets bewaard. Vraag het ons als je meer wilt meebrengen.
moving-fault-unpacked = “{ $place }” in dit archief is uitgepakt te groot: alles samen mag hoogstens { $most } MB zijn. Er is niets bewaard. Vraag het ons als je meer wilt meebrengen.
moving-fault-many = Dit archief bevat te veel stukken: je kunt er hoogstens { $most } meebrengen. Er is niets bewaard. Vraag het ons als je meer wilt meebrengen.
moving-fault-version = Dit archief heeft een vorm die hier niet gelezen kan worden: “{ $place }”. Vraag de andere organisatie om een archief van de vorm my-data-1, of vraag ons wanneer we deze vorm kunnen lezen.
moving-fault-form = my-data.json in dit archief heeft niet de vorm die het moet hebben. De plaats is: { $place }. Heb je het bestand veranderd, kies het dan zoals je het hebt gedownload. Zo niet, download het dan opnieuw.
moving-fault-absent = Het bestand “{ $place }” wordt genoemd in my-data.json en zit niet in dit archief. Download het archief opnieuw bij de andere organisatie.
moving-fault-not-once = Het bestand “{ $place }” hoort bij één stuk in my-data.json te horen, en dat is niet zo. Download het archief opnieuw bij de andere organisatie.
moving-fault-empty = Er zit niets in dit archief om mee te brengen.
moving-fault-late = Dit archief staat niet meer klaar: het is al bewaard, of er is te veel tijd voorbij. Staat het hieronder niet, kies het dan nog eens.

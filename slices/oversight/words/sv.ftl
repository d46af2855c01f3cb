oversight-nav-holds = Hålls kvar
oversight-nav-waiting = Det som väntar

oversight-holds-title = Rättsliga bevarandebeslut
oversight-holds-lead = Ett rättsligt bevarandebeslut håller kvar uppgifter efter deras datum, även när någon vill att de raderas. Det behöver ett skäl och en sista dag, och det upphör av sig självt.
oversight-holds-none = Inget hålls kvar. Ett beslut som du fattar står här till ett år efter att det har upphört.
oversight-lay = Fatta ett beslut
oversight-column-what = Det som hålls kvar
oversight-column-ground = Grund
oversight-column-laid = Fattat
oversight-column-end = Hur det står till
oversight-what = { $kind }, nummer som slutar på { $number }
oversight-kind-person = Allt om en person
oversight-kind-trajectory = En coachning
oversight-until = Till och med den { $date }
oversight-ended-on = Upphörde den { $date }
oversight-released-on = Upphävt den { $date }
oversight-done-laid = Beslutet är fattat. Inget av det raderas förrän den sista dagen är över.

oversight-laying-title = Fatta ett bevarandebeslut
oversight-laying-lead = Håll kvar så lite som du behöver, så kort tid som du kan. De som det gäller ser under "Mina uppgifter" att något av deras sparas längre, och till när.
oversight-choose = Välj
oversight-back = Tillbaka
oversight-kind = Det som hålls kvar
oversight-number = Nummer
oversight-number-purpose = Det står sist i adressen till personens eller coachningens sida. En ansvarig kan ge dig det.
oversight-ground = Grund
oversight-ground-purpose = Väljs ur en kort lista, så att översikten kan läsas utan skälen.
oversight-ground-claim = Ett rättsligt anspråk
oversight-ground-authority = En myndighets utredning
oversight-ground-court = Ett domstolsbeslut
oversight-reason = Skäl
oversight-reason-purpose = Bara ombud läser detta. Det står inte i något mejl och inte i någon logg.
oversight-last-day = Sista dag
oversight-last-day-purpose = Du får en påminnelse två veckor innan. Du kan flytta dagen.
oversight-untold = Varför personen inte får något mejl än
oversight-untold-purpose = Lämna detta tomt, så berättar ett mejl att något sparas längre. Bara ombud läser det du skriver här.
oversight-fault-past = Välj i dag eller en senare dag.
oversight-fault-unknown = Det finns inget med det numret. Kopiera hela numret ur adressen.

oversight-move = En annan sista dag
oversight-move-button = Flytta sista dagen
oversight-release = Upphäv beslutet
oversight-done-moved = Den sista dagen är flyttad.
oversight-done-released = Beslutet är upphävt. Det som har passerat sitt datum raderas i natt.
oversight-release-title = Upphäv beslutet
oversight-release-question = Vill du upphäva beslutet nu?
oversight-release-lead = Ett beslut kan inte upphävas till en del.
oversight-release-goes = Det som har passerat sitt datum, och det som någon ville få raderat, raderas i natt.
oversight-release-stays = Anteckningen om beslutet finns kvar till sitt eget datum.
oversight-release-button = Upphäv beslutet

oversight-waiting-title = Det som väntar
oversight-waiting-lead = Programmet raderar steg för steg. Det som inte kunde bli färdigt står här tills det är det. Det anges aldrig som klart innan dess.
oversight-waiting-none = Allt som skulle raderas är raderat.
oversight-column-act = Åtgärd
oversight-column-step = Nästa steg
oversight-column-began = Sedan
oversight-column-attempts = Försök
oversight-column-next = Nästa försök
oversight-act-retention = Har passerat sitt datum
oversight-act-erasure = På en persons önskan
oversight-step-keys = Förstör nycklarna
oversight-step-rows = Ta bort det som finns i databasen
oversight-step-files = Ta bort filerna
oversight-step-receipt = Skriv kvittot
oversight-attempts = { $count ->
    [0] Inte försökt än
    [one] Har misslyckats en gång
   *[other] Har misslyckats { $count } gånger
}
oversight-next-look = I natt
oversight-retry = Försök igen nu
oversight-done-tried = Allt har försökts igen. Det som fortfarande misslyckas står nedan.
oversight-done-clock = Klockan är bekräftad. Det som har passerat sitt datum raderas vid nästa genomgång.
oversight-leap-title = Klockan har hoppat
oversight-leap = Den förra genomgången var { $last }, och nu visar klockan { $now }. Tills någon bekräftar att klockan går rätt raderas inget mer.
oversight-leap-button = Klockan går rätt
oversight-wishes = { $count ->
    [one] En person ville få allt raderat. Ett bevarandebeslut håller kvar en del; den raderas när beslutet har upphört.
   *[other] { $count } personer ville få allt raderat. Ett bevarandebeslut håller kvar en del; den raderas när beslutet har upphört.
}

oversight-mail-held-subject = Något av ditt sparas längre
oversight-mail-held-body = En del av det som vi har om dig sparas längre än vanligt, eftersom lagen kräver det. När du har loggat in ser du vad som finns kvar och till när.
oversight-mail-held-link = Se vad som finns kvar
oversight-mail-ending-subject = Ett bevarandebeslut upphör snart
oversight-mail-ending-body = Ett bevarandebeslut som du har fattat upphör inom två veckor. Om det måste gälla längre kan du flytta dess sista dag efter inloggning. Annars behöver du inte göra något.
oversight-mail-ending-link = Se beslutet
oversight-given-up = { $count ->
    [one] Ett mejl eller en annan uppgift lyckades inte på tjugo försök eller avvisades för gott. Det görs inte om av sig självt.
   *[other] { $count } mejl och andra uppgifter lyckades inte på tjugo försök eller avvisades för gott. De görs inte om av sig själva.
}

keeper-would = Op { $moment } zou dit weggaan:
keeper-would-none = Op { $moment } hoeft er niets weg.
keeper-did = Op { $moment } is dit weggegaan:
keeper-did-none = Op { $moment } hoefde er niets weg.
keeper-line = { $count ->
    [one] { $what }: één keer ({ $class }, bepaling { $clause })
   *[other] { $what }: { $count } keer ({ $class }, bepaling { $clause })
}
keeper-receipt = Bewijs { $id }
keeper-receipt-erasure = Bewijs { $id }, van een verwijdering die nu klaar is
keeper-open = { $count ->
    [one] Eén handeling is niet klaar. Die wordt de volgende keer weer geprobeerd.
   *[other] { $count } handelingen zijn niet klaar. Die worden de volgende keer weer geprobeerd.
}
keeper-open-line = { $attempts ->
    [one] Handeling { $id }, begonnen op { $began }, is één keer mislukt: { $fault }
   *[other] Handeling { $id }, begonnen op { $began }, is { $attempts } keer mislukt: { $fault }
}
keeper-paused = De bewaker wacht. De vorige keer was op { $last }, en de klok staat nu op { $now }. Klopt de klok, bevestig dat dan; daarna gaat alles weg wat weg moet.
keeper-mail-ending-subject = Binnenkort verdwijnt er iets van jou
keeper-mail-ending-body = Een deel van wat we over je bewaren is aan het einde van zijn tijd en wordt binnenkort gewist. Na het inloggen zie je wat er verdwijnt en wanneer, en kun je zelf een kopie bewaren.
keeper-mail-ending-link = Bekijk wat er verdwijnt
keeper-mail-amendment-subject = De privacyverklaring verandert
keeper-mail-amendment-body = De privacyverklaring van { $organisation } verandert op { $date }. Je kunt in gewone woorden lezen wat er verandert. Niets van jou wordt ruimer gebruikt voordat je hebt gezegd dat je door wilt gaan, en je mag stoppen en alles laten wissen.
keeper-mail-amendment-link = Lees wat er verandert
keeper-objection-taken = Er zijn twee versies met nummer { $number }: deze tekst is een andere dan de tekst die is gepubliceerd. Geef hem nummer { $next }.
keeper-objection-older = Dit is versie { $number }, en versie { $newest } is al gepubliceerd. Wil je terug naar eerdere regels, publiceer ze dan onder een hoger nummer.
keeper-objection-early = Een versie geldt vanaf het begin van een dag. De eerste dag waarop deze kan ingaan is { $date }: schrijf die dag, of een latere, als `effective`.
keeper-objection-notice = Deze versie is ruimer ({ $clauses }), en de mensen is beloofd dat ze het zo lang van tevoren horen: { $notice }. De eerste dag waarop ze kan ingaan is { $date }: schrijf die dag, of een latere, als `effective`.
keeper-effect-nothing = Deze wijziging verzet geen datum en vraagt niemand iets: niets van wat er is, wordt geraakt.
keeper-effect = Deze wijziging:
keeper-effect-now = { $rows ->
    [one] wist vannacht één gegeven van { $what }, op { $count } { $count ->
        [one] plek
       *[other] plekken
    }
   *[other] wist vannacht { $rows } gegevens van { $what }, op { $count } { $count ->
        [one] plek
       *[other] plekken
    }
}
keeper-effect-earlier = { $count ->
    [one] vervroegt de datum van { $what } op één plek
   *[other] vervroegt de datum van { $what } op { $count } plekken
}
keeper-effect-later = { $count ->
    [one] verschuift de datum van { $what } op één plek naar later
   *[other] verschuift de datum van { $what } op { $count } plekken naar later
}
keeper-effect-asks = { $count ->
    [one] vraagt één persoon opnieuw, door { $clauses }
   *[other] vraagt { $count } mensen opnieuw, door { $clauses }
}

visits-nav = Capaciteit

visits-title = Capaciteit
visits-lead = Hoeveel de site te doen heeft, wanneer, en wat lang duurt. Deze cijfers worden elke nacht gemaakt over de dag ervoor. Niemand is erin terug te vinden.
visits-none = Er zijn nog geen cijfers. Die van vandaag staan hier morgen.
visits-days = Dagen
visits-hours = Verzoeken per uur
visits-slowest = Wat de meeste tijd kostte
visits-slowest-lead = Pagina's naar het patroon van hun adres. Bovenaan staan de pagina's die samen de meeste tijd kostten.
visits-nowhere = (geen zo'n pagina)
visits-fact-requests = Verzoeken
visits-fact-peak = Meeste verzoeken in één minuut
visits-fact-visits = Bezoeken
visits-fact-median = Het middelste bezoek duurde
visits-fact-longest = Het langste bezoek duurde
visits-fact-limited = Geweigerd omdat het te veel of te groot was
visits-fact-bytes = Verstuurd, vóór compressie
visits-fact-missing = Verzoeken die in het logboek ontbreken
visits-column-hour = Uur
visits-column-requests = Verzoeken
visits-column-page = Pagina
visits-column-median = In het midden
visits-column-longest = Langste
visits-milliseconds = { $count } ms
visits-seconds = { $count ->
    [one] 1 seconde
   *[other] { $count } seconden
}
visits-minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}

visits-lines-title = Lees het logboek van een dag
visits-lines-lead = Alleen om misbruik uit te zoeken of een fout te herstellen. Je reden wordt met je nummer bewaard voordat er iets opengaat, en functionarissen lezen die.
visits-lines-none = Er is geen logboek om te lezen.
visits-lines-open = Bewaar de reden en lees
visits-lines-other = Kies een andere dag
visits-lines-about = { $date }. Je reden is bewaard: { $reason }
visits-lines-more = De eerste { $count } van { $all } regels. Noem één adres om er minder te zien.
visits-lines-empty = Zulke regels zijn er op deze dag niet.
visits-choose = Kies
visits-back = Terug
visits-reason-purpose = Schrijf wat je zoekt en waarom. Noem niemand.
visits-address = Alleen één adres
visits-address-purpose = Het internetadres waarvan je de regels nodig hebt.
visits-column-time = Tijd
visits-column-visit = Bezoek
visits-column-address = Adres
visits-column-browser = Browser
visits-column-when = Wanneer
visits-column-who = Wie
visits-column-day = Dag
visits-column-reason = Reden

visits-readings-title = Wie het logboek van bezoeken las
visits-readings-lead = Een technicus leest regels van bezoeken alleen na het noemen van een reden. Elke keer staat hier zolang het toegangslogboek van die dag.
visits-readings-none = Niemand heeft regels van bezoeken gelezen.

visits-popular-title = Populaire pagina's
visits-popular-lead = In hoeveel bezoeken elke pagina is geopend, en hoelang gemiddeld. Een week staat hier zodra die voorbij is, en wie via de browser vraagt om niet gevolgd te worden, telt niet mee.
visits-popular-enough = { $count ->
    [one] Een pagina staat hier vanaf 1 bezoek in de week.
   *[other] Een pagina staat hier vanaf { $count } bezoeken in de week.
}
visits-popular-place = Uit welk land een bezoek komt, wordt niet uitgezocht.
visits-popular-weeks = Weken, naar hun maandag
visits-popular-none = Geen pagina is in deze week vaak genoeg bezocht.
visits-column-visits = Bezoeken
visits-column-each = Gemiddeld

visits-misuse = Wat misbruik kan zijn
visits-misuse-lead = Deze regels kijken naar verzoeken zodra die worden vastgelegd, en ’s nachts naar elke hele dag. Wat ze vinden, vraagt om een antwoord en veroordeelt niemand: een school waar iedereen één adres deelt, kan lijken op één iemand die veel doet.
visits-misuse-none = Op de dagen die worden bewaard, is niets gevonden.
visits-rule-guessing = Veel geweigerde inlogpogingen
visits-rule-walking = Veel pagina's die er niet zijn
visits-rule-flood = Meer verzoeken dan één mens doet
visits-rule-registering = Veel aanmeldingen
visits-terms-address = { $many } of meer binnen { $time }, vanaf één adres.
visits-terms-network = { $many } of meer binnen { $time }, vanaf één netwerk.
visits-finding-open = Nog te beantwoorden
visits-finding-about = { $count } binnen { $time }, vanaf { $at }.
visits-finding-rule = De regel:
visits-finding-where = Vanaf welk adres staat alleen in het logboek van die dag, en gaat daarmee weg.
visits-finding-done = Wat er is gedaan
visits-finding-purpose = Eén regel: wat het was en wat je hebt gedaan. Noem niemand, en geen adres.
visits-finding-keep = Dit antwoord bewaren
visits-finding-answered = Vastgelegd op { $at }.
visits-mail-found-subject = Iets vraagt om een antwoord
visits-mail-found-body = Een regel die naar de verzoeken aan de site kijkt, heeft iets gevonden dat misbruik kan zijn. Na het inloggen zie je wat het is en kun je vastleggen wat je hebt gedaan.
visits-mail-found-link = Bekijk wat er is gevonden

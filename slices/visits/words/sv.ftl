visits-nav = Kapacitet

visits-title = Kapacitet
visits-lead = Hur mycket webbplatsen har att göra, när, och vad som tar lång tid. Siffrorna görs varje natt för dagen innan. Ingen går att hitta i dem.
visits-none = Det finns inga siffror än. Dagens siffror står här i morgon.
visits-days = Dagar
visits-hours = Förfrågningar per timme
visits-slowest = Det som tog mest tid
visits-slowest-lead = Sidor efter mönstret i deras adress. Överst står de sidor som tog mest tid sammanlagt.
visits-nowhere = (ingen sådan sida)
visits-fact-requests = Förfrågningar
visits-fact-peak = Flest förfrågningar på en minut
visits-fact-visits = Besök
visits-fact-median = Det mittersta besöket varade
visits-fact-longest = Det längsta besöket varade
visits-fact-limited = Nekades för att det var för mycket eller för stort
visits-fact-bytes = Skickat, före komprimering
visits-fact-missing = Förfrågningar som saknas i loggen
visits-column-hour = Timme
visits-column-requests = Förfrågningar
visits-column-page = Sida
visits-column-median = I mitten
visits-column-longest = Längst
visits-milliseconds = { $count } ms
visits-seconds = { $count ->
    [one] 1 sekund
   *[other] { $count } sekunder
}
visits-minutes = { $count ->
    [one] 1 minut
   *[other] { $count } minuter
}

visits-lines-title = Läs loggen för en dag
visits-lines-lead = Bara för att utreda missbruk eller rätta ett fel. Ditt skäl sparas med ditt nummer innan något öppnas, och ombud läser det.
visits-lines-none = Det finns ingen logg att läsa.
visits-lines-open = Spara skälet och läs
visits-lines-other = Välj en annan dag
visits-lines-about = { $date }. Ditt skäl är sparat: { $reason }
visits-lines-more = De första { $count } av { $all } rader. Ange en adress för att se färre.
visits-lines-empty = Det finns inga sådana rader den här dagen.
visits-choose = Välj
visits-back = Tillbaka
visits-reason-purpose = Skriv vad du söker och varför. Nämn ingen.
visits-address = Bara en adress
visits-address-purpose = Internetadressen vars rader du behöver.
visits-column-time = Tid
visits-column-visit = Besök
visits-column-address = Adress
visits-column-browser = Webbläsare
visits-column-when = När
visits-column-who = Vem
visits-column-day = Dag
visits-column-reason = Skäl

visits-readings-title = Vem som har läst besöksloggen
visits-readings-lead = En tekniker läser rader om besök bara efter att ha angett ett skäl. Varje gång står här lika länge som åtkomstloggen för den dagen.
visits-readings-none = Ingen har läst rader om besök.

visits-popular-title = Populära sidor
visits-popular-lead = I hur många besök varje sida har öppnats, och hur länge i genomsnitt. En vecka står här när den är slut, och den som via webbläsaren ber att inte bli följd räknas inte.
visits-popular-enough = { $count ->
    [one] En sida visas från 1 besök i veckan.
   *[other] En sida visas från { $count } besök i veckan.
}
visits-popular-place = Vilket land ett besök kommer från tas inte reda på.
visits-popular-weeks = Veckor, efter deras måndag
visits-popular-none = Ingen sida besöktes tillräckligt ofta den här veckan.
visits-column-visits = Besök
visits-column-each = I genomsnitt

visits-misuse = Det som kan vara missbruk
visits-misuse-lead = De här reglerna ser på förfrågningar när de skrivs ner, och på natten på varje hel dag. Det de hittar kräver ett svar och dömer ingen: en skola där alla delar en adress kan se ut som en enda person som gör mycket.
visits-misuse-none = Inget har hittats under de dagar som sparas.
visits-rule-guessing = Många nekade inloggningar
visits-rule-walking = Många sidor som inte finns
visits-rule-flood = Fler förfrågningar än en människa gör
visits-rule-registering = Många registreringar
visits-terms-address = { $many } eller fler inom { $time }, från en och samma adress.
visits-terms-network = { $many } eller fler inom { $time }, från ett och samma nätverk.
visits-finding-open = Att besvara
visits-finding-about = { $count } inom { $time }, från { $at }.
visits-finding-rule = Regeln:
visits-finding-where = Från vilken adress står bara i loggen för den dagen och försvinner med den.
visits-finding-done = Vad som gjordes
visits-finding-purpose = En rad: vad det var och vad du gjorde. Nämn ingen, och ingen adress.
visits-finding-keep = Spara svaret
visits-finding-answered = Nedskrivet den { $at }.
visits-mail-found-subject = Något kräver ett svar
visits-mail-found-body = En regel som ser på förfrågningarna till webbplatsen har hittat något som kan vara missbruk. När du har loggat in ser du vad det är och kan skriva ner vad du gjorde.
visits-mail-found-link = Se vad som hittades

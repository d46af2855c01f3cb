publication-title = Privacyverklaring
publication-as-text = Lees dit als gewone tekst
publication-key = Ontvangstbewijzen en het register van rechten zijn ondertekend met deze sleutel:

# Het bewijs bij een bepaling.
publication-kept-none = Bekeken op { $date }: hieronder loopt nu niets.
publication-kept-few = Bekeken op { $date }: hieronder lopen er nu minder dan tien.
publication-kept = Bekeken op { $date }: het oudste loopt sinds { $oldest }, en het volgende gaat weg na { $next }.
publication-read = { $ways ->
    [0] Geprobeerd op { $date }: niets in het programma laat dit nu zien.
    [one] Geprobeerd op { $date }: één soort pagina laat dit zien. Toegangsregels { $rules }.
   *[other] Geprobeerd op { $date }: { $ways } soorten pagina’s laten dit zien. Toegangsregels { $rules }.
 }
publication-never = { $tried ->
    [0] Geprobeerd op { $date }: niets in het programma laat dit nu aan iemand zien.
    [one] Geprobeerd op { $date }: de enige weg ernaartoe is dicht. Toegangsregels { $rules }.
    [2] Geprobeerd op { $date }: beide wegen ernaartoe zijn dicht. Toegangsregels { $rules }.
   *[other] Geprobeerd op { $date }: alle { $tried } wegen ernaartoe zijn dicht. Toegangsregels { $rules }.
 }
publication-never-open = Geprobeerd op { $date }: { $open } van { $tried } wegen ernaartoe staan open. Deze bepaling wordt niet nagekomen.
publication-overdue = Te laat: niemand heeft dit sinds { $date } vernieuwd.
publication-copies = De laatste reservekopie is op { $date } gemaakt en teruggelezen; er { $kept ->
    [one] wordt één reservekopie bewaard.
   *[other] worden { $kept } reservekopieën bewaard.
 }
publication-copies-late = Te laat: sinds { $date } is er geen reservekopie gemaakt.
publication-confirmed = Mensen hebben dit voor het laatst bevestigd op { $date }.
publication-confirmed-overdue = Mensen hebben dit voor het laatst bevestigd op { $date }. Op { $due } moest het opnieuw, en sindsdien heeft niemand het bevestigd.
publication-unconfirmed-overdue = Dit moest op { $due } bevestigd zijn, en dat heeft nog niemand gedaan.
publication-unconfirmed = Nog niemand heeft dit bevestigd.
publication-failed = Op { $date } bleek dat dit niet is zoals het hoort. We brengen het in orde.
publication-ask = Vraag ons naar je gegevens, met of zonder account
publication-requests = Op { $date } was er geen verzoek te laat.
publication-requests-overdue = Op { $date } was minstens één verzoek te laat.
publication-requests-none = Tot { $date } is er niets gevraagd.

# Versies.
publication-versions-title = Versies
publication-versions-lead = Elke versie van deze verklaring blijft hier staan, helemaal en zoals ze was.
publication-versions-link = Alle versies, en wat er is veranderd
publication-version = Versie { $number }
publication-version-sentence = Dit is versie { $number }.
publication-since = Geldt sinds { $date }.
publication-from = Geldt vanaf { $date }.
publication-in-force = Geldt nu
publication-waits = Geldt nog niet
publication-what-changed = Wat er is veranderd
publication-this-in-force = Dit is de versie die nu geldt.
publication-this-waits = Deze versie geldt nog niet.
publication-this-earlier = Dit is een eerdere versie. Ze geldt niet meer.
publication-compare = Vergelijk twee versies
publication-compare-from = Van
publication-compare-to = Naar
publication-compare-button = Laat het verschil zien
publication-changes-title = Van versie { $from } naar versie { $to }
publication-changes-none = Er is geen bepaling anders.
publication-read-version = Lees versie { $number } helemaal

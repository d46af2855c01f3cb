## Following

programmes-nav-following = Programma's
programmes-mine-title = Programma's

## Caring

## Making

## Figures

# Navigation
programmes-nav-outcomes = Hoe programma's gaan

# Outcomes

programmes-outcomes-title = Hoe de programma's verlopen
programmes-outcomes-lead = Cijfers over groepen, zodat je ziet of een programma helpt. Niemand is erin te vinden, en geen machine heeft er iemands antwoorden voor geopend.
programmes-outcomes-size = Een groep bestaat uit ten minste { $count } mensen. Ze wordt getoond als een kwartaal voorbij is en er genoeg mensen zijn geteld, en verandert daarna nooit meer.
programmes-outcomes-reach = Elk getal is willekeurig een beetje veranderd: in negentien van de twintig gevallen met hoogstens { $count }. Daarom kloppen de optelsommen niet precies.
programmes-outcomes-none = Er zijn nog geen cijfers. Mensen worden geteld twaalf weken nadat ze zijn begonnen, of als ze stoppen.
programmes-outcomes-file = Opslaan als tabel
programmes-outcomes-between = Geteld van { $from } tot { $until }
programmes-outcomes-column-outcome = Uitkomst
programmes-outcomes-column-people = Mensen, ongeveer
programmes-figure-way = Hoe ver mensen zijn gekomen
programmes-figure-answer = Hoe snel de coach voor het eerst antwoordde
programmes-figure-change = Hoe de uitslag van "{ $title }" veranderde, van de eerste tot de laatste keer
programmes-outcome-through = Tot de laatste stap
programmes-outcome-halfway = De helft van de stappen of meer
programmes-outcome-early = Minder dan de helft van de stappen
programmes-outcome-days = Binnen twee dagen
programmes-outcome-week = Binnen een week
programmes-outcome-later = Later
programmes-outcome-none = Helemaal niet
programmes-outcome-private = Er is niets gedeeld
programmes-outcome-better = Beter
programmes-outcome-same = Ongeveer hetzelfde
programmes-outcome-worse = Slechter
programmes-outcome-unmeasured = Niet twee keer gemeten

## Following

programmes-nav-following = Program
programmes-mine-title = Program

## Caring

## Making

## Figures

# Navigation
programmes-nav-outcomes = Hur programmen går

# Outcomes

programmes-outcomes-title = Hur programmen går
programmes-outcomes-lead = Siffror om grupper, så att du ser om ett program hjälper. Ingen går att hitta i dem, och ingen maskin har öppnat någons svar för deras skull.
programmes-outcomes-size = En grupp består av minst { $count } personer. Den visas när ett kvartal är slut och tillräckligt många har räknats, och ändras aldrig efter det.
programmes-outcomes-reach = Varje tal är lite ändrat på måfå: i nitton fall av tjugo med högst { $count }. Därför går summorna inte jämnt ut.
programmes-outcomes-none = Det finns inga siffror än. Personer räknas tolv veckor efter att de började, eller när de slutar.
programmes-outcomes-file = Spara som tabell
programmes-outcomes-between = Räknat från { $from } till { $until }
programmes-outcomes-column-outcome = Utfall
programmes-outcomes-column-people = Personer, ungefär
programmes-figure-way = Hur långt personerna kom
programmes-figure-answer = Hur snart coachen svarade första gången
programmes-figure-change = Hur resultatet av "{ $title }" ändrades, från första till senaste gången
programmes-outcome-through = Till sista steget
programmes-outcome-halfway = Hälften av stegen eller mer
programmes-outcome-early = Mindre än hälften av stegen
programmes-outcome-days = Inom två dagar
programmes-outcome-week = Inom en vecka
programmes-outcome-later = Senare
programmes-outcome-none = Inte alls
programmes-outcome-private = Inget delades
programmes-outcome-better = Bättre
programmes-outcome-same = Ungefär likadant
programmes-outcome-worse = Sämre
programmes-outcome-unmeasured = Inte mätt två gånger

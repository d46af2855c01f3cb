# Navigering och ram
coaching-nav-start = Idag
coaching-nav-mine = Samtal
coaching-nav-trajectories = Coachningar
coaching-tabs = Delar av den här coachningen
coaching-tab-dialogue = Samtal
coaching-tab-notes = Anteckningar
coaching-tab-goals = Mål
coaching-tab-appointments = Möten
coaching-tab-private-notes = Privata anteckningar
coaching-tab-about = Om coachningen
coaching-back = Tillbaka
coaching-with = med { $name }
coaching-since = sedan { $date }
coaching-from-to = från { $from } till { $until }
coaching-hours = { $from } till { $until }
coaching-someone-gone = Någon som har lämnat
coaching-ended-on = Den här coachningen avslutades { $date }.
coaching-ended-readonly = Du kan fortfarande läsa allt, och lägga till din syn i en anteckning som har delats med dig. I övrigt kan ingen skriva eller ändra något.
coaching-ended-meanwhile = Coachningen avslutades medan du skrev, så ditt meddelande skickades inte. Du kan kopiera din text här nedanför.
coaching-unsent = Din text, inte skickad

# Början
coaching-start-title = Idag
coaching-start-waits = Det som väntar på dig
coaching-start-nothing-waits = Inget väntar på dig. Ha en fin dag.
coaching-start-ahead = Det som väntar på dig
coaching-start-tasks = Dina uppgifter
coaching-start-next = Ditt nästa möte
coaching-start-no-talk = Inget möte är planerat.
coaching-start-write = Skriv
coaching-start-no-coach = Du har ingen coach just nu. Så snart din organisation kopplar ihop dig med en coach får du ett mejl, och ni kan skriva till varandra. Det som fanns tidigare står under ”Samtal” till sitt datum.
coaching-start-waiting = Väntar på ditt svar
coaching-start-nobody-waits = Ingen väntar på svar.
coaching-start-today = Möten idag
coaching-start-nothing-today = Du har inga möten idag.
coaching-start-later = Kommande möten
coaching-start-quiet = Tyst i { $days } dagar eller mer
coaching-start-no-participant = Här kommer de som du coachar att stå. Så snart en ansvarig kopplar ihop dig med någon får du ett mejl.
coaching-start-manager = Din organisation
coaching-start-people = { $count ->
    [one] En plats används
   *[other] { $count } platser används
}
coaching-start-people-detail = { $coaches ->
    [one] En coach
   *[other] { $coaches } coacher
}, { $participants ->
    [one] en deltagare
   *[other] { $participants } deltagare
}
coaching-start-trajectories = { $count ->
    [one] En pågående coachning
   *[other] { $count } pågående coachningar
}
coaching-start-trajectories-detail = { $count ->
    [0] ingen är avslutad
    [one] en är avslutad
   *[other] { $count } är avslutade
}
coaching-start-invite = Bjud in
coaching-start-other = Välkommen. Välj i menyn vad du vill göra.
coaching-waits-since = { $count ->
    [0] Väntar sedan { $moment }
    [one] Väntar sedan { $moment } · ett nytt meddelande
   *[other] Väntar sedan { $moment } · { $count } nya meddelanden
}
coaching-quiet-since = Skrev senast { $date }
coaching-quiet-never = Har inte skrivit sedan ni började { $date }
coaching-unread = { $count ->
    [one] Ett nytt meddelande
   *[other] { $count } nya meddelanden
}

# Egna coachningar
coaching-mine-open = Pågående
coaching-mine-ended = Avslutade
coaching-mine-empty = Här kommer dina samtal att stå, så snart din organisation kopplar ihop dig med någon.

# Samtal
coaching-dialogue-title = Samtal med { $name }
coaching-dialogue-empty = Det som du och { $name } skriver till varandra kommer att stå här. Ingen annan kan läsa det.
coaching-dialogue-first = Skriv det första meddelandet
coaching-dialogue-none = Ingen skrev något i det här samtalet.
coaching-earlier = Tidigare meddelanden
coaching-to-latest = Till de senaste meddelandena
coaching-message-seen = Läst { $moment }
coaching-write-to = Skriv till { $name }
coaching-message = Ditt meddelande
coaching-message-purpose = För din coachning. Ta den tid du behöver: det du skriver sparas som utkast.
coaching-files = Filer
coaching-files-purpose = Högst fyra filer av de här sorterna: { $kinds }. Tillsammans får de vara { $most } MB. Namnen och innehållet krypteras. Var, när och med vad en bild togs tas bort ur den.
coaching-files-heavy = Filerna är för stora: tillsammans får de vara högst { $most } MB. Ingenting skickades, och din text finns kvar. Välj mindre filer eller skicka flera meddelanden.
coaching-send-to = Skicka till { $name }
coaching-keep-draft = Spara som utkast
coaching-draft-kept = Ditt utkast är sparat. Du kan fortsätta när du vill.
coaching-draft-until = Så länge du inte har skickat det till { $name } är utkastet bara ditt.

# Anteckningar
coaching-notes-title = Anteckningar med { $name }
coaching-note = Anteckning
coaching-note-new = Ny anteckning
coaching-note-purpose = För din coachning. Bara du kan läsa anteckningen, tills du delar den med { $name }.
coaching-note-keep = Spara för mig själv
coaching-note-keep-share = Spara, och dela sedan med { $name }
coaching-notes-all = Dina anteckningar
coaching-notes-empty = Här kommer dina egna anteckningar att stå, och anteckningar som { $name } delar med dig. Skriv den första här ovanför.
coaching-note-unshared = Bara du
coaching-note-is-shared = Delad
coaching-note-written-mine = Du skrev det här { $moment }
coaching-note-shared-mine = Du delade det här { $moment }
coaching-note-shared-theirs = { $name } delade det här { $moment }
coaching-note-changed = ändrad { $moment }
coaching-note-change = Ändra
coaching-note-change-title = Ändra din anteckning
coaching-note-remove = Radera
coaching-note-remove-shared = Anteckningen försvinner genast, för dig och för { $name }, och går inte att få tillbaka.
coaching-note-remove-lead = Anteckningen försvinner genast och går inte att få tillbaka.
coaching-note-remove-do = Radera anteckningen
coaching-note-share = Dela med { $name }
coaching-note-kept = Din anteckning är sparad.
coaching-note-shared = Din anteckning är delad.
coaching-note-removed = Anteckningen är raderad.
coaching-share-title = Dela anteckningen med { $name }?
coaching-share-after = Du kan radera anteckningen senare, också när den är delad. Då kan { $name } redan ha läst den.
coaching-share-not = Dela inte
coaching-view-add = Lägg till din syn
coaching-view-change = Ändra din syn
coaching-view-title = Din syn på anteckningen
coaching-view-lead = { $name } skrev anteckningen. Du kan inte ändra den. Däremot kan du skriva bredvid hur du ser på saken.
coaching-view = Din syn
coaching-view-purpose = Den står bredvid anteckningen för alla som läser den, och försvinner samtidigt som anteckningen.
coaching-view-after = { $name } får ett mejl om att något har lagts till, utan det du skrev.
coaching-view-keep = Sätt den bredvid anteckningen
coaching-view-mine = Din syn, skriven { $moment }
coaching-view-theirs = Så ser { $name } på saken, skrivet { $moment }
coaching-view-kept = Din syn står bredvid anteckningen.
coaching-view-removed = Din syn är raderad.
coaching-view-remove-lead = Din syn försvinner genast, för dig och för { $name }. Anteckningen finns kvar.
coaching-view-remove-do = Radera din syn

# Privata anteckningar
coaching-private-title = Privata anteckningar om { $name }
coaching-private-new = Ny privat anteckning
coaching-private-purpose = För ditt eget arbete som coach. Ingen annan kan läsa det: ingen deltagare, ingen ansvarig, ingen tekniker.
coaching-private-keep = Spara privat anteckning
coaching-private-kept = Dina privata anteckningar
coaching-private-empty = Det du antecknar om ditt arbete med { $name } kommer att stå här. Ingen annan kan läsa det.

# Mål och uppgifter
coaching-goals-title = Mål med { $name }
coaching-goals-open = Mål
coaching-goals-reached = Uppnådda
coaching-goals-empty = Mål som du och { $name } arbetar mot kommer att stå här. Sätt det första här nedanför.
coaching-goal-new = Nytt mål
coaching-goal-title = Vad vill du uppnå?
coaching-goal-purpose = För din coachning. Håll det kort, som ”Sova hela natten igen”.
coaching-goal-keep = Sätt det här målet
coaching-goal-kept = Målet är satt.
coaching-goal-set-mine = Du satte målet { $date }
coaching-goal-set-theirs = { $name } satte målet { $date }
coaching-goal-reach = Vi har nått målet
coaching-goal-reopen = Ta upp igen
coaching-goal-reached-on = Uppnått { $date }
coaching-task-add = Lägg till en uppgift
coaching-task-title = Vad är nästa steg?
coaching-task-doer = Vem gör det?
coaching-task-doer-me = Jag
coaching-task-keep = Lägg till uppgiften
coaching-task-kept = Uppgiften är tillagd.
coaching-task-for-me = Du ska göra det här
coaching-task-for = { $name } ska göra det här
coaching-task-do = Klart
coaching-task-done-mine = Du gjorde det här { $date }
coaching-task-done-theirs = { $name } gjorde det här { $date }
coaching-task-done-news = Bra gjort. Uppgiften är avbockad.
coaching-task-reopen = Inte klart än

# Möten
coaching-appointments-title = Möten med { $name }
coaching-appointments-next = Kommande
coaching-appointments-past = Tidigare
coaching-appointments-empty = Dina möten med { $name } kommer att stå här. Planera det första här nedanför.
coaching-appointment-new = Planera ett möte med { $name }
coaching-appointment-title = Vad handlar det om?
coaching-appointment-date = Dag
coaching-appointment-from = Börjar
coaching-appointment-until = Slutar
coaching-appointment-zone = Tiderna gäller i tidszonen { $zone }.
coaching-appointment-place = Var?
coaching-appointment-place-purpose = Så att ni hittar varandra: ett rum, ett telefonnummer eller en länk.
coaching-appointment-keep = Planera mötet
coaching-appointment-keep-change = Spara ändringen
coaching-appointment-made = Mötet är planerat.
coaching-appointment-changed = Ändringen är sparad.
coaching-appointment-cancelled-news = Mötet är inställt.
coaching-appointment-cancelled = Inställt
coaching-appointment-change = Ändra
coaching-appointment-change-title = Ändra mötet
coaching-appointment-cancel-title = Ställ in mötet
coaching-appointment-cancel-lead = { $name } får ett mejl om att något har ändrats, och inget mer.
coaching-appointment-cancel = Ställ in det här mötet
coaching-appointment-file = Lägg till i min kalender
coaching-appointment-file-purpose = I kalenderfilen står tiden och ordet ”Möte”. Där står inte vem du träffar, var eller varför.
coaching-appointment-backwards = Slutet måste vara senare än början.
coaching-appointment-past = Den tiden har redan varit. Välj en senare.
coaching-appointment-skipped = Den tiden finns inte den dagen, eftersom klockan ställs fram. Välj en annan.
coaching-calendar-summary = Möte

# Om coachningen och slutet
coaching-about-title = Om den här coachningen med { $name }
coaching-promises-title = Vad coachen har lovat
coaching-promised-on = Godtaget den { $date }.
coaching-held-title = Det som sparas här, och hur länge
coaching-held-dialogue = Samtalet med sina filer
coaching-held-notes = Anteckningar
coaching-held-goals = Mål och uppgifter
coaching-held-appointments = Möten
coaching-held-private-notes = Coachens privata anteckningar
coaching-held-goes-on = Försvinner senast { $date }
coaching-held-goes-after = Försvinner { $period }
coaching-end-title = Avsluta coachningen
coaching-end-invite = När ni är klara med arbetet kan du avsluta coachningen. Först ser du vad som händer med allt som finns i den.
coaching-end-look = Se vad som händer vid slutet
coaching-end-lead = Du är på väg att avsluta coachningen av { $participant } med { $coach }.
coaching-end-readonly = Ingen kan skriva eller ändra något i den längre, utom den egna synen bredvid en anteckning som den andra skrev. Båda kan fortfarande läsa den.
coaching-end-both-told = Båda får ett mejl om att den är avslutad.
coaching-end-dates = Om du avslutar den idag är det här den sista dagen för varje del:
coaching-end-do = Avsluta coachningen
coaching-end-not = Avsluta inte
coaching-ended-news = Coachningen är avslutad.

# De ansvarigas lista
coaching-list-title = Coachningar
coaching-list-lead = Vem som coachas av vem. Det som de skriver och gör tillsammans är deras: det kan du inte se här.
coaching-list-state = Pågående eller avslutade
coaching-list-open = Pågående ({ $count })
coaching-list-ended = Avslutade ({ $count })
coaching-list-empty = Organisationens coachningar kommer att stå här. Koppla ihop en deltagare med en coach för att börja den första.
coaching-list-none-ended = Coachningar som är avslutade står här tills deras datum kommer.
coaching-list-newer = Nyare
coaching-list-older = Äldre
coaching-column-participant = Deltagare
coaching-column-coach = Coach
coaching-column-began = Började
coaching-column-ended = Avslutades
coaching-column-do = Att göra
coaching-end-link = Avsluta
coaching-link-title = Börja en coachning
coaching-link-do = Börja en coachning
coaching-link-lead = Koppla ihop en deltagare med en coach.
coaching-link-coach-purpose = Den som coachar. Coachen ser deltagarens namn.
coaching-link-participant-purpose = Den som coachas. Deltagaren ser coachens namn.
coaching-link-choose = Välj ett namn
coaching-link-after = Båda får ett mejl om att det finns något nytt. Sedan kan de skriva till varandra.
coaching-link-keep = Börja coachningen
coaching-link-nobody = Du behöver minst en coach och en deltagare. Bjud in dem först.
coaching-link-invite = Till människor
coaching-link-same = Ingen kan vara sin egen coach. Välj någon annan.
coaching-link-twice = De här två har redan en pågående coachning.
coaching-linked = Coachningen har börjat. Båda får ett mejl.

# Mejl, utan innehåll
coaching-mail-message-subject = Ett meddelande väntar på dig
coaching-mail-message-body = Någon har skrivit till dig. Du kan läsa det när du har loggat in.
coaching-mail-message-link = Läs meddelandet
coaching-mail-task-subject = En uppgift väntar på dig
coaching-mail-task-body = Du har fått en uppgift. Du kan se den när du har loggat in.
coaching-mail-task-link = Se uppgiften
coaching-mail-appointment-subject = Ett möte är planerat
coaching-mail-appointment-body = Det finns ett nytt möte för dig. Du kan se det när du har loggat in.
coaching-mail-appointment-link = Se mötet
coaching-mail-appointment-changed-subject = Ett möte har ändrats
coaching-mail-appointment-changed-body = Ett av dina möten har ändrats eller ställts in. Du kan se det när du har loggat in.
coaching-mail-appointment-changed-link = Se mötet
coaching-mail-note-subject = En anteckning har delats med dig
coaching-mail-note-body = En anteckning har delats med dig. Du kan läsa den när du har loggat in.
coaching-mail-note-link = Läs anteckningen
coaching-mail-view-subject = Något har lagts till i din anteckning
coaching-mail-view-body = Den andra personen har satt sin egen syn bredvid en anteckning som du skrev. Du kan läsa den när du har loggat in.
coaching-mail-view-link = Läs synen
coaching-mail-begun-subject = Något nytt väntar på dig
coaching-mail-begun-body = Du har kopplats ihop med någon. Du kan se det när du har loggat in.
coaching-mail-begun-link = Titta efter
coaching-mail-ended-subject = Något har avslutats
coaching-mail-ended-body = Något som du deltar i har avslutats. När du har loggat in ser du vad som händer med dina uppgifter, och när.
coaching-mail-ended-link = Se vad som händer
coaching-paused = Det här samtalet är pausat. Du kan läsa det som finns; ingen kan skriva.
coaching-mine-paused = Det här samtalet är pausat.

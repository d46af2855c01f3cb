# Navigatie en kader
coaching-nav-start = Vandaag
coaching-nav-mine = Gesprekken
coaching-nav-trajectories = Trajecten
coaching-tabs = Onderdelen van dit traject
coaching-tab-dialogue = Gesprek
coaching-tab-notes = Notities
coaching-tab-goals = Doelen
coaching-tab-appointments = Afspraken
coaching-tab-private-notes = Privénotities
coaching-tab-about = Over dit traject
coaching-back = Terug
coaching-with = met { $name }
coaching-since = sinds { $date }
coaching-from-to = van { $from } tot { $until }
coaching-hours = { $from } tot { $until }
coaching-someone-gone = Iemand die weg is
coaching-ended-on = Dit traject is geëindigd op { $date }.
coaching-ended-readonly = Je kunt alles nog lezen, en jouw kijk toevoegen aan een notitie die met je is gedeeld. Verder kan niemand nog iets schrijven of veranderen.
coaching-ended-meanwhile = Dit traject is geëindigd terwijl je schreef. Daarom is je bericht niet verstuurd. Je kunt je tekst hieronder kopiëren.
coaching-unsent = Je tekst, niet verstuurd

# Begin
coaching-start-title = Vandaag
coaching-start-waits = Wat op je wacht
coaching-start-nothing-waits = Er wacht niets op je. Fijne dag.
coaching-start-ahead = Wat er nu voor je klaarstaat
coaching-start-tasks = Je taken
coaching-start-next = Je volgende afspraak
coaching-start-no-talk = Er is geen afspraak gepland.
coaching-start-write = Schrijven
coaching-start-no-coach = Je hebt op dit moment geen coach. Zodra je organisatie je aan een coach koppelt, krijg je een mail en kunnen jullie elkaar schrijven. Wat er eerder was, staat tot zijn datum onder ‘Gesprekken’.
coaching-start-waiting = Wacht op jouw antwoord
coaching-start-nobody-waits = Niemand wacht op een antwoord.
coaching-start-today = Afspraken van vandaag
coaching-start-nothing-today = Je hebt vandaag geen afspraken.
coaching-start-later = Afspraken die nog komen
coaching-start-quiet = Al { $days } dagen of langer stil
coaching-start-no-participant = Hier komen de mensen te staan die je coacht. Zodra een manager iemand aan je koppelt, krijg je een mail.
coaching-start-manager = Je organisatie
coaching-start-people = { $count ->
    [one] Eén plaats in gebruik
   *[other] { $count } plaatsen in gebruik
}
coaching-start-people-detail = { $coaches ->
    [one] Eén coach
   *[other] { $coaches } coaches
}, { $participants ->
    [one] één deelnemer
   *[other] { $participants } deelnemers
}
coaching-start-trajectories = { $count ->
    [one] Eén open traject
   *[other] { $count } open trajecten
}
coaching-start-trajectories-detail = { $count ->
    [0] er is er nog geen geëindigd
    [one] één is geëindigd
   *[other] { $count } zijn geëindigd
}
coaching-start-invite = Mensen uitnodigen
coaching-start-other = Welkom. Kies in het menu wat je wilt doen.
coaching-waits-since = { $count ->
    [0] Wacht sinds { $moment }
    [one] Wacht sinds { $moment } · één nieuw bericht
   *[other] Wacht sinds { $moment } · { $count } nieuwe berichten
}
coaching-quiet-since = Schreef het laatst op { $date }
coaching-quiet-never = Heeft nog niet geschreven sinds jullie begin op { $date }
coaching-unread = { $count ->
    [one] Eén nieuw bericht
   *[other] { $count } nieuwe berichten
}

# Eigen trajecten
coaching-mine-open = Open
coaching-mine-ended = Geëindigd
coaching-mine-empty = Hier komen je gesprekken te staan, zodra je organisatie je aan iemand koppelt.

# Gesprek
coaching-dialogue-title = Gesprek met { $name }
coaching-dialogue-empty = Wat jij en { $name } elkaar schrijven, komt hier te staan. Niemand anders kan het lezen.
coaching-dialogue-first = Schrijf het eerste bericht
coaching-dialogue-none = Niemand heeft iets in dit gesprek geschreven.
coaching-earlier = Eerdere berichten
coaching-to-latest = Naar de nieuwste berichten
coaching-message-seen = Gelezen op { $moment }
coaching-write-to = Schrijf aan { $name }
coaching-message = Je bericht
coaching-message-purpose = Voor je coaching. Neem de tijd: wat je typt, wordt als concept bewaard.
coaching-files = Bestanden
coaching-files-purpose = Hoogstens vier bestanden van deze soorten: { $kinds }. Samen mogen ze { $most } MB zijn. De namen en de inhoud worden versleuteld. Waar, wanneer en waarmee een foto is gemaakt, wordt eruit gehaald.
coaching-files-heavy = Deze bestanden zijn te groot: samen mogen ze hooguit { $most } MB zijn. Er is niets verstuurd, en je tekst is bewaard. Kies kleinere bestanden, of stuur meer berichten.
coaching-send-to = Verstuur aan { $name }
coaching-keep-draft = Bewaar als concept
coaching-draft-kept = Je concept is bewaard. Je kunt verdergaan wanneer je wilt.
coaching-draft-until = Zolang je het niet aan { $name } hebt verstuurd, is je concept alleen van jou.

# Notities
coaching-notes-title = Notities met { $name }
coaching-note = Notitie
coaching-note-new = Nieuwe notitie
coaching-note-purpose = Voor je coaching. Alleen jij kunt deze notitie lezen, totdat je haar met { $name } deelt.
coaching-note-keep = Bewaar voor mezelf
coaching-note-keep-share = Bewaar, en deel daarna met { $name }
coaching-notes-all = Je notities
coaching-notes-empty = Hier komen je eigen notities te staan, en notities die { $name } met je deelt. Schrijf hierboven de eerste.
coaching-note-unshared = Alleen jij
coaching-note-is-shared = Gedeeld
coaching-note-written-mine = Je schreef dit op { $moment }
coaching-note-shared-mine = Je deelde dit op { $moment }
coaching-note-shared-theirs = { $name } deelde dit op { $moment }
coaching-note-changed = veranderd op { $moment }
coaching-note-change = Veranderen
coaching-note-change-title = Verander je notitie
coaching-note-remove = Verwijderen
coaching-note-remove-shared = De notitie is meteen weg, voor jou en voor { $name }, en komt niet meer terug.
coaching-note-remove-lead = De notitie is meteen weg en komt niet meer terug.
coaching-note-remove-do = Verwijder deze notitie
coaching-note-share = Deel met { $name }
coaching-note-kept = Je notitie is bewaard.
coaching-note-shared = Je notitie is gedeeld.
coaching-note-removed = De notitie is verwijderd.
coaching-share-title = Deze notitie met { $name } delen?
coaching-share-after = Je kunt de notitie later verwijderen, ook als ze gedeeld is. { $name } kan haar dan al gelezen hebben.
coaching-share-not = Niet delen
coaching-view-add = Voeg jouw kijk toe
coaching-view-change = Verander jouw kijk
coaching-view-title = Jouw kijk op deze notitie
coaching-view-lead = { $name } schreef deze notitie. Je kunt haar niet veranderen. Wel kun je ernaast schrijven hoe jij het ziet.
coaching-view = Jouw kijk
coaching-view-purpose = Die staat naast de notitie voor iedereen die de notitie leest, en verdwijnt samen met de notitie.
coaching-view-after = { $name } krijgt een mail dat er iets is toegevoegd, zonder wat je schreef.
coaching-view-keep = Zet dit naast de notitie
coaching-view-mine = Jouw kijk, geschreven op { $moment }
coaching-view-theirs = Hoe { $name } het ziet, geschreven op { $moment }
coaching-view-kept = Jouw kijk staat naast de notitie.
coaching-view-removed = Jouw kijk is verwijderd.
coaching-view-remove-lead = Jouw kijk is meteen weg, voor jou en voor { $name }. De notitie blijft.
coaching-view-remove-do = Verwijder jouw kijk

# Privénotities
coaching-private-title = Privénotities over { $name }
coaching-private-new = Nieuwe privénotitie
coaching-private-purpose = Voor je eigen werk als coach. Niemand anders kan dit lezen: geen deelnemer, geen manager, geen technicus.
coaching-private-keep = Bewaar privénotitie
coaching-private-kept = Je privénotities
coaching-private-empty = Wat je opschrijft over je werk met { $name }, komt hier te staan. Niemand anders kan het lezen.

# Doelen en taken
coaching-goals-title = Doelen met { $name }
coaching-goals-open = Doelen
coaching-goals-reached = Bereikt
coaching-goals-empty = Doelen waar jij en { $name } aan werken, komen hier te staan. Stel hieronder het eerste.
coaching-goal-new = Nieuw doel
coaching-goal-title = Wat wil je bereiken?
coaching-goal-purpose = Voor je coaching. Houd het kort, zoals “Weer een hele nacht slapen”.
coaching-goal-keep = Stel dit doel
coaching-goal-kept = Het doel is gesteld.
coaching-goal-set-mine = Je stelde dit doel op { $date }
coaching-goal-set-theirs = { $name } stelde dit doel op { $date }
coaching-goal-reach = We hebben dit doel bereikt
coaching-goal-reopen = Weer oppakken
coaching-goal-reached-on = Bereikt op { $date }
coaching-task-add = Voeg een taak toe
coaching-task-title = Wat is de volgende stap?
coaching-task-doer = Wie doet het?
coaching-task-doer-me = Ik
coaching-task-keep = Zet deze taak erbij
coaching-task-kept = De taak staat erbij.
coaching-task-for-me = Jij gaat dit doen
coaching-task-for = { $name } gaat dit doen
coaching-task-do = Gedaan
coaching-task-done-mine = Je deed dit op { $date }
coaching-task-done-theirs = { $name } deed dit op { $date }
coaching-task-done-news = Goed gedaan. De taak is afgevinkt.
coaching-task-reopen = Nog niet gedaan

# Afspraken
coaching-appointments-title = Afspraken met { $name }
coaching-appointments-next = Wat nog komt
coaching-appointments-past = Eerder
coaching-appointments-empty = Je afspraken met { $name } komen hier te staan. Plan hieronder de eerste.
coaching-appointment-new = Plan een afspraak met { $name }
coaching-appointment-title = Waar gaat het over?
coaching-appointment-date = Dag
coaching-appointment-from = Begint om
coaching-appointment-until = Eindigt om
coaching-appointment-zone = Tijden zijn in de tijdzone { $zone }.
coaching-appointment-place = Waar?
coaching-appointment-place-purpose = Zodat jullie elkaar vinden: een kamer, een telefoonnummer of een link.
coaching-appointment-keep = Plan deze afspraak
coaching-appointment-keep-change = Bewaar de verandering
coaching-appointment-made = De afspraak is gepland.
coaching-appointment-changed = De verandering is bewaard.
coaching-appointment-cancelled-news = De afspraak is afgezegd.
coaching-appointment-cancelled = Afgezegd
coaching-appointment-change = Veranderen
coaching-appointment-change-title = Verander deze afspraak
coaching-appointment-cancel-title = Afzeggen
coaching-appointment-cancel-lead = { $name } krijgt een mail waarin staat dat er iets veranderd is, en verder niets.
coaching-appointment-cancel = Zeg deze afspraak af
coaching-appointment-file = Zet in mijn agenda
coaching-appointment-file-purpose = In het agendabestand staan de tijd en het woord “Afspraak”. Er staat niet in wie je ontmoet, waar of waarom.
coaching-appointment-backwards = Het einde moet later zijn dan het begin.
coaching-appointment-past = Dit moment is voorbij. Kies een later moment.
coaching-appointment-skipped = Deze tijd bestaat die dag niet, omdat de klok vooruitgaat. Kies een andere tijd.
coaching-calendar-summary = Afspraak

# Over het traject en het einde
coaching-about-title = Over dit traject met { $name }
coaching-promises-title = Wat de coach heeft beloofd
coaching-promised-on = Aanvaard op { $date }.
coaching-held-title = Wat hier bewaard wordt, en tot wanneer
coaching-held-dialogue = Het gesprek met de bestanden
coaching-held-notes = Notities
coaching-held-goals = Doelen en taken
coaching-held-appointments = Afspraken
coaching-held-private-notes = De privénotities van de coach
coaching-held-goes-on = Gaat uiterlijk op { $date } weg
coaching-held-goes-after = Gaat { $period } weg
coaching-end-title = Dit traject beëindigen
coaching-end-invite = Als jullie samen klaar zijn, kun je het traject beëindigen. Eerst zie je wat er gebeurt met alles wat erin staat.
coaching-end-look = Bekijk wat er aan het einde gebeurt
coaching-end-lead = Je staat op het punt om het traject van { $participant } met { $coach } te beëindigen.
coaching-end-readonly = Niemand kan er nog iets in schrijven of veranderen, behalve de eigen kijk naast een notitie van de ander. Beiden kunnen het nog wel lezen.
coaching-end-both-told = Beiden krijgen een mail waarin staat dat het geëindigd is.
coaching-end-dates = Als je het vandaag beëindigt, is dit de laatste dag van elk deel:
coaching-end-do = Beëindig dit traject
coaching-end-not = Niet beëindigen
coaching-ended-news = Het traject is geëindigd.

# De lijst van de managers
coaching-list-title = Trajecten
coaching-list-lead = Wie door wie gecoacht wordt. Wat zij samen schrijven en doen, is van hen: dat kun je hier niet zien.
coaching-list-state = Open of geëindigd
coaching-list-open = Open ({ $count })
coaching-list-ended = Geëindigd ({ $count })
coaching-list-empty = De trajecten van je organisatie komen hier te staan. Koppel een deelnemer aan een coach om het eerste te beginnen.
coaching-list-none-ended = Trajecten die geëindigd zijn, staan hier tot hun datum.
coaching-list-newer = Nieuwer
coaching-list-older = Ouder
coaching-column-participant = Deelnemer
coaching-column-coach = Coach
coaching-column-began = Begonnen
coaching-column-ended = Geëindigd
coaching-column-do = Te doen
coaching-end-link = Beëindigen
coaching-link-title = Begin een traject
coaching-link-do = Begin een traject
coaching-link-lead = Koppel een deelnemer aan een coach.
coaching-link-coach-purpose = Wie coacht. De coach ziet de naam van de deelnemer.
coaching-link-participant-purpose = Wie gecoacht wordt. De deelnemer ziet de naam van de coach.
coaching-link-choose = Kies een naam
coaching-link-after = Beiden krijgen een mail waarin staat dat er iets nieuws is. Vanaf dan kunnen zij elkaar schrijven.
coaching-link-keep = Begin dit traject
coaching-link-nobody = Je hebt ten minste één coach en één deelnemer nodig. Nodig hen eerst uit.
coaching-link-invite = Naar mensen
coaching-link-same = Niemand kan de eigen coach zijn. Kies iemand anders.
coaching-link-twice = Deze twee hebben al een open traject.
coaching-linked = Het traject is begonnen. Beiden krijgen een mail.

# Mails, zonder inhoud
coaching-mail-message-subject = Er wacht een bericht op je
coaching-mail-message-body = Iemand heeft je geschreven. Je kunt het lezen als je bent ingelogd.
coaching-mail-message-link = Lees het bericht
coaching-mail-task-subject = Er wacht een taak op je
coaching-mail-task-body = Er staat een taak voor je klaar. Je kunt die zien als je bent ingelogd.
coaching-mail-task-link = Bekijk de taak
coaching-mail-appointment-subject = Er is een afspraak gemaakt
coaching-mail-appointment-body = Er is een nieuwe afspraak voor je. Je kunt die zien als je bent ingelogd.
coaching-mail-appointment-link = Bekijk de afspraak
coaching-mail-appointment-changed-subject = Er is een afspraak veranderd
coaching-mail-appointment-changed-body = Een van je afspraken is veranderd of afgezegd. Je kunt het zien als je bent ingelogd.
coaching-mail-appointment-changed-link = Bekijk de afspraak
coaching-mail-note-subject = Er is een notitie met je gedeeld
coaching-mail-note-body = Er is een notitie met je gedeeld. Je kunt haar lezen als je bent ingelogd.
coaching-mail-note-link = Lees de notitie
coaching-mail-view-subject = Er is iets toegevoegd aan je notitie
coaching-mail-view-body = De ander heeft een eigen kijk naast een notitie van jou gezet. Je kunt die lezen als je bent ingelogd.
coaching-mail-view-link = Lees het
coaching-mail-begun-subject = Er wacht iets nieuws op je
coaching-mail-begun-body = Je bent aan iemand gekoppeld. Je kunt het zien als je bent ingelogd.
coaching-mail-begun-link = Ga kijken
coaching-mail-ended-subject = Er is iets geëindigd
coaching-mail-ended-body = Iets waaraan je meedoet, is geëindigd. Als je bent ingelogd, zie je wat er met je gegevens gebeurt, en wanneer.
coaching-mail-ended-link = Bekijk wat er gebeurt
coaching-paused = Dit gesprek staat stil. Je kunt lezen wat er staat; niemand kan schrijven.
coaching-mine-paused = Dit gesprek staat stil.

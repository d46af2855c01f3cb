registers-undertakings-title = Wat je belooft
registers-undertakings-lead = Voordat je ziet wat anderen ons toevertrouwen, aanvaard je wat je rol belooft. We bewaren de datum en de precieze tekst. Als de tekst verandert, vragen we het je opnieuw.
registers-undertakings-none = Jouw rol hoeft hier niets te beloven.
registers-undertakings-accepted = Wat je hebt aanvaard
registers-accept = Ik aanvaard dit
registers-accepted-on = Je hebt dit aanvaard op { $date }.
registers-done-accepted = Je hebt het aanvaard.

registers-nav-duties = Taken
registers-duties-title = Taken
registers-duties-lead = Waar jij voor instaat, en wanneer het moet gebeuren. Je krijgt een maand en een week van tevoren bericht, en daarna elke week.
registers-duties-none = Je staat nergens voor in waar een datum aan vastzit.
registers-column-what = Wat
registers-column-owner = Wie ervoor instaat
registers-column-last = Laatst bevestigd
registers-column-due = Wanneer
registers-agreement-with = Overeenkomst met { $name }
registers-no-date = Geen datum
registers-due-on = Uiterlijk { $date }
registers-overdue-since = Te laat sinds { $date }
registers-failed-on = Niet in orde sinds { $date }
registers-never = Nog niet
registers-declaration-title = Een belofte die mensen nakomen
registers-agreement-title = Een overeenkomst
registers-confirm-title = Hoe staat het ervoor?
registers-confirm-lead = Kijk er zelf naar voordat je het bevestigt. De datum staat in de privacyverklaring, waar iedereen die kan lezen. Je toelichting niet.
registers-outcome = Wat je zag
registers-outcome-kept = We komen deze belofte na
registers-outcome-failed = We komen deze belofte nu niet na
registers-review-kept = De overeenkomst is in orde
registers-review-failed = De overeenkomst is niet in orde
registers-note = Waar je naar keek
registers-note-purpose = In een paar zinnen: waar je naar keek, en wat je zag.
registers-document = Document
registers-document-purpose = De naam of het nummer van het document waaruit het blijkt, zoals een certificaat.
registers-confirm-button = Vastleggen
registers-done-confirmed = Het is vastgelegd. De privacyverklaring toont de datum.
registers-history = Wat eerder is vastgelegd
registers-found = { $outcome ->
    [kept] { $date }: in orde. Vastgelegd door nummer { $number }
   *[failed] { $date }: niet in orde. Vastgelegd door nummer { $number }
}
registers-back = Terug

registers-mail-due-subject = Er moet iets gebeuren waar jij voor instaat
registers-mail-due-body = Iets waar jij voor instaat, moet binnenkort gebeuren of had al moeten gebeuren. Na het inloggen zie je wat het is.
registers-mail-due-link = Bekijken wat er moet gebeuren

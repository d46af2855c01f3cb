registers-undertakings-title = Det du lovar
registers-undertakings-lead = Innan du ser det som andra anförtror oss godtar du det som din roll lovar. Vi sparar datumet och den exakta texten. Om texten ändras frågar vi dig igen.
registers-undertakings-none = Din roll har inget att lova här.
registers-undertakings-accepted = Det du har godtagit
registers-accept = Jag godtar det här
registers-accepted-on = Du godtog det här den { $date }.
registers-done-accepted = Du har godtagit det.

registers-nav-duties = Åtaganden
registers-duties-title = Åtaganden
registers-duties-lead = Det som du ansvarar för, och när det ska göras. Du får en påminnelse en månad och en vecka före, och sedan varje vecka.
registers-duties-none = Du ansvarar inte för något som har ett datum.
registers-column-what = Vad
registers-column-owner = Vem som ansvarar
registers-column-last = Senast bekräftat
registers-column-due = När
registers-agreement-with = Avtal med { $name }
registers-no-date = Inget datum
registers-due-on = Senast den { $date }
registers-overdue-since = Försenat sedan den { $date }
registers-failed-on = Inte i ordning sedan den { $date }
registers-never = Inte än
registers-declaration-title = Ett löfte som människor håller
registers-agreement-title = Ett avtal
registers-confirm-title = Hur står det till nu?
registers-confirm-lead = Titta efter själv innan du bekräftar. Datumet står i integritetspolicyn, där alla kan läsa det. Din anteckning gör det inte.
registers-outcome = Vad du såg
registers-outcome-kept = Vi håller det här löftet
registers-outcome-failed = Vi håller inte det här löftet just nu
registers-review-kept = Avtalet är i ordning
registers-review-failed = Avtalet är inte i ordning
registers-note = Vad du tittade på
registers-note-purpose = Med några meningar: vad du tittade på och vad du såg.
registers-document = Dokument
registers-document-purpose = Namnet eller numret på dokumentet som visar det, till exempel ett certifikat.
registers-confirm-button = Skriv ner det
registers-done-confirmed = Det är nedskrivet. Integritetspolicyn visar datumet.
registers-history = Vad som har setts tidigare
registers-found = { $outcome ->
    [kept] { $date }: i ordning. Nedskrivet av nummer { $number }
   *[failed] { $date }: inte i ordning. Nedskrivet av nummer { $number }
}
registers-back = Tillbaka

registers-mail-due-subject = Något som du ansvarar för ska göras
registers-mail-due-body = Något som du ansvarar för ska göras snart, eller skulle redan ha gjorts. När du har loggat in ser du vad det är.
registers-mail-due-link = Se vad som ska göras
